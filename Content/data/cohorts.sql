-- What an event is compared with: every other provider on the list in the months three before and three after, with a
-- speed in both, that is no party to the event and had no paid connection of its own by the end of the window. The
-- windows come before the speeds (CROSS JOIN), so that only their months are looked at.
WITH
  paid AS (
    SELECT parties.isp AS isp, min(substr(coalesce(deals.effective_date, deals.date), 1, 7)) AS period
    FROM parties
    JOIN deals ON deals.id = parties.deal AND deals.kind = 'paid-interconnection'
    GROUP BY parties.isp
  ),
  speeds AS (
    SELECT listed.period AS period, listed.entity AS isp, isp_speeds.mbps AS mbps, isp_speeds._row AS _row
    FROM listed
    JOIN isp_speeds ON isp_speeds.month = listed.period AND isp_speeds.isp = listed.entity
    WHERE isp_speeds.mbps IS NOT NULL
  )
SELECT rows(first._row, last._row) AS _row,
       deal_windows.deal AS deal,
       isps.id AS isp,
       isps.name AS name,
       first.mbps AS before_speed,
       last.mbps AS after_speed
FROM deal_windows
CROSS JOIN speeds AS first ON first.period = deal_windows.before_period
JOIN speeds AS last ON last.period = deal_windows.after_period AND last.isp = first.isp
JOIN isps ON isps.id = first.isp
LEFT JOIN parties ON parties.deal = deal_windows.deal AND parties.isp = first.isp
LEFT JOIN paid ON paid.isp = first.isp
WHERE parties.isp IS NULL
  AND (paid.period IS NULL OR paid.period > deal_windows.after_period)
GROUP BY deal_windows.deal, isps.id
