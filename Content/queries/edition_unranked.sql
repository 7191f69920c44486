-- Providers with a speed in one edition whose place is not known.
SELECT speed_standings.name AS name,
       '/isps/' || speed_standings.entity || '/' AS url,
       speed_standings.value_text AS speed,
       sources.publisher AS source_text,
       sources.url AS source_url,
       speed_standings._row AS _row
FROM speed_standings
JOIN editions ON editions.month = speed_standings.period AND editions.isp = speed_standings.entity
LEFT JOIN sources ON sources.key = editions.source
WHERE speed_standings.period = :period AND speed_standings.rank IS NULL
ORDER BY speed_standings.value DESC, speed_standings.name
