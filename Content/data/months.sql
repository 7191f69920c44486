-- Every month of the periods for which the list is described, with its name.
WITH RECURSIVE
  span AS (
    SELECT min(substr(month_from, 1, 4) * 12 + substr(month_from, 6, 2) - 1) AS first,
           max(substr(month_to, 1, 4) * 12 + substr(month_to, 6, 2) - 1) AS last
    FROM rank_basis
  ),
  counted(number) AS (
    SELECT first FROM span
    UNION ALL
    SELECT number + 1 FROM counted WHERE number < (SELECT last FROM span)
  ),
  dated AS (
    SELECT number, printf('%04d-%02d', number / 12, number % 12 + 1) AS period FROM counted
  )
SELECT dated.period AS period,
       dated.number AS number,
       month_names.name || ' ' || substr(dated.period, 1, 4) AS label
FROM dated
JOIN month_names ON month_names.number = substr(dated.period, 6, 2)
