import Diagnostics
import GRDB

extension DatabaseLoader {
    /// Works out a view once and for all, and gives the number of its rows; nil where that fails or costs
    /// more than a query may, which is reported at the view.
    ///
    /// Pages ask the same views again and again, so their rows are kept in a table of their own. The view
    /// itself selects from this table by names, so that a view without `_row` stays without it.
    ///
    /// - Parameter query: compiled already, and found to be one that only reads
    mutating func keepRows(of query: PreparedQuery, as name: String) -> Int? {
        let limits = connection.limits
        SQLiteMemory.limit(beyondPresent: limits.memoryBytes)
        defer { SQLiteMemory.limit(beyondPresent: nil) }
        let kept = Self.rowsTable(of: name).sqlName
        return runner.running(query, reporting: &diagnostics) { database in
            try database.execute(sql: "CREATE TABLE \(kept) AS \(query.sql)")
            let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(kept)") ?? 0
            guard count <= limits.rows else { throw QueryFailure.tooManyRows }
            let columns = try database.columns(in: Self.rowsTable(of: name)).map(\.name.sqlName)
            try database.execute(
                sql: "CREATE VIEW \(name.sqlName) AS SELECT \(columns.joined(separator: ", ")) FROM \(kept)")
            return count
        }
    }

    static func rowsTable(of view: String) -> String { view + " rows" }

    /// Makes the rows of an index's tables quick to find by period and entity.
    func indexRows(of definition: IndexDefinition) throws {
        guard descriptions[definition.table.text]?.kind == .view else { return }
        let kept = Self.rowsTable(of: definition.table.text)
        let columns = [definition.period, definition.entity.column].map(\.text.sqlName).joined(
            separator: ", ")
        try connection.queue.writeWithoutTransaction { database in
            try database.execute(
                sql:
                    "CREATE INDEX \((kept + " of " + definition.name).sqlName) ON \(kept.sqlName) (\(columns))"
            )
        }
    }
}
