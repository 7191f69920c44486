-- Names of the months, for dates in words.
SELECT column1 AS number, column2 AS name
FROM (
  VALUES ('01', 'January'), ('02', 'February'), ('03', 'March'), ('04', 'April'),
         ('05', 'May'), ('06', 'June'), ('07', 'July'), ('08', 'August'),
         ('09', 'September'), ('10', 'October'), ('11', 'November'), ('12', 'December')
)
