import Datasets
package import Diagnostics
import Markdown

extension BuiltSite {
    /// Draws a chart from another specification, over the same rows and for the same page; nil with its problems
    /// where it cannot be drawn. Nothing is written.
    package func draw(
        _ text: String, inPlaceOf chart: SiteChart, reporting diagnostics: inout [Diagnostic]
    ) -> SiteChart? {
        let (whole, range) = chart.specification.file(with: text)
        let file = whole.blankingQuoteMarks(
            in: range, before: chart.specification.indentation.utf8.count + 1)
        let kind = chart.specification.blockKind
        guard
            let value = StructuredValue.yaml(
                file, from: range.lowerBound, to: range.upperBound, reporting: &diagnostics),
            let definition = FigureDefinition(
                value, kind: kind, in: file, name: kind == nil ? chart.fileName : nil,
                reporting: &diagnostics),
            case .chart(let chartDefinition) = definition.content
        else { return nil }
        let drawing = ChartFigure(
            definition: chartDefinition, file: file, name: chart.name, data: resolved.renderer.figureData,
            parameters: chart.parameters)
        guard let figure = drawing.draw(reporting: &diagnostics), case .chart(let drawn) = figure.content
        else { return nil }
        return SiteChart(
            name: chart.name, title: figure.title, chart: drawn, specification: chart.specification,
            figure: figure, definition: chartDefinition, parameters: chart.parameters)
    }

    /// The whole file with another specification in its place, for saving; its path is below the site's folder.
    package func file(
        with text: String, inPlaceOf chart: SiteChart
    ) -> (path: String, before: [UInt8], after: [UInt8]) {
        let source = chart.specification
        return (source.file.path, source.file.bytes, source.file(with: text).0.bytes)
    }

    /// The rows that a chart is drawn from, each with the places of its files that it comes from.
    package func rows(of chart: SiteChart) -> (
        columns: [String], rows: [(cells: [String], origins: [SourceLocation])]
    ) {
        var diagnostics: [Diagnostic] = []
        let data = resolved.renderer.figureData
        guard
            let result = data.rows(
                chart.definition.rows, parameters: chart.parameters, in: chart.specification.file,
                reporting: &diagnostics)
        else { return ([], []) }
        let shown = result.columns.indices.filter { result.columns[$0] != "_row" }
        let rows = result.rows.map { row in
            (
                cells: shown.map { row.text($0) ?? "" },
                origins: row.sources.prefix(Self.mostOrigins).compactMap { database.origin(of: $0)?.location }
            )
        }
        return (shown.map { result.columns[$0] }, rows)
    }

    /// The query that a chart asks, as SQL; nil for one that names an index or a table, or has no rows.
    package func query(of chart: SiteChart) -> String? {
        guard case .query(let query) = chart.definition.rows else { return nil }
        return query.text
    }

    /// A row of a view may come from many rows; the first tell where to look.
    private static let mostOrigins = 4
}

extension SiteChart {
    /// The name of its file in `Content/charts/`, without the row that it is drawn for.
    fileprivate var fileName: String { String(name.prefix { $0 != "/" }) }
}

extension SiteChart {
    /// Nil for a table.
    init?(_ entry: FigureCatalogue.Entry, in site: ResolvedSite) {
        guard case .chart(let chart) = entry.figure.content, let page = entry.pages.first,
            let (definition, source) = Self.definition(of: entry.figure.name, on: page, in: site)
        else { return nil }
        self.init(
            name: entry.figure.name, title: entry.title, chart: chart, specification: source,
            figure: entry.figure, definition: definition, parameters: page.row?.parameters ?? [:])
    }

    /// A figure is a block of its page's Markdown, or a file that the page or its template names.
    private static func definition(
        of name: String, on page: PagePlan, in site: ResolvedSite
    ) -> (ChartDefinition, ChartSource)? {
        if let article = page.article {
            for (asked, block) in zip(article.figures, article.outline.figures) {
                guard case .own(let definition) = asked, definition.slugOfName == name,
                    case .chart(let chart) = definition.content
                else { continue }
                let parts = site.remembered.own?.sources.parts ?? [:]
                return ChartSource(block: block, of: article, parts: parts).map {
                    (chart, $0)
                }
            }
        }
        let fileName = String(name.prefix { $0 != "/" })
        guard let definition = site.renderer.namedFigures[fileName],
            case .chart(let chart) = definition.content
        else { return nil }
        return (chart, ChartSource(file: definition.source))
    }
}
