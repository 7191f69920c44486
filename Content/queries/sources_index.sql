-- Every source, by publisher and date, with the first and the last edition and an event that rest on it.
WITH
  cited(source, period) AS (
    SELECT source, month FROM isp_speeds
    UNION
    SELECT rank_source, month FROM isp_speeds
    UNION
    SELECT source, month FROM isp_ranks_derived
  ),
  spans AS (
    SELECT source, min(period) AS first, max(period) AS last, count(*) AS number
    FROM cited
    GROUP BY source
  ),
  told AS (
    SELECT source, min(date), url, title FROM register GROUP BY source
  )
SELECT source_list.key AS key,
       source_list.publisher AS publisher,
       source_list.title AS title,
       source_list.date_text AS date_text,
       source_list.url AS source_url,
       NULL AS archived,
       CASE source_list.uses
         WHEN 0 THEN NULL
         WHEN 1 THEN 'supports 1 row'
         ELSE 'supports ' || source_list.uses || ' rows'
       END AS uses,
       '/index/' || spans.first || '/' AS first_url,
       first_month.label AS first_label,
       CASE WHEN spans.number > 1 THEN '/index/' || spans.last || '/' END AS last_url,
       last_month.label AS last_label,
       told.url AS event_url,
       told.title AS event_title,
       source_list._row AS _row
FROM source_list
LEFT JOIN spans ON spans.source = source_list.key
LEFT JOIN months AS first_month ON first_month.period = spans.first
LEFT JOIN months AS last_month ON last_month.period = spans.last
LEFT JOIN told ON told.source = source_list.key
ORDER BY source_list.publisher COLLATE NOCASE, source_list.date, source_list.key
