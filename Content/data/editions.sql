-- One row per month and provider: the speed and the published rank where there is one, else the rank that follows
-- by arithmetic. A row that only the derived ranks have comes after. Nothing is computed here.
SELECT isp_speeds._row AS _row,
       isp_speeds.month AS month,
       isp_speeds.isp AS isp,
       isp_speeds.mbps AS mbps,
       isp_speeds.mbps_text AS mbps_text,
       coalesce(isp_speeds.rank, isp_ranks_derived.rank) AS rank,
       CASE
         WHEN isp_speeds.rank IS NOT NULL THEN 'published'
         WHEN isp_ranks_derived.rank IS NOT NULL THEN 'derived'
       END AS kind,
       isp_speeds.source AS source,
       CASE
         WHEN isp_speeds.rank IS NOT NULL THEN coalesce(isp_speeds.rank_source, isp_speeds.source)
         ELSE isp_ranks_derived.source
       END AS rank_source,
       CASE WHEN isp_speeds.rank IS NULL THEN isp_ranks_derived."from" END AS follows_from
FROM isp_speeds
LEFT JOIN isp_ranks_derived
  ON isp_ranks_derived.month = isp_speeds.month AND isp_ranks_derived.isp = isp_speeds.isp
UNION ALL
SELECT isp_ranks_derived._row,
       isp_ranks_derived.month,
       isp_ranks_derived.isp,
       NULL,
       NULL,
       isp_ranks_derived.rank,
       'derived',
       isp_ranks_derived.source,
       isp_ranks_derived.source,
       isp_ranks_derived."from"
FROM isp_ranks_derived
WHERE NOT EXISTS (
  SELECT 1 FROM isp_speeds
  WHERE isp_speeds.month = isp_ranks_derived.month AND isp_speeds.isp = isp_ranks_derived.isp
)
