package import Diagnostics
import Foundation
import GRDB

/// Reads the tables of a SQLite file from a copy of it, so that nothing beside the file is touched.
///
/// SQLite writes next to a database even to read it; rows that still stand in `-wal`, and a `-journal` left
/// by a crash, are copied with it and taken up in the copy. Of a file that is being written the state last
/// committed is read; a writer's lock is not waited for.
package enum SQLiteFile {
    static let mostBytes = 1 << 30
    static let seconds = 60

    /// The tables of the file at `file` on disk, which messages name as `source`. With one table in the file,
    /// or one named by the resource, it has the resource's name; else each has its own.
    ///
    /// `folder` must be there and may be written; what is copied into it is taken away again.
    package static func read(
        _ resource: Resource, at file: String, named source: String, copyingTo folder: String,
        reporting diagnostics: inout [Diagnostic]
    ) -> [Table] {
        var problems = FileProblems(path: source)
        defer { problems.report(to: &diagnostics) }
        let copy = SQLiteCopy(of: file, named: source, in: folder)
        defer { copy.remove() }
        guard isDatabase(file, source, reporting: &problems), copy.make(reporting: &problems) else {
            return []
        }
        do {
            return try tables(resource, copy.path, source, reporting: &problems)
        } catch let error as DatabaseError {
            problems.add(diagnostic(error, source))
        } catch {
            problems.add(
                Diagnostic("sqlite", at: SourceLocation(path: source), "the file could not be read: \(error)")
            )
        }
        return []
    }

    private static func isDatabase(
        _ file: String, _ source: String, reporting problems: inout FileProblems
    ) -> Bool {
        func refuse(_ code: String, _ message: String) -> Bool {
            problems.add(Diagnostic(code, at: SourceLocation(path: source), message))
            return false
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            return refuse("not-a-file", "this is not a regular file")
        }
        let size = attributes[.size] as? Int ?? 0
        guard size <= mostBytes else {
            return refuse(
                "file-too-large", "the file has \(size) bytes, more than the \(mostBytes) that are read")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            return refuse("unreadable", "the file cannot be opened for reading")
        }
        defer { try? handle.close() }
        let head = (try? handle.read(upToCount: 16)).flatMap { $0 } ?? Data()
        guard head.elementsEqual("SQLite format 3\0".utf8) else {
            return refuse(
                "not-a-database",
                size == 0 ? "the file is empty, not a SQLite database" : "this is not a SQLite database")
        }
        return true
    }

    private static func tables(
        _ resource: Resource, _ path: String, _ source: String, reporting problems: inout FileProblems
    ) throws -> [Table] {
        let deadline = QueryDeadline()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            database.limit(valueBytes: 16 << 20, until: deadline)
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        var found = problems
        let tables = try queue.unsafeRead { database -> [Table] in
            deadline.start(.seconds(seconds))
            guard try isSound(database, source, &found) else { return [] }
            let names = try chosenTables(resource, database, source, &found)
            return try names.compactMap { name in
                var reader = SQLiteTableReader(database, name, source)
                let raw = try reader.read(reporting: &found)
                var described = resource
                if names.count > 1 {
                    described.name = name
                    described.schema = nil
                }
                return raw.flatMap { Table($0, described, reporting: &found) }
            }
        }
        problems = found
        return tables
    }

    private static func isSound(
        _ database: GRDB.Database, _ source: String, _ problems: inout FileProblems
    ) throws -> Bool {
        let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? ""
        if answer == "ok" { return true }
        problems.add(
            Diagnostic(
                "malformed-database", at: SourceLocation(path: source), "the database is damaged: \(answer)"))
        return false
    }

    private static func chosenTables(
        _ resource: Resource, _ database: GRDB.Database, _ source: String, _ problems: inout FileProblems
    ) throws -> [String] {
        let names = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM pragma_table_list
                WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT GLOB 'sqlite_*'
                ORDER BY name COLLATE BINARY
                """)
        func refuse(_ code: String, _ message: String, _ help: String?) -> [String] {
            problems.add(
                Diagnostic(code, at: resource.location ?? SourceLocation(path: source), message, help: help))
            return []
        }
        if let wanted = resource.sqliteTable {
            if names.contains(wanted) { return [wanted] }
            return refuse(
                "unknown-table", "'\(source)' has no table '\(wanted)'", suggestion(for: wanted, among: names)
            )
        }
        if names.isEmpty { return refuse("no-tables", "'\(source)' has no tables", nil) }
        if names.count > 1, resource.schema != nil {
            return refuse(
                "which-table", "'\(source)' has several tables, and the schema does not say of which it is",
                "name it: table: \(names[0])")
        }
        return names
    }

    private static func diagnostic(_ error: DatabaseError, _ source: String) -> Diagnostic {
        let place = SourceLocation(path: source)
        let said = error.message ?? "error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            return Diagnostic("malformed-database", at: place, "the database is damaged: \(said)")
        case .SQLITE_INTERRUPT:
            return Diagnostic("too-slow", at: place, "reading the database took longer than \(seconds) s")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY:
            return Diagnostic(
                "sqlite", at: place, "the database could not be read: \(said)", failing: .surroundings)
        default: return Diagnostic("sqlite", at: place, "the database could not be read: \(said)")
        }
    }
}
