import Datasets

/// Where on the site a row of a table is used.
struct RowUses {
    let pages: [RenderedPage]
    let provenance: Provenance

    /// How many places a message names.
    private static let mostPlaces = 12

    /// The charts and tables that show the row, and the pages whose sentences come from it, a line each.
    func lines(_ table: String, _ row: Int) -> [String] {
        func uses(_ rows: [RowID]) -> Bool { provenance.contains(row: row, of: table, in: rows) }
        var lines: [String] = []
        for page in pages {
            let address = page.plan.address.text
            let sentences = page.statements.count { uses($0.rows) }
            if sentences > 0 {
                let noun = sentences == 1 ? "figure" : "figures"
                lines.append("on \(address): \(sentences) \(noun) of the text")
            }
            lines += page.figures.filter { uses($0.origins) }.map { figure in
                "on \(address): the \(figure.kind == .chart ? "chart" : "table") '\(figure.name)'"
            }
        }
        guard lines.count > Self.mostPlaces else { return lines }
        return lines.prefix(Self.mostPlaces) + ["and in \(lines.count - Self.mostPlaces) more places"]
    }
}
