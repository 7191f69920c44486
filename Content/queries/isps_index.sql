-- All providers, by name.
WITH
  own AS (
    SELECT speed_standings._row AS _row,
           speed_standings.entity AS entity,
           speed_standings.period AS period,
           speed_standings.value AS value,
           speed_standings.value_text AS value_text,
           speed_standings.rank AS rank,
           speed_editions.label AS label,
           speed_editions.list_size AS list_size
    FROM speed_standings
    JOIN speed_editions ON speed_editions.period = speed_standings.period
  ),
  known AS (
    SELECT entity, min(period) AS first_period, max(period) AS last_period,
           max(CASE WHEN value IS NOT NULL THEN period END) AS latest_period,
           count(rank) AS ranks, count(value) AS speeds, rows(_row) AS _row
    FROM own
    GROUP BY entity
  ),
  best AS (
    SELECT entity, rank, label, list_size,
           row_number() OVER (PARTITION BY entity ORDER BY rank, list_size DESC, period) AS place
    FROM own
    WHERE rank IS NOT NULL
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
       CASE WHEN latest.value_text IS NOT NULL THEN latest_edition.label END AS latest_month,
       known.ranks AS ranks,
       known.speeds AS speeds,
       isps._row AS _row,
       known._row AS _row
FROM isps
JOIN known ON known.entity = isps.id
JOIN speed_editions AS first ON first.period = known.first_period
JOIN speed_editions AS last ON last.period = known.last_period
LEFT JOIN best ON best.entity = isps.id AND best.place = 1
LEFT JOIN speed_standings AS latest ON latest.entity = isps.id AND latest.period = known.latest_period
LEFT JOIN speed_editions AS latest_edition ON latest_edition.period = known.latest_period
ORDER BY isps.name COLLATE NOCASE
