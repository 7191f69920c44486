-- The paid agreements and the pledge that followed them, newest first.
SELECT title, url, date_text, kind_text, summary, _row
FROM register
WHERE kind = 'paid-interconnection' OR id = 'charter-settlement-free'
ORDER BY date DESC
