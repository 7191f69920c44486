import Charts
import Datasets
import Diagnostics

/// Turns the rows of a query into the series of a chart.
struct ChartRows {
    let rows: ResultSet
    let columns: ChartDefinition.ColumnNames
    /// The number that the figure gives a row, to find its place again.
    let grain: Grain

    /// Which of the columns the rows have; period and entity must be among them.
    struct Places {
        let period: Int
        let entity: Int
        let name: Int?
        let value: Int?
        let text: Int?
        let rank: Int?
        let kind: Int?
        let group: Int?
    }

    /// Nil with a problem where the rows lack a column that every chart needs.
    func places(
        at location: SourceLocation, in source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> Places? {
        var isComplete = true
        for (key, name) in [("period", columns.period), ("entity", columns.entity)]
        where rows.columnIndex(name) == nil {
            isComplete = false
            diagnostics.append(
                source.diagnostic(
                    "missing-column", at: location, "the rows of this chart have no column '\(name)'",
                    notes: ["a chart needs a period and an entity in each row, and a value or a rank"],
                    help: "name the column so in the query, or say 'columns: {\(key): …}'"))
        }
        guard isComplete, let period = rows.columnIndex(columns.period),
            let entity = rows.columnIndex(columns.entity)
        else { return nil }
        let value = rows.columnIndex(columns.value)
        let rank = rows.columnIndex(columns.rank)
        if value == nil, rank == nil {
            diagnostics.append(
                source.diagnostic(
                    "missing-column", at: location,
                    "the rows of this chart have neither a column '\(columns.value)' nor a column '\(columns.rank)'",
                    help: "say which column holds the values: 'columns: {value: …}'"))
            return nil
        }
        return Places(
            period: period, entity: entity, name: rows.columnIndex(columns.name), value: value,
            text: rows.columnIndex(columns.text), rank: rank, kind: rows.columnIndex(columns.kind),
            group: rows.columnIndex(columns.group))
    }

    /// The series in the order in which their entities first come; the row's number is its place in the result.
    func series(
        _ places: Places, slots: [String: Int], links: (String) -> String?, at location: SourceLocation,
        in source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> [Series] {
        var order: [String] = []
        var series: [String: Series] = [:]
        for (number, row) in rows.rows.enumerated() {
            guard let entity = row.values[places.entity].text, let periodText = row.values[places.period].text
            else { continue }
            guard let period = grain.period(periodText) else {
                diagnostics.append(badPeriod(periodText, at: location, in: source))
                continue
            }
            if series[entity] == nil {
                order.append(entity)
                series[entity] = Series(
                    id: entity, name: places.name.flatMap { row.values[$0].text } ?? entity,
                    group: places.group.flatMap { row.values[$0].text }, slot: slots[entity],
                    link: links(entity),
                    points: [])
            }
            series[entity]?.points.append(point(row, number, period, places))
        }
        return order.compactMap { series[$0] }
    }

    private func point(_ row: ResultRow, _ number: Int, _ period: Charts.Period, _ places: Places) -> Point {
        let rank = places.rank.flatMap { row.values[$0].number }.map { place in
            Rank(place, places.kind.flatMap { row.values[$0].text }.flatMap(Rank.Kind.init) ?? .published)
        }
        let text = places.text.flatMap { row.values[$0].text } ?? places.value.flatMap(row.text)
        return Point(
            period, value: places.value.flatMap { row.values[$0].number }, text: text, rank: rank, row: number
        )
    }

    private func badPeriod(_ text: String, at location: SourceLocation, in source: SourceText) -> Diagnostic {
        source.diagnostic(
            "bad-period", at: location, "'\(text)' in column '\(columns.period)' is no \(grain.noun(1))",
            notes: ["all rows of a chart have periods of one grain"])
    }
}

extension Grain {
    /// The grain that a period is written in, by its form.
    static func of(_ text: String) -> Grain? {
        [Grain.day, .quarter, .month, .year, .ordinal].first { $0.period(text) != nil }
    }
}
