-- The source of one event.
SELECT source_list.publisher AS publisher,
       source_list.title AS title,
       source_list.date_text AS date_text,
       source_list.url AS source_url,
       NULL AS archived
FROM deals
JOIN source_list ON source_list.key = deals.source
WHERE deals.id = :id
