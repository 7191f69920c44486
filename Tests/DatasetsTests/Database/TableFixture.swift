import Diagnostics

@testable import Datasets

/// A table from lines of cells between commas, the first with the columns: `id`, `mbps:number`.
func table(_ name: String, _ lines: String, key: [String] = []) -> Table {
    let path = "Content/data/\(name).csv"
    let bytes = Array(lines.utf8)
    var rows: [[(start: Int, length: Int)]] = [[]]
    var start = 0
    for (index, byte) in (bytes + [0x0A]).enumerated() where byte == 0x2C || byte == 0x0A {
        rows[rows.count - 1].append((start, index - start))
        start = index + 1
        if byte == 0x0A, index < bytes.count { rows.append([]) }
    }
    let fields = rows[0].map { cell in
        let parts = String(decoding: bytes[cell.start..<cell.start + cell.length], as: UTF8.self)
            .split(separator: ":").map(String.init)
        return Field(parts[0], FieldType(rawValue: parts.count > 1 ? parts[1] : "string") ?? .string)
    }
    let cells = rows.dropFirst()
    var schema = Schema(fields: fields)
    schema.primaryKey = key
    let spans = cells.joined().map { cell in
        var span = CellStorage.Span(start: cell.start, length: cell.length)
        span.isMissing = cell.length == 0
        return span
    }
    let storage = CellStorage(
        path: path, bytes: bytes, columnCount: fields.count, rowCount: cells.count, spans: spans,
        positions: .inText(rowLines: cells.indices.map { UInt32($0 + 1) }))
    return Table(name: name, schema: schema, cells: storage)
}

/// A database of these tables and views, which must load without a problem.
func database(_ tables: Table..., views: [String: String] = [:]) -> Database {
    var diagnostics: [Diagnostic] = []
    let definitions = views.map { ViewDefinition(name: $0, statement: SQLText($1)) }
    let database = Database(tables: tables, views: definitions, reporting: &diagnostics)
    precondition(diagnostics.isEmpty, "\(diagnostics.map { DiagnosticFormatter().format($0) })")
    return database
}

extension Database {
    /// The rows of a query as text with `|` between the cells and `-` for none, and what is wrong with it.
    func answer(_ query: String, _ parameters: [String: Value] = [:]) -> [String] {
        var diagnostics: [Diagnostic] = []
        let source = SourceText(path: "q.sql", query)
        let result = self.query(SQLText(file: source), parameters: parameters, reporting: &diagnostics)
        let rows = (result?.rows ?? []).map { row in
            row.values.indices.map { row.text($0) ?? "-" }.joined(separator: "|")
        }
        return rows + diagnostics.map(\.shortText)
    }
}

extension Diagnostic {
    /// Place, code, message and help on one line.
    var shortText: String {
        let place = location.map { "\($0.description) " } ?? ""
        return "\(place)[\(code)] \(message)" + (help.map { "; \($0)" } ?? "")
    }
}
