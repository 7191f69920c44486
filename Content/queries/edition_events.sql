-- Events made public or in force in the month of one edition.
SELECT title, url, date_text, kind_text, summary, _row
FROM register
WHERE month = :period OR substr(effective_date, 1, 7) = :period
ORDER BY date, id
