-- The size of the record, in one row.
SELECT (SELECT count(*) FROM speed_editions) AS editions,
       (SELECT label FROM speed_editions ORDER BY period LIMIT 1) AS first_month,
       (SELECT label FROM speed_editions ORDER BY period DESC LIMIT 1) AS last_month,
       (SELECT count(*) FROM isps) AS isps,
       (SELECT count(mbps) FROM editions) AS speeds,
       (SELECT count(*) FROM editions WHERE kind = 'published') AS published,
       (SELECT count(*) FROM editions WHERE kind = 'derived') AS derived,
       (SELECT count(*) FROM deals) AS events,
       (SELECT count(*) FROM sources) AS sources
