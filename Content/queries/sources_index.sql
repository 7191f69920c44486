-- Every source, by publisher and date.
SELECT key, publisher, title, date_text, url AS source_url, NULL AS archived,
       CASE uses WHEN 0 THEN NULL WHEN 1 THEN 'supports 1 row' ELSE 'supports ' || uses || ' rows' END AS uses, _row
FROM source_list
ORDER BY publisher COLLATE NOCASE, date, key
