import Diagnostics

/// Words that programs write where there is no number: one of them makes text of a whole column of numbers.
enum NumberlessWords {
    private static let words: Set<String> = [
        "nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", ".nan", ".inf", "+.inf", "-.inf",
        "na", "n/a",
        "#n/a", "null", "none", "nil", "-", "\u{2013}", "\u{2014}",
    ]

    /// A warning for each column that would be one of numbers but for such words.
    static func problems(in table: RawTable, _ fields: [Field]) -> [Diagnostic] {
        fields.indices.compactMap { column in
            guard fields[column].type == .string, let row = firstRow(in: table, column) else { return nil }
            let text = table.cells.withText(table.cells.span(row: row, column: column)) {
                String(decoding: $0, as: UTF8.self)
            }
            return Diagnostic(
                "numberless-word", at: table.cells.location(row: row, column: column),
                excerpt: table.cells.excerpt(row: row, column: column),
                "the column '\(fields[column].name)' is read as text, because '\(text)' is no number",
                severity: .warning,
                help:
                    "leave the cell empty where there is no value, or say in datapackage.yaml what stands for"
                    + " one: missingValues: [\"\", \"\(text)\"]")
        }
    }

    /// The first row that holds such a word, where all cells are words of this kind or numbers, and some are.
    private static func firstRow(in table: RawTable, _ column: Int) -> Int? {
        var first: Int?
        var hasNumbers = false
        for row in 0..<table.cells.rowCount {
            let span = table.cells.span(row: row, column: column)
            guard !span.isMissing, span.length > 0 else { continue }
            let isKnown = table.cells.withText(span) { text in
                if DecimalNumber.real(text) != nil {
                    hasNumbers = true
                    return true
                }
                guard text.count <= 10, words.contains(String(decoding: text, as: UTF8.self).lowercased())
                else { return false }
                first = first ?? row
                return true
            }
            guard isKnown else { return nil }
        }
        return hasNumbers ? first : nil
    }
}
