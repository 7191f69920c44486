-- The providers that one event concerns.
SELECT name, '/isps/' || isp || '/' AS url
FROM parties
WHERE deal = :id
ORDER BY name
