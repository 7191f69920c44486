extension ResultSet {
    /// The columns side by side, each line without spaces at its end.
    var alignedText: String {
        let isNumeric = columns.indices.map { column in
            rows.contains { $0.values[column].number != nil }
                && rows.allSatisfy { $0.values[column] == .null || $0.values[column].number != nil }
        }
        let cells = rows.map { row in columns.indices.map { Self.printable(row.text($0) ?? "") } }
        let widths = columns.indices.map { column in
            cells.reduce(columns[column].count) { max($0, $1[column].count) }
        }
        func line(_ texts: [String]) -> String {
            let padded = texts.indices.map { column in
                let space = String(repeating: " ", count: max(0, widths[column] - texts[column].count))
                return isNumeric[column] ? space + texts[column] : texts[column] + space
            }
            return Self.trimmed(padded.joined(separator: "  ")) + "\n"
        }
        let rule = line(widths.map { String(repeating: "-", count: $0) })
        return line(columns) + rule + cells.map(line).joined()
    }

    private static func trimmed(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text on one line, without characters that would drive a terminal.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
                    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
