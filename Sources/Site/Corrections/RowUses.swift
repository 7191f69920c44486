import Datasets
import Diagnostics

/// Where on the site a row of a table is used.
struct RowUses {
    let pages: [RenderedPage]
    let provenance: Provenance

    /// How many sentences a message names, and how many figures and pages.
    private static let mostPlaces = 10

    /// The sentences that come from the row, those first that come from the fewest others, and the charts and
    /// tables that show it, a line each; for nil how many of each page come from any row of the table.
    func lines(_ table: String, _ row: Int?) -> [String] {
        guard let row else { return limited(pages.flatMap { summary(of: $0, table) }, "pages") }
        return limited(sentences(table, row), "sentences") + limited(figures(table, row), "charts and tables")
    }

    private func limited(_ lines: [String], _ kind: String) -> [String] {
        guard lines.count > Self.mostPlaces else { return lines }
        return lines.prefix(Self.mostPlaces) + ["and in \(lines.count - Self.mostPlaces) more \(kind)"]
    }

    private func sentences(_ table: String, _ row: Int) -> [String] {
        let found = pages.flatMap { page in
            page.statements.filter { provenance.contains(row: row, of: table, in: $0.rows) }
                .map { (statement: $0, address: page.plan.address.text) }
        }
        let sorted = found.enumerated().sorted {
            ($0.element.statement.rows.count, $0.offset) < ($1.element.statement.rows.count, $1.offset)
        }
        return sorted.map { _, use in
            "\(use.statement.location.description): '\(use.statement.text)' on \(use.address)"
        }
    }

    private func figures(_ table: String, _ row: Int) -> [String] {
        pages.flatMap { page in
            page.figures.filter { provenance.contains(row: row, of: table, in: $0.origins) }.map { figure in
                let kind = figure.kind == .chart ? "chart" : "table"
                let place = figure.location.description
                return "\(place): the \(kind) '\(figure.name)' on \(page.plan.address.text)"
            }
        }
    }

    private func summary(of page: RenderedPage, _ table: String) -> [String] {
        let statements = page.statements.count { provenance.contains(row: nil, of: table, in: $0.rows) }
        let figures = page.figures.count { provenance.contains(row: nil, of: table, in: $0.origins) }
        let words = [
            Self.counted(statements, "figure of the text", "figures of the text"),
            Self.counted(figures, "chart or table", "charts or tables"),
        ].compactMap(\.self)
        guard !words.isEmpty else { return [] }
        return ["on \(page.plan.address.text): \(words.joined(separator: " and ")) from '\(table)'"]
    }

    private static func counted(_ count: Int, _ one: String, _ several: String) -> String? {
        count == 0 ? nil : "\(count) \(count == 1 ? one : several)"
    }
}
