-- Kind and dates of one event in words.
SELECT kind_text, date_text, effective_text, _row
FROM register
WHERE id = :id
