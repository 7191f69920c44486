import Diagnostics
import GRDB

extension DatabaseLoader {
    /// Makes an index from its tables, and from it the tables `NAME_standings` and `NAME_editions`.
    mutating func make(_ definition: IndexDefinition) throws {
        guard failedViews.isDisjoint(with: definition.neededTables) else { return }
        var reading = IndexReading(definition, runner, descriptions)
        let input = reading.input()
        diagnostics += reading.diagnostics
        guard !reading.diagnostics.hasErrors else { return }
        var problems: [Diagnostic] = []
        let index = Index(definition, input, reporting: &problems)
        diagnostics += problems.map { origins.withExcerpt($0, or: definition.source) }
        let free = definition.promisedNames.map { isFree($0, at: definition.location) }
        guard !free.contains(false) else { return }
        indexes.append(index)
        let added = functions(of: index, connection.trace)
        connection.queue.writeWithoutTransaction { database in
            for function in added { database.add(function: function) }
        }
        names.functions += added.map(\.name)
        let prefix = functionPrefix(of: index.name)
        let standings = "\(definition.name)_standings"
        for name in definition.promisedNames { dependencies[name] = tables(of: definition) }
        for entry in FunctionGuide.index {
            names.indexTables[(prefix + entry.name).lowercased()] = standings
            names.signatures[(prefix + entry.name).lowercased()] = [prefix + entry.signature]
            names.indexSignatures[entry.name, default: []].append(prefix + entry.signature)
        }
        try indexRows(of: definition)
        try materialise(index.standingsTable)
        try materialise(index.editionsTable(in: forms))
    }

    /// The tables and views that an index is made from, as they are called.
    private func tables(of definition: IndexDefinition) -> Set<String> {
        let needed = definition.neededTables
        return Set(descriptions.keys.filter { needed.contains($0.lowercased()) })
    }

    private mutating func materialise(_ table: MadeTable) throws {
        let firstRow = origins.add(madeFrom: table.rows.map(\.sources))
        try connection.queue.writeWithoutTransaction { try $0.create(table, firstRow: firstRow) }
        add(
            TableDescription(
                name: table.name, kind: .index, columns: table.columns, rowCount: table.rows.count, path: nil)
        )
    }
}

/// A table that the pipeline makes itself, as values.
struct MadeTable: Sendable {
    struct Row: Sendable {
        let values: [Value]
        let sources: [RowID]
    }

    let name: String
    let columns: [TableDescription.Column]
    let rows: [Row]
    /// Names of the columns by which it is looked up.
    let key: [String]
}

extension GRDB.Database {
    func create(_ table: MadeTable, firstRow: Int64) throws {
        let columns = table.columns.map { column in
            let type =
                switch column.type {
                case .integer, .boolean: "INTEGER"
                case .number: "REAL"
                default: "TEXT"
                }
            return "\(column.name.sqlName) \(type)"
        }
        let key = table.key.map(\.sqlName).joined(separator: ", ")
        try execute(sql: "CREATE TABLE \(table.name.sqlName) (\(columns.joined(separator: ", "))) STRICT")
        try inTransaction {
            let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
            let names = (["rowid"] + table.columns.map(\.name.sqlName)).joined(separator: ", ")
            let statement = try makeStatement(
                sql: "INSERT INTO \(table.name.sqlName) (\(names)) VALUES (\(marks))")
            try statement.insert(table.rows, firstRow: firstRow)
            return .commit
        }
        try execute(
            sql: "CREATE UNIQUE INDEX \((table.name + " key").sqlName) ON \(table.name.sqlName) (\(key))")
    }
}
