package import Diagnostics

/// All tables of a site, its views and its indexes, open to queries that only read.
///
/// Tables keep the hidden column `_row`, and beside each `number` column NAME the hidden column
/// NAME_text with the number as its source printed it. A hidden column is not part of `*`; it is used by
/// name. Safe to use from several threads at a time.
package struct Database: Sendable {
    /// The indexes of the site, in the order of their definitions; one that could not be made is left out.
    package let indexes: [Index]
    package let tables: [TableDescription]
}

extension Database {
    /// Loads the tables, then creates views and indexes in the order in which they need each other: a view
    /// may use the tables `NAME_standings` and `NAME_editions` of an index, whose own tables may be views.
    package init(
        tables: [Table], views: [ViewDefinition] = [], indexes: [IndexDefinition] = [],
        limits: QueryLimits = QueryLimits(), reporting diagnostics: inout [Diagnostic]
    ) {
        self.indexes = []
        self.tables = []
    }

    /// Runs a query of one SELECT; nil where it is wrong, or costs more than the limits allow.
    ///
    /// Of the parameters those that the query names (`:id`) are bound; one that it names and nobody gives
    /// is an error.
    package func query(
        _ statement: SQLText, parameters: [String: Value] = [:], reporting diagnostics: inout [Diagnostic]
    ) -> ResultSet? {
        nil
    }

    /// The names of the columns that a query gives, without running it.
    package func columns(of statement: SQLText, reporting diagnostics: inout [Diagnostic]) -> [String]? {
        nil
    }

    /// The value of an expression such as `rank('a', '2014-03')` or `SELECT count(*) FROM t`; no row, more
    /// than one row or column, and NULL are errors.
    package func scalar(
        _ expression: SQLText, parameters: [String: Value] = [:], reporting diagnostics: inout [Diagnostic]
    ) -> ScalarResult? {
        nil
    }

    /// The row of a file behind a `_row`; nil for a number that no row has.
    package func origin(of row: RowID) -> RowOrigin? {
        nil
    }

    package func index(named name: String) -> Index? { indexes.first { $0.name == name } }
}
