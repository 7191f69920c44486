import Charts
import Datasets
import Diagnostics

/// Draws one chart: from its definition and the rows of the page it is drawn for to a finished figure.
struct ChartFigure {
    let definition: ChartDefinition
    let file: SourceText
    /// `two-signatures`, or `isp_speed/comcast` for one that is drawn for a row.
    let name: String
    let data: FigureData
    let parameters: FigureParameters

    /// Nil where a problem keeps it from being drawn, or where there are no rows for this page's row.
    func draw(reporting diagnostics: inout [Diagnostic]) -> Figure? {
        let before = diagnostics.count
        var rows: ResultSet?
        if definition.rows != .none {
            rows = data.rows(
                definition.rows, with: definition.furtherColumns, parameters: parameters, in: file,
                reporting: &diagnostics)
            guard let rows else { return nil }
            if rows.rows.isEmpty, !parameters.isEmpty { return nil }
        }
        let (events, eventRows) = ChartEvents(definition: definition, file: file, data: data)
            .events(parameters: parameters, reporting: &diagnostics)
        guard var chartData = chartData(rows, reporting: &diagnostics) else { return nil }
        chartData.events = events
        var facts = FactText(
            data: data, parameters: parameters, file: file, occasion: parameters.isEmpty ? "" : name)
        let specification = specification(chartData.grain, &facts, reporting: &diagnostics)
        guard !Array(diagnostics[before...]).hasErrors else { return nil }
        let chart = Chart(specification, chartData)
        diagnostics += chart.problems.filter { !isReportedByIndex($0) }.map {
            diagnostic($0, rows?.rows ?? [], eventRows)
        }
        guard !chart.problems.hasErrors else { return nil }
        guard let addresses = FigureAddresses(of: name) else { return nil }
        return Figure(
            name: name, title: specification.title, subtitle: specification.subtitle,
            note: specification.note, sources: data.sourceLines(sources), content: .chart(chart),
            location: definition.location, addresses: addresses,
            shownRows: rows.map { chart.shownRows(of: $0) },
            origins: rows?.rows.flatMap(\.sources) ?? [], statements: facts.statements)
    }

    // MARK: Data

