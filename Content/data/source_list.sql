-- The sources with their dates in words and the number of rows that rest on each.
SELECT sources._row AS _row,
       sources.key AS key,
       sources.publisher AS publisher,
       sources.title AS title,
       sources.date AS date,
       CASE length(sources.date) WHEN 10 THEN ltrim(substr(sources.date, 9, 2), '0') || ' ' ELSE '' END
         || coalesce(month_names.name || ' ', '') || substr(sources.date, 1, 4) AS date_text,
       sources.url AS url,
       (SELECT count(*) FROM isp_speeds WHERE isp_speeds.source = sources.key OR isp_speeds.rank_source = sources.key)
         + (SELECT count(*) FROM isp_ranks_derived WHERE isp_ranks_derived.source = sources.key)
         + (SELECT count(*) FROM deals WHERE deals.source = sources.key)
         + (SELECT count(*) FROM us_average WHERE us_average.source = sources.key)
         + (SELECT count(*) FROM rank_basis WHERE rank_basis.source = sources.key) AS uses
FROM sources
LEFT JOIN month_names ON month_names.number = substr(sources.date, 6, 2)
