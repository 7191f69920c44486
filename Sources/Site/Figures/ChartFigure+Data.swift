import Charts
import Datasets
import Diagnostics

extension ChartFigure {
    /// The rows, and what the index or the author knows of the list they come from.
    func chartData(_ rows: ResultSet?, reporting diagnostics: inout [Diagnostic]) -> ChartData? {
        let index = indexOfRows
        let grain = index.flatMap { Grain($0.definition.grain) } ?? rows.flatMap(grainOfRows) ?? .month
        var series: [Series] = []
        if let rows {
            let chartRows = ChartRows(
                rows: rows, columns: definition.columns, named: definition.namedColumns, grain: grain,
                database: data.database)
            guard let places = chartRows.places(at: definition.location, in: file, reporting: &diagnostics)
            else { return nil }
            series = chartRows.series(
                places, slots: index.flatMap { data.slots[$0.name] } ?? data.colors.slots,
                links: index.flatMap { data.entityPages[$0.name] } ?? [:], at: definition.location,
                in: file, reporting: &diagnostics)
        }
        var result = ChartData(grain: grain, series: series, palette: data.colors.palette)
        if let index {
            result.lists = index.editions.compactMap { edition in
                let members = index.members[edition.period].map { $0.sorted() }
                return grain.period(edition.period.text).map {
                    ListedPeriod($0, size: edition.listSize, members: members)
                }
            }
            result.ties = ties(of: index, grain)
            let entity = index.definition.entity
            if let one = entity.singular, let several = entity.plural { result.noun = Noun(one, several) }
        }
        result.breaks = breaks(of: index, grain, reporting: &diagnostics)
        return result
    }

    /// The index that the rows are standings of.
    var indexOfRows: Datasets.Index? {
        guard case .index(let name, _) = definition.rows else { return nil }
        return data.database.index(named: name.text)
    }

    private func grainOfRows(_ rows: ResultSet) -> Grain? {
        guard let column = rows.columnIndex(definition.columns.period),
            let text = rows.rows.first?.values[column].text
        else { return nil }
        return Grain.of(text)
    }

    /// Shared ranks that the index knows as ties; it has refused all others.
    private func ties(of index: Datasets.Index, _ grain: Grain) -> [Tie] {
        var shared: [String: (period: Charts.Period, entities: [String])] = [:]
        var order: [String] = []
        for standing in index.standings where standing.isTied {
            guard let rank = standing.rank, let period = grain.period(standing.period.text) else { continue }
            let key = "\(standing.period.text) \(rank)"
            if shared[key] == nil { order.append(key) }
            shared[key, default: (period, [])].entities.append(standing.entity)
        }
        return order.compactMap { shared[$0] }.map { Tie($0.period, entities: $0.entities) }
    }

    private func breaks(
        of index: Datasets.Index?, _ grain: Grain, reporting diagnostics: inout [Diagnostic]
    ) -> [Charts.Break] {
        switch definition.breaks {
        case .none: return []
        case .index:
            let kind: Datasets.Break.Kind = showsValues ? .value : .list
            return (index?.breaks ?? []).filter { $0.kind == kind }.compactMap { seam in
                grain.period(seam.period.text).map { Charts.Break($0, label: seam.label ?? "") }
            }
        case .list(let seams):
            return seams.compactMap { seam in
                guard let period = period(seam.at, grain, reporting: &diagnostics) else { return nil }
                return Charts.Break(period, label: seam.label)
            }
        case .table(let table):
            return breaks(in: table, grain, reporting: &diagnostics)
        }
    }

    private func breaks(
        in table: LocatedText, _ grain: Grain, reporting diagnostics: inout [Diagnostic]
    ) -> [Charts.Break] {
        guard let rows = data.rows(.table(table), parameters: [:], in: file, reporting: &diagnostics) else {
            return []
        }
        guard let at = rows.columnIndex("period") ?? rows.columnIndex("at") else {
            diagnostics.append(
                file.diagnostic(
                    "missing-column", at: table.location,
                    "the table '\(table.text)' has no column 'period', so it has no breaks",
                    notes: ["its columns: " + rows.columns.joined(separator: ", ")],
                    help: "name the first period of each new part 'period' in a view"))
            return []
        }
        let label = rows.columnIndex("label")
        var problems = RowProblems(
            rows: rows, database: data.database, location: table.location, source: file)
        let breaks = rows.rows.enumerated().compactMap { number, row -> Charts.Break? in
            let text = row.values[at].text ?? ""
            guard let period = grain.period(text) else {
                problems.report("bad-period", number, "'\(text)' is no \(grain.noun(1)) for a break")
                return nil
            }
            return Charts.Break(period, label: label.flatMap { row.values[$0].text } ?? "")
        }
        diagnostics += problems.diagnostics
        return breaks
    }

    private var showsValues: Bool {
        switch definition.specification.type {
        case .line, .sparkline: true
        case .slope, .effect: definition.specification.measure != .rank
        default: false
        }
    }
}

extension Grain {
    /// The grain of an index; nil for weeks, which charts do not draw to scale.
    init?(_ grain: Datasets.Period.Grain) {
        self.init(rawValue: grain.rawValue)
    }
}
