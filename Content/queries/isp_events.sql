-- The events that concern one provider, oldest first.
SELECT register.title, register.url, register.date_text, register.kind_text, register.summary, register._row
FROM register
JOIN parties ON parties.deal = register.id
WHERE parties.isp = :id
ORDER BY register.date, register.id
