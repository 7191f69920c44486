package import Diagnostics

/// One row of one table: the hidden column `_row`, unique over all tables of a database.
///
/// The numbers follow the order of the tables and of their rows, and are the same in every build of the
/// same data.
package struct RowID: Sendable, Hashable, Comparable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// Where a row of a table comes from.
package struct RowOrigin: Sendable, Hashable {
    package let table: String
    /// Counted from 0 in the order of the file.
    package let row: Int
    package let location: SourceLocation
}
