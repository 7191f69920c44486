-- The two months between which one event is looked at, and what stands between them.
SELECT deal_windows.before_month AS before_month,
       '/index/' || deal_windows.before_period || '/' AS before_url,
       deal_windows.after_month AS after_month,
       '/index/' || deal_windows.after_period || '/' AS after_url,
       (SELECT count(*) FROM cohorts WHERE cohorts.deal = :id) AS cohort_size,
       trim(
         CASE WHEN deal_windows.before_period <= '2014-01'
           THEN 'Places are counted without Google Fiber, so that they can be compared across January and February 2014.'
           ELSE '' END
         || coalesce(
              (SELECT ' Between the two months the series breaks: ' || group_concat(label, '; ') || '.'
               FROM (SELECT breaks.label || ' (' || months.label || ')' AS label
                     FROM breaks
                     JOIN months ON months.period = breaks.period
                     WHERE breaks.period > deal_windows.before_period AND breaks.period <= deal_windows.after_period
                     ORDER BY breaks.period)),
              '')
       ) AS note
FROM deal_windows
WHERE deal_windows.deal = :id
