import Charts
import Datasets
import Diagnostics

/// Draws one chart: from its definition and the rows of the page it is drawn for to a finished figure.
struct ChartFigure {
    let definition: ChartDefinition
    let file: SourceText
    /// `two-peaks`, or `heights/north` for one that is drawn for a row.
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
        let sources = data.sourceLines(sources.map { words($0, "source", &facts, reporting: &diagnostics) })
        var specification = specification(chartData.grain, &facts, reporting: &diagnostics)
        specification.source = sources.map(\.text).joined(separator: "; ")
        guard !Array(diagnostics[before...]).hasErrors else { return nil }
        let chart = Chart(specification, chartData)
        diagnostics += chart.problems.filter { !isReportedByIndex($0) }.map {
            diagnostic($0, rows?.rows ?? [], eventRows)
        }
        guard !chart.problems.hasErrors else { return nil }
        guard let addresses = FigureAddresses(of: name) else { return nil }
        return Figure(
            name: name, title: specification.title, subtitle: specification.subtitle,
            note: specification.note, sources: sources, content: .chart(chart),
            location: definition.location, addresses: addresses, format: data.format,
            shownRows: rows.map { chart.shownRows(of: $0) },
            origins: rows?.rows.flatMap(\.sources) ?? [], statements: facts.statements)
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

    /// A text of the figure's with the page's row filled in, its facts worked out and its claims read.
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

    func period(
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
