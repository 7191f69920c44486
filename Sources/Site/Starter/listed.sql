-- Which lines are on the list in a month: a rank is computed only where all of them have a value.
SELECT DISTINCT punctuality.month AS period, lines.id AS entity FROM punctuality JOIN lines
