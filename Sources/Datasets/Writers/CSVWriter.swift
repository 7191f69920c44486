/// Writes rows as comma-separated values by RFC 4180, lines ending in LF.
///
/// A cell that a spreadsheet would take for a formula gets a `'` before it, unless it is a number.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var isAtLineStart = true
    private let keepsFormulas: Bool
    /// In a table of one column an empty cell is written in quotes: an empty line is no row.
    private let hasOneColumn: Bool

    package init(columns: [String], keepsFormulas: Bool = false) {
        self.keepsFormulas = keepsFormulas
        hasOneColumn = columns.count == 1
        for column in columns { append(Array(column.utf8)[...]) }
        endRow()
    }

    package mutating func append(_ text: String) { append(Array(text.utf8)[...]) }

    /// Adds a cell to the row.
    package mutating func append(_ text: ArraySlice<UInt8>) {
        if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
        isAtLineStart = false
        let isFormula = !keepsFormulas && Self.looksLikeFormula(text)
        guard needsQuotes(text) else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            bytes += text
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func endRow() {
        bytes.append(0x0A)
        isAtLineStart = true
    }

    /// By the advice of OWASP on CSV injection.
    private static func looksLikeFormula(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): DecimalNumber.real(text) == nil
        default: false
        }
    }

    private func needsQuotes(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } || text.first == 0x20
            || text.last == 0x20 || (hasOneColumn && text.isEmpty)
    }
}

extension Table {
    /// The table as CSV, cells as they were published; a cell without a value is empty.
    package func csv(keepsFormulas: Bool = false) -> [UInt8] {
        var writer = CSVWriter(columns: fields.map(\.name), keepsFormulas: keepsFormulas)
        for row in 0..<rowCount {
            for column in fields.indices {
                let span = cells.span(row: row, column: column)
                if span.isMissing {
                    writer.append([][...])
                } else {
                    cells.withText(span) { writer.append($0) }
                }
            }
            writer.endRow()
        }
        return writer.bytes
    }
}

extension CSVWriter {
    /// One row by itself, to be added to a file that has others; its cells stand as they are.
    package static func row(_ cells: [String]) -> [UInt8] {
        var writer = CSVWriter(columns: [], keepsFormulas: true)
        writer.bytes = []
        for cell in cells { writer.append(cell) }
        writer.endRow()
        return writer.bytes
    }
}
