-- What can be said of one provider in a row. Places are as printed, with the size of the list they belong to.
WITH
  own AS (
    SELECT speed_standings._row AS _row, speed_standings.period AS period, speed_standings.rank AS rank,
           speed_standings.value AS value, speed_standings.value_text AS value_text,
           speed_standings.list_size AS list_size, speed_editions.label AS label,
           '/index/' || speed_standings.period || '/' AS url
    FROM speed_standings
    JOIN speed_editions ON speed_editions.period = speed_standings.period
    WHERE speed_standings.entity = :id
  ),
  best AS (SELECT * FROM own WHERE rank IS NOT NULL ORDER BY rank, list_size DESC, period LIMIT 1),
  worst AS (SELECT * FROM own WHERE rank IS NOT NULL ORDER BY rank DESC, list_size, period LIMIT 1),
  fast AS (SELECT * FROM own WHERE value IS NOT NULL ORDER BY value DESC, period LIMIT 1),
  slow AS (SELECT * FROM own WHERE value IS NOT NULL ORDER BY value, period LIMIT 1)
SELECT CASE isps.technology WHEN 'dsl' THEN 'DSL' WHEN 'fiber' THEN 'fibre' WHEN 'mixed' THEN 'fibre and copper'
         ELSE isps.technology END AS technology,
       first.label AS first_month,
       first.url AS first_url,
       last.label AS last_month,
       last.url AS last_url,
       (SELECT count(value) FROM own) AS speeds,
       (SELECT count(rank) FROM own) AS ranks,
       best.rank || CASE WHEN best.rank % 100 BETWEEN 11 AND 13 THEN 'th'
         ELSE CASE best.rank % 10 WHEN 1 THEN 'st' WHEN 2 THEN 'nd' WHEN 3 THEN 'rd' ELSE 'th' END END AS best_rank,
       best.label AS best_month,
       best.url AS best_url,
       best.list_size AS best_size,
       worst.rank || CASE WHEN worst.rank % 100 BETWEEN 11 AND 13 THEN 'th'
         ELSE CASE worst.rank % 10 WHEN 1 THEN 'st' WHEN 2 THEN 'nd' WHEN 3 THEN 'rd' ELSE 'th' END END AS worst_rank,
       worst.label AS worst_month,
       worst.url AS worst_url,
       worst.list_size AS worst_size,
       fast.value_text AS fastest,
       fast.label AS fastest_month,
       fast.url AS fastest_url,
       slow.value_text AS slowest,
       slow.label AS slowest_month,
       slow.url AS slowest_url,
       isps._row AS _row,
       (SELECT rows(_row) FROM own) AS _row
FROM isps
JOIN (SELECT * FROM own ORDER BY period LIMIT 1) AS first ON isps.id = :id
JOIN (SELECT * FROM own ORDER BY period DESC LIMIT 1) AS last
LEFT JOIN best ON 1
LEFT JOIN worst ON 1
LEFT JOIN fast ON 1
LEFT JOIN slow ON 1
