package import Diagnostics

/// A table as it was read: rows of cells, their types, and where each stands in its file.
///
/// Cells are kept as the bytes of their text and become values when asked for, so that a table costs
/// little more than its file, and a number can be shown exactly as it was published.
package struct Table: Sendable, Hashable {
    package let name: String
    package var schema: Schema
    var cells: CellStorage

    init(name: String, schema: Schema, cells: CellStorage) {
        self.name = name
        self.schema = schema
        self.cells = cells
    }

    package var fields: [Field] { schema.fields }
    package var rowCount: Int { cells.rowCount }
    /// The file it was read from, relative to the site's folder.
    package var path: String { cells.path }

    package func columnIndex(_ name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }

    /// The cell's value in the type of its field; `.null` where the cell holds no value, or one that does
    /// not fit the type (which was reported when the table was checked).
    package func value(row: Int, column: Int) -> Value {
        let span = cells.span(row: row, column: column)
        guard !span.isMissing else { return .null }
        return cells.withText(span) { fields[column].value(of: $0) }
    }

    /// The cell's text as it stands in the file, without quotes; nil where the cell holds no value.
    package func text(row: Int, column: Int) -> String? {
        let span = cells.span(row: row, column: column)
        guard !span.isMissing else { return nil }
        return cells.withText(span) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the cells of two rows are written alike; sooner told than what they hold.
    package func isWrittenAlike(row: Int, _ other: Int, column: Int) -> Bool {
        let (left, right) = (cells.span(row: row, column: column), cells.span(row: other, column: column))
        return left.isMissing == right.isMissing && left.hasDoubledQuotes == right.hasDoubledQuotes
            && cells.bytes[left.range] == cells.bytes[right.range]
    }

    /// The items of a list cell as text, or the cell's text as one item in a field of another type.
    package func items(row: Int, column: Int) -> [String] {
        guard let text = text(row: row, column: column) else { return [] }
        return fields[column].items(of: text)
    }

    /// Where the cell stands; without a column the line on which its row begins.
    package func location(row: Int, column: Int? = nil) -> SourceLocation {
        cells.location(row: row, column: column)
    }

    /// The line of the file on which the row begins; 0 where the format has no lines.
    package func line(row: Int) -> Int { cells.line(row: row) }
}