    private func chartData(_ rows: ResultSet?, reporting diagnostics: inout [Diagnostic]) -> ChartData? {
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
                places, slots: index.flatMap { data.slots[$0.name] } ?? [:],
                links: index.flatMap { data.entityPages[$0.name] } ?? [:], at: definition.location,
                in: file, reporting: &diagnostics)
        }
        var result = ChartData(grain: grain, series: series)
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

    private var indexOfRows: Datasets.Index? {
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

    // MARK: Specification

    private func specification(
        _ grain: Grain, _ facts: inout FactText, reporting diagnostics: inout [Diagnostic]
    ) -> ChartSpecification {
        var result = definition.specification
        result.name = id
        result.title = words(result.title, "title", &facts, reporting: &diagnostics)
        result.subtitle = words(result.subtitle, "subtitle", &facts, reporting: &diagnostics)
        result.note = words(result.note, "note", &facts, reporting: &diagnostics)
        result.credit = words(result.credit, "credit", &facts, reporting: &diagnostics)
        result.description = words(result.description, "description", &facts, reporting: &diagnostics)
        result.source = data.sourceLines(sources).map(\.text).joined(separator: "; ")
        result.from = definition.from.flatMap { period($0, grain, reporting: &diagnostics) }
        result.to = definition.to.flatMap { period($0, grain, reporting: &diagnostics) }
        if let value = indexOfRows?.definition.value {
            if result.unit.isEmpty { result.unit = value.unit ?? "" }
            result.rank.order = value.order == .ascending ? .ascending : .descending
        }
        if result.unit.isEmpty {
            result.unit = data.measure(ofColumn: definition.columns.value)?.unit ?? ""
        }
        result.rank.order = definition.rankOrder ?? result.rank.order
        result.x.ticks = periodTicks(grain, reporting: &diagnostics)
        if let query = definition.highlightQuery {
            result.highlight = entities(query, reporting: &diagnostics)
        }
        if let query = definition.muteQuery { result.mute = entities(query, reporting: &diagnostics) }
        result.highlight = result.highlight.map(filled)
        result.mute = result.mute.map(filled)
        return result
    }

    /// The first column of a query.
    private func entities(_ query: LocatedText, reporting diagnostics: inout [Diagnostic]) -> [String] {
        let found = data.rows(.query(query), parameters: parameters, in: file, reporting: &diagnostics)
        return found?.rows.compactMap { $0.values.first?.text } ?? []
    }

    private func periodTicks(_ grain: Grain, reporting diagnostics: inout [Diagnostic]) -> PeriodTicks {
        switch definition.periodTicks {
        case .auto: return .auto
        case .list(let texts):
            return .list(texts.compactMap { period($0, grain, reporting: &diagnostics) })
        case .interval(let text):
            if let ticks = ChartDefinition.interval(text.text, of: grain) { return ticks }
            diagnostics.append(
                file.diagnostic(
                    "ticks", at: text.location,
                    "'\(text.text)' is no interval of ticks for periods of a \(grain.noun(1))",
                    help: "write auto, a number and a unit such as 6 months or 1 year, or a list of periods"))
            return .auto
        }
    }

    /// A text of the figure's with the page's row and with its facts, `=expression` in backticks, worked out.
    private func words(
        _ text: String, _ key: String, _ facts: inout FactText, reporting diagnostics: inout [Diagnostic]
    ) -> String {
        facts.filled(
            filled(text), at: definition.locations[key] ?? definition.location, reporting: &diagnostics)
    }

    /// The text with `{column}` replaced by the page's row, where there is one.
    private func filled(_ text: String) -> String {
        guard !parameters.isEmpty, text.contains("{"), let pattern = TextPattern(text) else { return text }
        return pattern.filled { parameters[$0]?.text }
    }

    private func period(
        _ text: LocatedText, _ grain: Grain, reporting diagnostics: inout [Diagnostic]
    ) -> Charts.Period? {
        if let period = grain.period(filled(text.text)) { return period }
        diagnostics.append(
            file.diagnostic(
                "bad-period", at: text.location, "'\(text.text)' is no \(grain.noun(1))",
                help: "write it as the rows do"))
        return nil
    }

    // MARK: Problems

    /// An index has held its ranks to its values already, and says so at the row of the data.
    private func isReportedByIndex(_ problem: ChartProblem) -> Bool {
        indexOfRows != nil && problem.code == "equal-values"
    }

    private func diagnostic(
        _ problem: ChartProblem, _ rows: [ResultRow], _ eventRows: [ResultRow]
    ) -> Diagnostic {
        var location = definition.location
        var notes = problem.notes
        switch problem.subject {
        case .option(let path):
            location =
                path.indices.reversed().lazy
                .compactMap { definition.locations[path[...$0].joined(separator: ".")] }.first ?? location
        case .rows(let numbers):
            notes += RowProblems.places(of: numbers, in: rows, data.database)
        case .events(let numbers):
            location = definition.locations["events"] ?? location
            notes += RowProblems.places(of: numbers, in: eventRows, data.database)
        case .chart, .entities, .period: break
        }
        return file.diagnostic(
            problem.code, at: location, problem.message,
            severity: problem.severity == .error ? .error : .warning,
            notes: notes, help: problem.help)
    }

    /// The anchor on the page.
    private var id: String { name.split(separator: "/").joined(separator: "-") }

    private var sources: [String] {
        definition.specification.source.isEmpty
            ? [] : definition.specification.source.split(separator: ";").map { trimmed(String($0)) }
    }
}

extension Grain {
    /// The grain of an index; nil for weeks, which charts do not draw to scale.
    init?(_ grain: Datasets.Period.Grain) {
        self.init(rawValue: grain.rawValue)
    }
}

/// The text without white space at its ends.
func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
}

extension Chart {
    /// The rows behind the points within the periods that are drawn.
    fileprivate func shownRows(of rows: ResultSet) -> Set<RowID> {
        let numbers = data.series.flatMap(\.points).filter { point in
            specification.from.map { $0 <= point.period } ?? true
                && specification.to.map { point.period <= $0 } ?? true
        }.compactMap(\.row)
        return Set(numbers.filter(rows.rows.indices.contains).flatMap { rows.rows[$0].sources })
    }
}
