/// What a query found.
package struct ResultSet: Sendable, Hashable {
    /// In the order of the query, without the hidden columns that it did not ask for by name.
    package let columns: [String]
    package let rows: [ResultRow]
    /// Whether the query says in which order its rows come; without that the order is no promise.
    package let isOrdered: Bool
    /// The tables, views and tables of indexes that it was read from.
    package let tables: Set<String>

    package init(
        columns: [String], rows: [ResultRow], isOrdered: Bool = true, tables: Set<String> = []
    ) {
        self.columns = columns
        self.rows = rows
        self.isOrdered = isOrdered
        self.tables = tables
    }

    /// Names are compared as SQL does, without regard to the case of ASCII letters.
    package func columnIndex(_ name: String) -> Int? {
        columns.firstIndex(of: name) ?? columns.firstIndex { $0.lowercased() == name.lowercased() }
    }
}

/// One row of a result, and the rows of tables that it was made from.
package struct ResultRow: Sendable, Hashable {
    /// As many as the result has columns.
    package let values: [Value]
    /// Numbers as their source printed them, where the query selected all columns of a table (`*`); empty
    /// where it selected none of these.
    package let printed: [Int: String]
    /// The rows of tables with a file that this row was made from; sorted, each once.
    ///
    /// Those of `_row` or `rows(_row)` where the query names them; else those of all tables of the
    /// outermost SELECT, unless that is DISTINCT, one of several, or selects from a SELECT of its own. A
    /// view leads on to its rows where it keeps `_row`.
    package let sources: [RowID]

    package init(values: [Value], printed: [Int: String] = [:], sources: [RowID] = []) {
        self.values = values
        self.printed = printed
        self.sources = sources
    }

    /// The value as it is shown: as the source printed it where that is known; nil for no value.
    package func text(_ column: Int) -> String? {
        printed[column] ?? values[column].text
    }
}

/// The one value of a scalar expression, and the rows of tables that it was read from.
package struct ScalarResult: Sendable, Hashable {
    package let value: Value
    /// Of a measure that the expression is a call of and nothing else.
    let decimals: Int?
    /// The tables, views and tables of indexes that it was read from.
    package let tables: Set<String>
    /// Sorted, each once; empty where the expression keeps no track of its rows.
    package let sources: [RowID]

    /// The value as it is shown.
    package var text: String? {
        guard let decimals, let number = value.number else { return value.text }
        return PrintedNumber.fixed(number, decimals: decimals)
    }
}
