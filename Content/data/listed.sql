-- Who is on the list in a month. November 2012 had twenty-one names, four of them mobile networks. For December 2012
-- and January 2013 nothing says who was on it, so they have no rows. From February 2013 the seventeen names printed
-- for that month; Google Fiber counts up to January 2014 and not after; Clearwire is gone by November 2015; Spectrum
-- replaces three names in February 2017. Months outside the known periods have no rows.
SELECT months.period AS period,
       isps.id AS entity
FROM months
JOIN rank_basis ON months.period BETWEEN rank_basis.month_from AND rank_basis.month_to
JOIN isps
WHERE months.period NOT IN ('2012-12', '2013-01')
  AND CASE
        WHEN isps.id = 'google-fiber' THEN rank_basis.counts_google_fiber = 'yes'
        WHEN isps.id IN ('verizon-wireless', 't-mobile', 'sprint', 'att-wireless') THEN months.period = '2012-11'
        WHEN isps.id = 'clearwire' THEN months.period < '2015-09'
        WHEN isps.id IN ('charter', 'twc', 'bright-house') THEN months.period < '2017-02'
        WHEN isps.id = 'spectrum' THEN months.period >= '2017-02'
        ELSE 1
      END
