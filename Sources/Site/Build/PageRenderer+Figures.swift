import Datasets
import Diagnostics
import Templates

// A page's figures, and the lists that its template asks for.

extension PageRenderer {
    func draw(
        _ asked: ArticleFigure, in article: Article, _ plan: PagePlan, _ reading: inout PageReading,
        reporting diagnostics: inout [Diagnostic]
    ) -> Figure? {
        switch asked {
        case .own(let definition):
            return draw(definition, named: definition.slugOfName, plan, &reading, reporting: &diagnostics)
        case .named(let name):
            if let definition = namedFigures[name.text] {
                return draw(
                    definition, named: plan.figureName(name.text), plan, &reading, reporting: &diagnostics)
            }
            diagnostics.append(
                article.source.diagnostic(
                    "unknown-figure", at: name.location, "there is no figure '\(name.text)'",
                    notes: ["figures that pages name stand in Content/charts/NAME.yaml"],
                    help: suggestion(for: name.text, among: namedFigures.keys)))
            return nil
        }
    }

    private func draw(
        _ definition: FigureDefinition, named name: String, _ plan: PagePlan, _ reading: inout PageReading,
        reporting diagnostics: inout [Diagnostic]
    ) -> Figure? {
        let parameters = plan.row?.parameters ?? [:]
        let drawn: Figure? = recording(.figure, name, at: definition.location, in: &reading) { data in
            switch definition.content {
            case .chart(let chart):
                ChartFigure(
                    definition: chart, file: definition.source, name: name, data: data, parameters: parameters
                ).draw(reporting: &diagnostics)
            case .table(let table):
                TableFigure(
                    definition: table, file: definition.source, name: name, data: data, parameters: parameters
                ).draw(reporting: &diagnostics)
            }
        }
        guard var figure = drawn else { return nil }
        let read = reading.parts.last?.reading ?? Reading()
        diagnostics += figureData.missingTerms(of: read, figure, settings.provenance.sources)
        if figure.sources.isEmpty {
            figure.sources = figureData.sourceLines(of: read, rows: figure.shownRows)
        }
        return isForFeeds ? figure : figure.drawn
    }

    /// The figures of `Content/charts/` that the page's template names, drawn for the page's row.
    func templateFigures(
        _ plan: PagePlan, _ links: PageLinks, _ figures: inout [Figure], _ reading: inout PageReading,
        reporting diagnostics: inout [Diagnostic]
    ) -> TemplateRecord {
        var record = TemplateRecord(namedFigures.keys.sorted().map { ($0, .absent) })
        for name in names(of: "figures", in: plan.template) {
            guard let definition = namedFigures[name] else { continue }
            let fullName = plan.figureName(name)
            guard let figure = draw(definition, named: fullName, plan, &reading, reporting: &diagnostics)
            else {
                continue
            }
            figures.append(figure)
            record[name] = .markup(figure.markup(on: links, offering: figureFiles))
        }
        return record
    }

    private func names(of record: String, in template: String) -> [String] {
        Set(templates.references(in: template, under: record).map(\.name)).sorted()
    }

    /// The lists of `Content/queries/` that the page's template names, with the page's row as parameters.
    func templateQueries(
        _ plan: PagePlan, _ reading: inout PageReading, reporting diagnostics: inout [Diagnostic]
    ) -> TemplateRecord {
        var record = TemplateRecord(queries.keys.sorted().map { ($0, []) })
        for name in names(of: "queries", in: plan.template) {
            guard let source = queries[name] else { continue }
            let place = SourceLocation(path: source.path)
            let found = recording(.list, name, at: place, in: &reading) { data in
                data.database.query(
                    SQLText(file: source), parameters: plan.row?.parameters ?? [:], reporting: &diagnostics)
            }
            guard let rows = found else { continue }
            let names = TemplateNames(rows.columns)
            record[name] = .list(
                rows.rows.map { row in
                    .record(
                        TemplateRecord(
                            names: names, values: rows.columns.indices.map { .optional(row.text($0)) }))
                })
        }
        return record
    }
}
