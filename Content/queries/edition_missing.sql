-- Providers on the list of one edition of which nothing is known that month.
SELECT isps.name AS name,
       '/isps/' || isps.id || '/' AS url
FROM listed
JOIN isps ON isps.id = listed.entity
WHERE listed.period = :period
  AND NOT EXISTS (SELECT 1 FROM editions WHERE editions.month = listed.period AND editions.isp = listed.entity)
ORDER BY isps.name
