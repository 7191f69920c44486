import Diagnostics
import GRDB

extension GRDB.Database {
    /// Creates a table of the database and fills it, all rows in one transaction.
    func load(_ table: Table, firstRow: Int64) throws {
        let layout = TableLayout(table)
        try execute(sql: layout.creation)
        try inTransaction {
            let statement = try makeStatement(sql: layout.insertion)
            try statement.insert(table, slots: layout.slots, firstRow: firstRow)
            return .commit
        }
        for index in layout.indexes { try execute(sql: index) }
    }
}

/// How a table that was read is kept in the database.
struct TableLayout {
    private let table: Table
    /// In the order of the columns, hidden ones last.
    let slots: [CellSlot]
    /// Names of the hidden columns with numbers as they are printed.
    let hiddenColumns: [String]

    init(_ table: Table) {
        self.table = table
        let taken = Set(table.fields.map { $0.name.lowercased() })
        let printed = table.fields.indices.filter { column in
            table.fields[column].type == .number && !taken.contains(Self.printed(table.fields[column].name))
        }
        hiddenColumns = printed.map { table.fields[$0].name + "_text" }
        slots =
            table.fields.indices.map {
                CellSlot(column: $0, isText: Self.type(table.fields[$0].type) == "TEXT")
            }
            + printed.map { CellSlot(column: $0, isText: true) }
    }

    private static func printed(_ name: String) -> String { (name + "_text").lowercased() }

    var creation: String {
        let columns =
            table.fields.map { "\($0.name.sqlName) \(Self.type($0.type))" }
            + hiddenColumns.map { "\($0.sqlName) TEXT" }
        return "CREATE TABLE \(table.name.sqlName) (\(columns.joined(separator: ", "))) STRICT"
    }

    var insertion: String {
        let names = table.fields.map(\.name) + hiddenColumns
        let columns = (["rowid"] + names.map(\.sqlName)).joined(separator: ", ")
        let marks = Array(repeating: "?", count: names.count + 1).joined(separator: ", ")
        return "INSERT INTO \(table.name.sqlName) (\(columns)) VALUES (\(marks))"
    }

    /// On the keys by which tables are joined.
    var indexes: [String] {
        let keys = [table.schema.primaryKey] + table.schema.foreignKeys.map(\.fields)
        var seen: Set<[String]> = []
        return keys.filter { !$0.isEmpty && seen.insert($0).inserted && $0.allSatisfy(isColumn) }
            .enumerated().map { number, fields in
                let name = "\(table.name) key \(number)".sqlName
                let columns = fields.map(\.sqlName).joined(separator: ", ")
                return "CREATE INDEX \(name) ON \(table.name.sqlName) (\(columns))"
            }
    }

    private func isColumn(_ name: String) -> Bool { table.columnIndex(name) != nil }

    /// What keeps the table out of the database: names that SQL takes for the same, or for its own.
    func problems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var seen: [String: Field] = [:]
        for field in table.fields {
            let name = field.name.lowercased()
            let place = field.location ?? SourceLocation(path: table.path)
            if ["_row", "rowid"].contains(name) || name.isEmpty {
                problems.append(
                    Diagnostic(
                        "reserved-column", at: place,
                        name.isEmpty
                            ? "a column has no name" : "'\(field.name)' cannot be the name of a column",
                        notes: ["'_row' and 'rowid' tell where a row comes from"]))
            }
            if let other = seen.updateValue(field, forKey: name) {
                problems.append(
                    Diagnostic(
                        "duplicate-column", at: place,
                        "the columns '\(other.name)' and '\(field.name)' are the same in a query",
                        notes: ["SQL does not tell capital letters from small ones in names"]))
            }
        }
        return problems
    }

    private static func type(_ type: FieldType) -> String {
        switch type {
        case .number: "REAL"
        case .integer, .boolean, .year: "INTEGER"
        default: "TEXT"
        }
    }
}

extension String {
    /// The text as a name in SQL.
    var sqlName: String {
        "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
