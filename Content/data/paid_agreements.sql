-- The four paid agreements, and beside them the network that paid nothing: Bright House Networks rode on the agreement
-- of Time Warner Cable, so its months are counted from that one's day.
SELECT _row, id, date, isps, title, short FROM register
WHERE id IN ('comcast-paid', 'verizon-paid', 'att-paid', 'twc-paid')
UNION ALL
SELECT rider._row, rider.id, host.date, rider.isps, rider.title, rider.short
FROM register AS rider
JOIN register AS host ON host.id = 'twc-paid'
WHERE rider.id = 'bright-house-via-twc'
