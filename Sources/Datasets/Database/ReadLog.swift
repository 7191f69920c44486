import GRDB
import Synchronization

/// What queries have read.
package struct Reading: Sendable, Hashable {
    /// Tables, views and tables of indexes, by name.
    package var tables: Set<String> = []
    /// The rows of files that the results lead back to. A query that keeps no track of its rows adds none
    /// here, but its tables above.
    package var rows: Set<RowID> = []

    package init() {}

    package mutating func formUnion(_ other: Reading) {
        tables.formUnion(other.tables)
        rows.formUnion(other.rows)
    }
}

/// Takes down what the queries of one `Database` value read, whoever asks them: what is written down here
/// is what was read, and no list has to be kept beside it.
package final class ReadLog: Sendable {
    private let notes = Mutex(Reading())

    package init() {}

    package var reading: Reading { notes.withLock { $0 } }

    func add(tables: Set<String>, rows: some Sequence<RowID>) {
        notes.withLock {
            $0.tables.formUnion(tables)
            $0.rows.formUnion(rows)
        }
    }
}

extension Database {
    /// The same database, whose queries are written down.
    package func recorded(in log: ReadLog) -> Database {
        var copy = self
        copy.log = log
        return copy
    }

    /// All tables that lie behind the given ones, those themselves among them: behind a view the tables of
    /// its query, behind an index the tables that define it.
    package func tables(behind names: Set<String>) -> Set<String> {
        var found = names
        var waiting = Array(names)
        while let name = waiting.popLast() {
            for next in dependencies[name] ?? [] where found.insert(next).inserted { waiting.append(next) }
        }
        return found
    }
}

extension PreparedQuery {
    /// The tables and views that a statement of this query reads, by SQLite's own account, and the indexes
    /// whose functions it calls.
    func tablesRead(by statement: Statement, _ names: SchemaNames) -> Set<String> {
        var found: Set<String> = []
        let region = statement.databaseRegion
        // Nothing is read that is not named, if only in the quotes of a text, which SQLite lets pass for a name.
        for table in [words, texts].joined().compactMap({ names.tablesByWord[$0] }) {
            let kept = names.views.contains(table) ? DatabaseLoader.rowsTable(of: table) : table
            if region.isModified(byEventsOfKind: .insert(tableName: kept)) { found.insert(table) }
        }
        for word in words {
            if let table = names.indexTables[word] { found.insert(table) }
        }
        return found
    }
}
