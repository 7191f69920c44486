import Datasets
import Diagnostics

/// Where on the site a row of a table is used.
struct RowUses {
    let pages: [RenderedPage]
    let provenance: Provenance

    /// How many places a message names.
    private static let mostPlaces = 16

    /// The sentences that come from the row, and the charts and tables that show it, a line each; for nil how
    /// many of each page come from any row of the table.
    func lines(_ table: String, _ row: Int?) -> [String] {
        let lines = pages.flatMap { row == nil ? summary(of: $0, table) : places(on: $0, table, row) }
        guard lines.count > Self.mostPlaces else { return lines }
        return lines.prefix(Self.mostPlaces) + ["and in \(lines.count - Self.mostPlaces) more places"]
    }

    private func places(on page: RenderedPage, _ table: String, _ row: Int?) -> [String] {
        let address = page.plan.address.text
        let statements = page.statements.filter { provenance.contains(row: row, of: table, in: $0.rows) }
        let figures = page.figures.filter { provenance.contains(row: row, of: table, in: $0.origins) }
        return statements.map { "\($0.location.description): '\($0.text)' on \(address)" }
            + figures.map { figure in
                let kind = figure.kind == .chart ? "chart" : "table"
                return "\(figure.location.description): the \(kind) '\(figure.name)' on \(address)"
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
