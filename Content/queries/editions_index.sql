-- Every edition, newest first; the year stands on its first row only.
SELECT CASE WHEN substr(period, 1, 4) IS lag(substr(period, 1, 4)) OVER (ORDER BY period DESC) THEN NULL
         ELSE substr(period, 1, 4) END AS year,
       label AS month,
       '/index/' || period || '/' AS url,
       list_size,
       values_count AS speeds,
       published_count AS published,
       derived_count AS derived,
       computed_count AS computed,
       isps.name AS leader,
       CASE WHEN isps.id IS NOT NULL THEN '/isps/' || isps.id || '/' END AS leader_url,
       CASE WHEN break_before = 1 THEN 1 END AS seam,
       CASE WHEN is_complete = 1 THEN 1 END AS complete
FROM speed_editions
LEFT JOIN isps ON isps.id = speed_editions.leader
ORDER BY period DESC
