-- Every month in which one provider has a speed or a place, newest first.
SELECT speed_editions.label AS month,
       '/index/' || speed_standings.period || '/' AS url,
       speed_standings.value_text AS speed,
       speed_standings.rank AS rank,
       CASE speed_standings.rank_kind WHEN 'derived' THEN 1 END AS derived,
       CASE speed_standings.rank_kind WHEN 'computed' THEN 1 END AS computed,
       speed_standings.rank_kind AS kind_text,
       CASE WHEN speed_standings.change > 0 THEN speed_standings.change END AS up,
       CASE WHEN speed_standings.change < 0 THEN -speed_standings.change END AS down,
       CASE WHEN speed_standings.change = 0 THEN 1 END AS same,
       CASE WHEN speed_editions.break_before = 1 THEN 1 END AS seam,
       speed_standings.list_size AS list_size,
       editions.follows_from AS how,
       value_source.publisher AS source_text,
       value_source.url AS source_url,
       CASE WHEN editions.rank_source <> editions.source THEN rank_source.publisher END AS rank_source_text,
       CASE WHEN editions.rank_source <> editions.source THEN rank_source.url END AS rank_source_url,
       speed_standings._row AS _row
FROM speed_standings
JOIN speed_editions ON speed_editions.period = speed_standings.period
JOIN editions ON editions.month = speed_standings.period AND editions.isp = speed_standings.entity
LEFT JOIN sources AS value_source ON value_source.key = editions.source
LEFT JOIN sources AS rank_source ON rank_source.key = editions.rank_source
WHERE speed_standings.entity = :id
ORDER BY speed_standings.period DESC
