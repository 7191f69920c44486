-- For each event that concerns providers on the list: the month it came into force (or, where no source says, became
-- public) and the months three before and three after, where a party has a speed in both. The months are settled
-- before the speeds are looked for (CROSS JOIN), which takes a hundredth of the time.
WITH
  dated AS (
    SELECT deals._row AS _row, deals.id AS deal,
           substr(coalesce(deals.effective_date, deals.date), 1, 7) AS period
    FROM deals
    WHERE length(coalesce(deals.effective_date, deals.date)) >= 7
  ),
  numbered AS (SELECT period, label, number FROM months)
SELECT dated._row AS _row,
       dated.deal AS deal,
       dated.period AS period,
       earlier.period AS before_period,
       earlier.label AS before_month,
       later.period AS after_period,
       later.label AS after_month
FROM dated
JOIN numbered AS event_month ON event_month.period = dated.period
JOIN numbered AS earlier ON earlier.number = event_month.number - 3
JOIN numbered AS later ON later.number = event_month.number + 3
JOIN parties ON parties.deal = dated.deal
CROSS JOIN isp_speeds AS first ON first.isp = parties.isp AND first.month = earlier.period
JOIN isp_speeds AS last ON last.isp = parties.isp AND last.month = later.period
WHERE first.mbps IS NOT NULL AND last.mbps IS NOT NULL
GROUP BY dated.deal
