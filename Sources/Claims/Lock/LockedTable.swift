/// The rows of a table whose past is not to be rewritten, by primary key.
package struct LockedTable: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        /// In the order of the table's `key`.
        package let key: [ClaimValue]
        /// In the order of the table's `columns`.
        package let values: [ClaimValue]

        package init(key: [ClaimValue], values: [ClaimValue]) {
            self.key = key
            self.values = values
        }
    }

    package let name: String
    /// The names of the columns of the primary key.
    package let key: [String]
    /// The names of the other columns.
    package let columns: [String]
    package let rows: [Row]

    package init(name: String, key: [String], columns: [String], rows: [Row]) {
        self.name = name
        self.key = key
        self.columns = columns
        self.rows = rows
    }
}
