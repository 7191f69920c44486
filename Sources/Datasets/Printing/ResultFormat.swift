/// How a result is written for a terminal, a spreadsheet or a program.
package enum ResultFormat: String, Sendable, Hashable, CaseIterable {
    /// Columns aligned by spaces under a head, numbers to the right.
    case table
    /// As `CSVWriter` writes it; no value is an empty cell.
    case csv
    /// A list of objects, one a line.
    case json
}

extension ResultSet {
    /// The whole result as text, with a line end after its last line.
    package func formatted(as format: ResultFormat) -> String {
        switch format {
        case .table: alignedText + "(\(rows.count) \(rows.count == 1 ? "row" : "rows"))\n"
        case .csv: csvText
        case .json: jsonText
        }
    }

    private var csvText: String {
        var writer = CSVWriter(columns: columns)
        for row in rows {
            for column in columns.indices { writer.append(row.text(column) ?? "") }
            writer.endRow()
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private var jsonText: String {
        guard !rows.isEmpty else { return "[]\n" }
        let keys = columns.map(JSONText.quoted)
        let lines = rows.map { row in
            let members = columns.indices.map { keys[$0] + ": " + row.values[$0].jsonText }
            return "  {" + members.joined(separator: ", ") + "}"
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
}

extension Value {
    fileprivate var jsonText: String {
        switch self {
        case .null: "null"
        case .text(let text): JSONText.quoted(text)
        case .integer, .real: text ?? "null"
        }
    }
}
