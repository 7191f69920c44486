import Datasets
import Diagnostics
import Foundation
import Testing

import class GRDB.DatabaseQueue

@Suite struct `Reading SQLite files` {
    @Test func `every table is read, with its values exactly as they are`() throws {
        try withFolder { folder in
            try write(
                folder,
                """
                CREATE TABLE "od""d" (id TEXT PRIMARY KEY, "a b" INT, x REAL, twice GENERATED ALWAYS AS (x * 2)) WITHOUT ROWID;
                INSERT INTO "od""d" VALUES ('b', NULL, 0.1), ('a', 9223372036854775807, -2.5);
                CREATE TABLE other (day TEXT) STRICT; INSERT INTO other VALUES ('2014-04-28');
                """)
            let (tables, problems) = read(folder)
            #expect(problems == [])
            #expect(tables.map(\.name) == ["od\"d", "other"])
            let odd = try #require(tables.first)
            #expect(odd.fields.map(\.name) == ["id", "a b", "x", "twice"])
            #expect(odd.fields.map(\.type) == [.string, .integer, .number, .number])
            #expect(odd.value(row: 0, column: 1) == .integer(Int64.max))
            #expect(odd.value(row: 1, column: 1) == .null)
            #expect(odd.value(row: 1, column: 2) == .real(0.1))
            #expect(odd.value(row: 0, column: 3) == .real(-5))
            #expect(tables.last?.fields.map(\.type) == [.date])
        }
    }

    @Test func `rows that are only in the log are read, and nothing is left beside the file`() throws {
        try withFolder { folder in
            let queue = try DatabaseQueue(path: folder + "/t.db")
            try queue.inDatabase { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL")
                try database.execute(sql: "CREATE TABLE t (a); PRAGMA wal_autocheckpoint = 0")
                try database.execute(sql: "INSERT INTO t VALUES (1), (2)")
            }
            let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            let (tables, problems) = read(folder)
            #expect(problems == [])
            #expect(tables.map(\.name) == ["r"])
            #expect(tables.first?.rowCount == 2)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/copies") == [])
            try queue.close()
        }
    }

    @Test(arguments: ["UTF-16le", "UTF-16be"])
    func `texts of other encodings are read`(encoding: String) throws {
        try withFolder { folder in
            try write(
                folder, "PRAGMA encoding = '\(encoding)'; CREATE TABLE t (a); INSERT INTO t VALUES ('é😀')")
            #expect(read(folder).tables.first?.text(row: 0, column: 0) == "é😀")
        }
    }

    @Test(arguments: [
        ("x'00ff'", "t.a in row 1 holds a blob, which no cell shows"),
        ("9e999", "t.a in row 1 holds a number that is not finite"),
        ("CAST(x'e9' AS TEXT)", "t.a in row 1 holds a text that is no Unicode, or holds NUL"),
        ("'a' || char(0)", "t.a in row 1 holds a text that is no Unicode, or holds NUL"),
    ])
    func `values that no cell can show are refused`(value: String, message: String) throws {
        try withFolder { folder in
            try write(folder, "CREATE TABLE t (a); INSERT INTO t VALUES (\(value))")
            #expect(read(folder).problems.map(\.message) == [message])
        }
    }

    @Test func `files that are no databases, or damaged ones, are refused`() throws {
        try withFolder { folder in
            for (bytes, message) in [
                ("", "the file is empty, not a SQLite database"),
                ("id,name\n", "this is not a SQLite database"),
            ] {
                try Data(bytes.utf8).write(to: URL(fileURLWithPath: folder + "/t.db"))
                #expect(read(folder).problems.map(\.message) == [message])
            }
            try FileManager.default.removeItem(atPath: folder + "/t.db")
            try write(
                folder,
                """
                CREATE TABLE t (a);
                WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO t SELECT hex(i) || 'padding' FROM n;
                """)
            var whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/t.db"))
            for index in 8_192..<12_288 { whole[index] = 0xAA }
            try whole.write(to: URL(fileURLWithPath: folder + "/t.db"))
            #expect(read(folder).problems.map(\.code) == ["malformed-database"])
            try whole.prefix(6_000).write(to: URL(fileURLWithPath: folder + "/t.db"))
            #expect(read(folder).problems.map(\.code) == ["malformed-database"])
        }
    }

    private func read(_ folder: String) -> (tables: [Table], problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let tables = SQLiteFile.read(
            Resource(name: "r", path: "t.db", format: .sqlite), at: folder + "/t.db", named: "data/t.db",
            copyingTo: folder + "/copies", reporting: &problems)
        return (tables, problems)
    }

    private func write(_ folder: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/t.db")
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "sqlite-file-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder + "/copies", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}
