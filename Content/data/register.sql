-- The deals and events with their dates and kinds in words. A date given as a month or a year stays one.
SELECT deals._row AS _row,
       deals.id AS id,
       deals.date AS date,
       deals.effective_date AS effective_date,
       deals.isps AS isps,
       deals.parties AS parties,
       deals.kind AS kind,
       event_kinds.name AS kind_text,
       deals.title AS title,
       coalesce(event_labels.short, deals.title) AS short,
       deals.summary AS summary,
       deals.source AS source,
       '/deals/' || deals.id || '/' AS url,
       substr(deals.date, 1, 4) AS year,
       substr(deals.date, 1, 7) AS month,
       CASE length(deals.date) WHEN 10 THEN ltrim(substr(deals.date, 9, 2), '0') || ' ' ELSE '' END
         || coalesce(made_public.name || ' ', '') || substr(deals.date, 1, 4) AS date_text,
       CASE length(deals.effective_date) WHEN 10 THEN ltrim(substr(deals.effective_date, 9, 2), '0') || ' ' ELSE '' END
         || coalesce(in_force.name || ' ', '') || substr(deals.effective_date, 1, 4) AS effective_text
FROM deals
JOIN event_kinds ON event_kinds.id = deals.kind
LEFT JOIN event_labels ON event_labels.event = deals.id
LEFT JOIN month_names AS made_public ON made_public.number = substr(deals.date, 6, 2)
LEFT JOIN month_names AS in_force ON in_force.number = substr(deals.effective_date, 6, 2)
