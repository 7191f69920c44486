/// How a result is written for a terminal, a spreadsheet or a program.
package enum ResultFormat: String, Sendable, Hashable, CaseIterable {
    /// Columns aligned by spaces under a head, numbers to the right.
    case table
    /// RFC 4180 with line feeds; no value is an empty cell, an empty text is `""`.
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
        var text = columns.map(Self.csvCell).joined(separator: ",") + "\n"
        for row in rows {
            let cells = columns.indices.map { row.text($0).map(Self.csvCell) ?? "" }
            text += cells.joined(separator: ",") + "\n"
        }
        return text
    }

    private static func csvCell(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes || text.isEmpty else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    private var jsonText: String {
        guard !rows.isEmpty else { return "[]\n" }
        let keys = columns.map(JSONText.string)
        let lines = rows.map { row in
            let members = columns.indices.map { keys[$0] + ": " + JSONText.value(row.values[$0]) }
            return "  {" + members.joined(separator: ", ") + "}"
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
}

/// Values as JSON.
enum JSONText {
    static func value(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .text(let text): string(text)
        case .integer, .real: value.text ?? "null"
        }
    }

    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
