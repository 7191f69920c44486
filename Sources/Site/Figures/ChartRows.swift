import Charts
import Datasets
import Diagnostics

/// Turns the rows of a query into the series of a chart.
struct ChartRows {
    let rows: ResultSet
    let columns: ChartDefinition.ColumnNames
    /// Columns that the author names, which must be there.
    let named: [String: LocatedText]
    let grain: Grain
    let database: Database

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
        let panel: Int?
        let tieBreak: Int?
        let link: Int?
    }

    /// Nil with a problem where the rows lack a column that every chart needs.
    func places(
        at location: SourceLocation, in source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> Places? {
        var isComplete = true
        for name in named.sorted(by: { $0.key < $1.key }).map(\.value)
        where rows.columnIndex(name.text) == nil {
            isComplete = false
            diagnostics.append(
                source.diagnostic(
                    "unknown-column", at: name.location,
                    "'\(name.text)' is not a column of the rows of this chart",
                    help: suggestion(for: name.text, among: rows.columns)))
        }
        for (key, name) in [("period", columns.period), ("entity", columns.entity)]
        where rows.columnIndex(name) == nil && named[key] == nil {
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
            group: rows.columnIndex(columns.group), panel: columns.panel.flatMap(rows.columnIndex),
            tieBreak: columns.tieBreak.flatMap(rows.columnIndex), link: rows.columnIndex(columns.link))
    }

    /// The series in the order in which their entities first come; the row's number is its place in the result.
    func series(
        _ places: Places, slots: [String: Int], links: [String: String], at location: SourceLocation,
        in source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> [Series] {
        var entities: [String] = []
        var series: [String: Series] = [:]
        let order = tieOrder(places)
        var problems = RowProblems(rows: rows, database: database, location: location, source: source)
        for (number, row) in rows.rows.enumerated() {
            guard let entity = row.values[places.entity].text, let periodText = row.values[places.period].text
            else { continue }
            guard let period = grain.period(periodText) else {
                problems.report(
                    "bad-period", number,
                    "'\(periodText)' in column '\(columns.period)' is no \(grain.noun(1))",
                    notes: ["all rows of a chart have periods of one grain"])
                continue
            }
            if series[entity] == nil {
                entities.append(entity)
                series[entity] = Series(
                    id: entity, name: places.name.flatMap { row.values[$0].text } ?? entity,
                    group: places.group.flatMap { row.values[$0].text },
                    panel: places.panel.flatMap { row.values[$0].text }, slot: slots[entity],
                    link: places.link.flatMap { row.values[$0].text } ?? links[entity], points: [])
            }
            checkNumbers(row, number, places, &problems)
            var point = point(row, number, period, places)
            point.tieBreak = places.tieBreak.flatMap { row.values[$0].text }.flatMap { order[$0] }
            series[entity]?.points.append(point)
        }
        diagnostics += problems.diagnostics
        return entities.compactMap { series[$0] }
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

    /// Values and ranks are numbers, and ranks of a known kind.
    private func checkNumbers(
        _ row: ResultRow, _ number: Int, _ places: Places, _ problems: inout RowProblems
    ) {
        for place in [places.value, places.rank].compactMap(\.self) {
            guard case .text(let text) = row.values[place] else { continue }
            problems.report(
                "not-a-number", number, "'\(text)' in column '\(rows.columns[place])' is not a number",
                help: "correct the row, or choose rows and columns of numbers in a view")
        }
        guard let place = places.kind, let text = row.values[place].text, Rank.Kind(rawValue: text) == nil
        else { return }
        problems.report(
            "rank-kind", number, "'\(text)' in column '\(rows.columns[place])' is no kind of rank",
            notes: ["a rank is " + Rank.Kind.allCases.map(\.rawValue).joined(separator: ", ")],
            help: suggestion(for: text, among: Rank.Kind.allCases.map(\.rawValue)))
    }

    /// The texts of the column that orders equal values, numbers before words, each with its place.
    private func tieOrder(_ places: Places) -> [String: Double] {
        guard let place = places.tieBreak else { return [:] }
        var values: [String: Value] = [:]
        for row in rows.rows {
            if let text = row.values[place].text { values[text] = row.values[place] }
        }
        let order = values.sorted { left, right in
            switch (left.value.number, right.value.number) {
            case (let a?, let b?) where a != b: a < b
            case (_?, nil): true
            case (nil, _?): false
            default: left.key < right.key
            }
        }
        return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, Double($0)) })
    }
}

/// What is wrong with single rows of a figure: said where the figure stands, with the place of the row.
struct RowProblems {
    let rows: ResultSet
    let database: Database
    let location: SourceLocation
    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []

    init(rows: ResultSet, database: Database, location: SourceLocation, source: SourceText) {
        self.rows = rows
        self.database = database
        self.location = location
        self.source = source
    }

    mutating func report(
        _ code: String, _ row: Int, _ message: String, notes: [String] = [], help: String? = nil
    ) {
        diagnostics.append(
            source.diagnostic(
                code, at: location, message,
                notes: notes + RowProblems.places(of: [row], in: rows.rows, database), help: help))
    }

    /// A note for each of the rows that comes from a file.
    static func places(of numbers: [Int], in rows: [ResultRow], _ database: Database) -> [String] {
        numbers.filter(rows.indices.contains).compactMap { rows[$0].sources.first }
            .compactMap(database.origin).map { "the row: \($0.location.description)" }
    }
}

extension Grain {
    /// The grain that a period is written in, by its form.
    static func of(_ text: String) -> Grain? {
        [Grain.day, .quarter, .month, .year, .ordinal].first { $0.period(text) != nil }
    }
}
