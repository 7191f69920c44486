extension [TableDescription] {
    /// What queries may use, as text: as a table for each table, else a row for each column.
    package func formatted(as format: ResultFormat) -> String {
        guard format == .table else { return columnRows.formatted(as: format) }
        return map(\.block).joined(separator: "\n")
    }

    /// One row for each column of each table.
    private var columnRows: ResultSet {
        let rows = flatMap { table in
            table.columns.map { column in
                ResultRow(values: [
                    .text(table.name), .text(table.kind.rawValue),
                    table.rowCount.map { .integer(Int64($0)) } ?? .null, optional(table.path),
                    .text(column.name), optional(column.type?.rawValue), optional(column.unit),
                    optional(column.title), optional(column.description),
                ])
            }
        }
        return ResultSet(
            columns: ["table", "kind", "rows", "file", "column", "type", "unit", "title", "description"],
            rows: rows)
    }
}

private func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .null }

extension TableDescription {
    /// The name with kind, rows and file, and the columns under it.
    fileprivate var block: String {
        let count = rowCount.map { "\($0) \($0 == 1 ? "row" : "rows")" }
        let facts = [kind == .index ? "table of an index" : kind.rawValue, count, path].compactMap { $0 }
        let rows = columns.map { column in
            ResultRow(values: [
                .text("  " + column.name), optional(column.type?.rawValue), optional(column.unit),
                optional(column.title),
            ])
        }
        let lines = ResultSet(columns: ["", "", "", ""], rows: rows).alignedText
            .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
        return "\(name): \(facts.joined(separator: ", "))\n" + lines.joined(separator: "\n")
    }
}
