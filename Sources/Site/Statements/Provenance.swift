import Datasets
import Diagnostics

/// From the rows that a value was worked out from to their files and to the sources they name.
struct Provenance: Sendable {
    private let database: Database
    private let references: [String: Reference]
    private let tables: [String: Table]
    /// The tables that have columns whose values are keys of the site's sources, with these columns.
    private let citing: [String: (table: Table, columns: [Int])]

    /// - Parameter citations: the table of sources; columns with a foreign key to it name sources
    init(database: Database, tables: [Table], references: [String: Reference], citations: String?) {
        self.database = database
        self.references = references
        self.tables = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
        citing = self.tables.compactMapValues { table in
            let columns = table.schema.foreignKeys
                .filter { $0.resource == citations && $0.fields.count == 1 }
                .compactMap { table.columnIndex($0.fields[0]) }
            return columns.isEmpty ? nil : (table, columns)
        }
    }

    /// A row and where it stands.
    struct Row: Sendable, Hashable {
        let id: RowID
        let table: String
        /// The row as its file numbers it: the first row of data is 1.
        let number: Int
        let path: String
        let line: Int
    }

    func rows(_ ids: [RowID]) -> [Row] {
        ids.compactMap { id in
            database.origin(of: id).map { origin in
                Row(
                    id: id, table: origin.table, number: origin.row + 1, path: origin.location.path,
                    line: origin.location.line)
            }
        }
    }

    /// The values of its primary key, parted by spaces; empty where its table has none.
    func key(of row: Row) -> String {
        tables[row.table]?.keyText(row: row.number - 1, separator: " ") ?? ""
    }

    /// Its cells, as its file has them.
    func text(of row: Row) -> String {
        guard let table = tables[row.table] else { return "" }
        let cells = table.fields.indices.map { table.text(row: row.number - 1, column: $0) ?? "" }
        let text = cells.joined(separator: ", ")
        return text.count > Self.longestText ? text.prefix(Self.longestText) + "…" : text
    }

    /// The rows of tables, not of the views and indexes between them and a page.
    func origins(_ ids: [RowID]) -> [RowOrigin] { ids.compactMap(database.origin) }

    /// Whether a row of a table is among these, or any row of it where none is named.
    func contains(row: Int?, of table: String, in ids: [RowID]) -> Bool {
        ids.contains { id in
            guard let origin = database.origin(of: id) else { return false }
            return origin.table == table && (row == nil || origin.row == row)
        }
    }

    /// How many characters of a row are told.
    private static let longestText = 90

    /// The sources that the rows name, each once, in the order of the rows.
    func sources(of ids: [RowID]) -> [Reference] {
        var seen: Set<String> = []
        var sources: [Reference] = []
        var last: (table: String, row: Int)?
        for id in ids {
            guard let place = database.place(of: id), let (table, columns) = citing[place.table] else {
                continue
            }
            for column in columns {
                // Rows that follow each other mostly name the same source.
                if let last, last.table == place.table,
                    table.isWrittenAlike(row: place.row, last.row, column: column)
                {
                    continue
                }
                guard let key = table.text(row: place.row, column: column), seen.insert(key).inserted,
                    let source = references[key]
                else { continue }
                sources.append(source)
            }
            last = place
        }
        return sources
    }

    /// The sources' publishers, or the tables of the rows where they name no source: the first of them, and
    /// how many more there are.
    func names(of ids: [RowID], format: LanguageFormat) -> String {
        var seen: Set<String> = []
        var names = sources(of: ids).map { $0.publisher ?? $0.title }.filter { seen.insert($0).inserted }
        if names.isEmpty { names = origins(ids).map(\.table).filter { seen.insert($0).inserted } }
        let told = names.prefix(Self.mostNames).joined(separator: "; ")
        guard names.count > Self.mostNames else { return told }
        return "\(told) \(format.word("and_more", count: names.count - Self.mostNames))"
    }

    /// How many publishers or tables a figure of the text names.
    private static let mostNames = 4
}
