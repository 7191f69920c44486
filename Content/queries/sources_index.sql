-- Every source, by publisher and date.
SELECT key, publisher, title, date_text, url AS source_url, NULL AS archived, uses, _row
FROM source_list
ORDER BY publisher COLLATE NOCASE, date, key
