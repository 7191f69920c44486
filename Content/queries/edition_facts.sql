-- One edition in a row.
SELECT speed_editions.label AS month,
       speed_editions.list_size AS list_size,
       CASE WHEN speed_editions.members_known = 0 THEN 1 END AS members_unknown,
       rank_basis.note AS basis,
       speed_editions.published_count AS published,
       speed_editions.derived_count AS derived,
       speed_editions.computed_count AS computed,
       speed_editions.values_count AS speeds,
       us_average.mbps_text AS us_average,
       sources.publisher AS us_average_source,
       sources.url AS us_average_source_url,
       (SELECT group_concat(note, ' ')
        FROM (SELECT note FROM breaks WHERE breaks.period = :period ORDER BY kind)) AS note
FROM speed_editions
LEFT JOIN rank_basis ON speed_editions.period BETWEEN rank_basis.month_from AND rank_basis.month_to
LEFT JOIN us_average ON us_average.month = speed_editions.period
LEFT JOIN sources ON sources.key = us_average.source
WHERE speed_editions.period = :period
