-- Ranks on one basis for the whole series: Google Fiber left out of every list. Up to January 2014 it counted and
-- was always first, so each rank below it was one place higher by number; Comcast, 14th of 17 in January 2014, is
-- 13th of 16 here, which can be set beside 11th of 16 in February.
SELECT editions._row AS _row,
       editions.month AS period,
       editions.isp AS entity,
       editions.rank - (rank_basis.counts_google_fiber = 'yes') AS rank,
       editions.kind AS kind,
       rank_basis.list_size - (rank_basis.counts_google_fiber = 'yes') AS list_size,
       editions.rank AS rank_as_printed,
       rank_basis.list_size AS list_size_as_printed,
       editions.mbps AS mbps,
       editions.mbps_text AS mbps_text,
       editions.rank_source AS source
FROM editions
JOIN rank_basis ON editions.month BETWEEN rank_basis.month_from AND rank_basis.month_to
WHERE editions.isp <> 'google-fiber'
  AND editions.rank IS NOT NULL
