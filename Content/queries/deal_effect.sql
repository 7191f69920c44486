-- Speeds and places of the providers concerned three months before and three months after one event, and the median
-- speed of the providers it is compared with. Places are counted without Google Fiber.
WITH
  span AS (SELECT * FROM deal_windows WHERE deal = :id),
  cohort AS (
    SELECT _row, name, before_speed, after_speed,
           row_number() OVER (ORDER BY before_speed, name) AS before_place,
           row_number() OVER (ORDER BY after_speed, name) AS after_place,
           count(*) OVER () AS size
    FROM cohorts
    WHERE deal = :id
  ),
  medians AS (
    SELECT (SELECT avg(before_speed) FROM cohort WHERE before_place IN ((size + 1) / 2, (size + 2) / 2)) AS before_speed,
           (SELECT avg(after_speed) FROM cohort WHERE after_place IN ((size + 1) / 2, (size + 2) / 2)) AS after_speed,
           (SELECT max(size) FROM cohort) AS size,
           (SELECT group_concat(name, ', ') FROM (SELECT name FROM cohort ORDER BY name)) AS names,
           (SELECT rows(_row) FROM cohort) AS _row
  ),
  ranks AS (
    SELECT rank_one_basis.entity AS entity, rank_one_basis.period AS period, rank_one_basis.rank AS rank
    FROM span
    JOIN rank_one_basis ON rank_one_basis.period IN (span.before_period, span.after_period)
  ),
  ends AS (
    SELECT parties.name AS name,
           '/isps/' || parties.isp || '/' AS url,
           first_rank.rank AS before_rank,
           first.mbps AS before_value,
           first.mbps_text AS before_speed,
           last_rank.rank AS after_rank,
           last.mbps AS after_value,
           last.mbps_text AS after_speed,
           first_rank.rank - last_rank.rank AS change,
           first._row AS before_row,
           last._row AS after_row
    FROM span
    JOIN parties ON parties.deal = span.deal
    LEFT JOIN editions AS first ON first.isp = parties.isp AND first.month = span.before_period
    LEFT JOIN editions AS last ON last.isp = parties.isp AND last.month = span.after_period
    LEFT JOIN ranks AS first_rank
      ON first_rank.entity = parties.isp AND first_rank.period = span.before_period
    LEFT JOIN ranks AS last_rank ON last_rank.entity = parties.isp AND last_rank.period = span.after_period
    WHERE first.isp IS NOT NULL OR last.isp IS NOT NULL
  )
SELECT name, url, 1 AS party,
       before_rank, before_speed, after_rank, after_speed,
       CASE WHEN change > 0 THEN change END AS up,
       CASE WHEN change < 0 THEN -change END AS down,
       CASE WHEN change = 0 THEN 1 END AS same,
       CASE WHEN round(after_value - before_value, 2) = 0 THEN '0.00'
         ELSE replace(printf('%+.2f', after_value - before_value), '-', '−') END AS speed_change,
       before_row AS _row, after_row AS _row
FROM (SELECT * FROM ends ORDER BY name)
WHERE before_value IS NOT NULL OR after_value IS NOT NULL OR before_rank IS NOT NULL OR after_rank IS NOT NULL
UNION ALL
SELECT CASE medians.size
         WHEN 1 THEN 'The one other provider with both figures: ' || names
         ELSE 'Median of ' || medians.size || ' others: ' || names
       END,
       NULL, NULL,
       NULL, printf('%.2f', before_speed), NULL, printf('%.2f', after_speed),
       NULL, NULL, NULL,
       CASE WHEN round(after_speed - before_speed, 2) = 0 THEN '0.00'
         ELSE replace(printf('%+.2f', after_speed - before_speed), '-', '−') END,
       medians._row, NULL
FROM medians
JOIN span
WHERE medians.size > 0
