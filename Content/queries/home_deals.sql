-- The agreements on interconnection that matter most, newest first.
SELECT title, url, date_text, kind_text, summary
FROM register
WHERE kind IN ('paid-interconnection', 'settlement-free')
ORDER BY date DESC
LIMIT 6
