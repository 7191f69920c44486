-- All providers, by name.
WITH
  own AS (
    SELECT speed_standings._row AS _row,
           speed_standings.entity AS entity,
           speed_standings.value_text AS value_text,
           speed_standings.rank AS rank,
           speed_editions.label AS label,
           speed_editions.list_size AS list_size,
           row_number() OVER (PARTITION BY entity ORDER BY speed_standings.period) AS from_start,
           row_number() OVER (PARTITION BY entity ORDER BY speed_standings.period DESC) AS from_end,
           row_number() OVER (
             PARTITION BY entity
             ORDER BY speed_standings.rank IS NULL, speed_standings.rank, speed_editions.list_size DESC,
                      speed_standings.period
           ) AS from_best,
           row_number() OVER (
             PARTITION BY entity ORDER BY speed_standings.value IS NULL, speed_standings.period DESC
           ) AS from_latest,
           count(speed_standings.rank) OVER (PARTITION BY entity) AS ranks,
           count(speed_standings.value) OVER (PARTITION BY entity) AS speeds
    FROM speed_standings
    JOIN speed_editions ON speed_editions.period = speed_standings.period
  )
SELECT isps.name AS name,
       '/isps/' || isps.id || '/' AS url,
       isps.parent AS parent,
       CASE isps.technology WHEN 'dsl' THEN 'DSL' WHEN 'fiber' THEN 'fibre' WHEN 'mixed' THEN 'fibre and copper'
         ELSE isps.technology END AS technology,
       first.label AS first_month,
       last.label AS last_month,
       best.rank AS best_rank,
       CASE WHEN best.rank IS NOT NULL THEN best.label || ' (of ' || best.list_size || ')' END AS best_month,
       latest.value_text AS latest_speed,
       CASE WHEN latest.value_text IS NOT NULL THEN latest.label END AS latest_month,
       first.ranks AS ranks,
       first.speeds AS speeds,
       isps._row AS _row,
       (SELECT rows(own._row) FROM own WHERE own.entity = isps.id) AS _row
FROM isps
JOIN own AS first ON first.entity = isps.id AND first.from_start = 1
JOIN own AS last ON last.entity = isps.id AND last.from_end = 1
JOIN own AS best ON best.entity = isps.id AND best.from_best = 1
JOIN own AS latest ON latest.entity = isps.id AND latest.from_latest = 1
ORDER BY isps.name COLLATE NOCASE
