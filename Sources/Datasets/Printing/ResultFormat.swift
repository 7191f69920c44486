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
        String(decoding: bytes(as: format), as: UTF8.self)
    }

    /// The same as the bytes of a file.
    package func bytes(as format: ResultFormat) -> [UInt8] {
        switch format {
        case .table: Array((alignedText + "(\(rows.count) \(rows.count == 1 ? "row" : "rows"))\n").utf8)
        case .csv: csv
        case .json: json
        }
    }

    private var csv: [UInt8] {
        var writer = CSVWriter(columns: columns)
        for row in rows {
            for column in columns.indices { writer.append(row.text(column) ?? "") }
            writer.endRow()
        }
        return writer.bytes
    }

    private var json: [UInt8] {
        guard !rows.isEmpty else { return Array("[]\n".utf8) }
        let keys = columns.map { Array("\(JSONText.quoted($0)): ".utf8) }
        var bytes = Array("[\n".utf8)
        for (number, row) in rows.enumerated() {
            bytes += (number == 0 ? "  {" : ",\n  {").utf8
            for column in columns.indices {
                if column > 0 { bytes += ", ".utf8 }
                bytes += keys[column]
                row.values[column].appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += "\n]\n".utf8
        return bytes
    }
}

extension Value {
    fileprivate func appendJSON(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .text(let text): JSONText.append(text, to: &bytes)
        case .integer, .real: bytes += (text ?? "null").utf8
        }
    }
}
