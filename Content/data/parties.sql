-- One row per event and provider concerned.
SELECT deals._row AS _row,
       deals.id AS deal,
       deals.date AS date,
       isps.id AS isp,
       isps.name AS name
FROM deals
JOIN isps ON instr(';' || deals.isps || ';', ';' || isps.id || ';') > 0
