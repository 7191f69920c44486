import Diagnostics
import Foundation
import GRDB

/// Reads one table of a SQLite database.
///
/// Texts are fetched as their bytes: asked for as texts, those with a NUL would come cut short and those that
/// are no UTF-8 repaired.
struct SQLiteTableReader {
    private let database: GRDB.Database
    private let table: String
    private let source: String
    private var isUTF16 = false
    private var isBigEndian = false

    private var bytes: [UInt8] = []
    private var spans: [CellStorage.Span] = []
    private var kinds: [ColumnKinds] = []

    init(_ database: GRDB.Database, _ table: String, _ source: String) {
        self.database = database
        self.table = table
        self.source = source
    }

    mutating func read(reporting problems: inout FileProblems) throws -> RawTable? {
        let encoding = try String.fetchOne(database, sql: "PRAGMA encoding") ?? "UTF-8"
        isUTF16 = encoding != "UTF-8"
        isBigEndian = encoding == "UTF-16be"
        let names = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid",
            arguments: [table])
        guard !names.isEmpty, names.count <= ReadingLimits.columns else {
            problems.add(
                problem(
                    names.isEmpty ? "no-columns" : "too-many-columns",
                    "the table '\(table)' has \(names.count) columns"))
            return nil
        }
        kinds = names.map { _ in ColumnKinds() }
        guard let rowCount = try readRows(names, reporting: &problems) else { return nil }
        let columns = names.map { RawTable.Column(name: $0, location: SourceLocation(path: source)) }
        let cells = CellStorage(
            path: source, bytes: bytes, columnCount: names.count, rowCount: rowCount, spans: spans,
            positions: .none)
        return RawTable(columns: columns, cells: cells, types: kinds.map(\.type))
    }

    private mutating func readRows(_ names: [String], reporting problems: inout FileProblems) throws -> Int? {
        let cells = names.map { name -> String in
            let column = Self.quoted(name)
            return
                "typeof(\(column)), CASE typeof(\(column)) WHEN 'text' THEN CAST(\(column) AS BLOB) ELSE \(column) END"
        }
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(cells.joined(separator: ", ")) FROM \(Self.quoted(table))")
        var count = 0
        while let row = try rows.next() {
            guard count < ReadingLimits.rows, bytes.count < Int(UInt32.max) / 2 else {
                problems.add(problem("too-many-rows", "the table '\(table)' holds more than is read"))
                return nil
            }
            for column in names.indices {
                let type: String = row[2 * column]
                let value: DatabaseValue = row[2 * column + 1]
                append(type, value, names[column], count + 1, column, reporting: &problems)
            }
            count += 1
        }
        return count
    }

    /// A name as SQL writes it whatever it holds; GRDB's own way leaves quotes in it alone.
    private static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private mutating func append(
        _ type: String, _ value: DatabaseValue, _ name: String, _ row: Int, _ column: Int,
        reporting problems: inout FileProblems
    ) {
        let start = bytes.count
        switch value.storage {
        case .int64(let number):
            bytes += String(number).utf8
            kinds[column].see(.integer(number))
        case .double(let number) where number.isFinite:
            bytes += String(number).utf8
            kinds[column].see(.real(number))
        case .blob(let data) where type == "text":
            if let text = text(data) {
                bytes += text
                kinds[column].see(.text(""))
            } else {
                problems.add(
                    wrong("invalid-text", "holds a text that is no Unicode, or holds NUL", name, row))
            }
        case .blob: problems.add(wrong("blob", "holds a blob, which no cell shows", name, row))
        case .double: problems.add(wrong("not-finite", "holds a number that is not finite", name, row))
        case .null, .string: break
        }
        let length = bytes.count - start
        let isPresent = length > 0 || type == "text"
        spans.append(isPresent ? CellStorage.Span(start: start, length: length) : .absent(at: start))
    }

    private func text(_ data: Data) -> [UInt8]? {
        let text = isUTF16 ? utf8(fromUTF16: [UInt8](data)) : [UInt8](data)
        guard let text, !text.contains(0), (try? UTF8Span(validating: text.span)) != nil else { return nil }
        return text
    }

    private func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }

    private func wrong(_ code: String, _ what: String, _ name: String, _ row: Int) -> Diagnostic {
        problem(code, "\(table).\(name) in row \(row) \(what)")
    }

    private func problem(_ code: String, _ message: String) -> Diagnostic {
        Diagnostic(code, at: SourceLocation(path: source), message)
    }
}
