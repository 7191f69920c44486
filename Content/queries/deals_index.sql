-- The register of deals and events, oldest first; the year stands on its first row only.
SELECT CASE WHEN year IS lag(year) OVER (ORDER BY date, id) THEN NULL ELSE year END AS year,
       title, url, date_text, parties, kind_text, effective_text, summary, _row
FROM register
ORDER BY date, id
