import Datasets
import Diagnostics

/// A table as its author described it.
struct TableDefinition: Sendable {
    let title: String
    let subtitle: String
    let note: String
    let sources: [String]
    let rows: ChartDefinition.RowSource
    /// As they are named; all columns of the rows where the author names none.
    let columns: [Column]
    /// The column whose cells name their rows; the first that holds text where nil.
    let rowHeader: LocatedText?
    let limit: Int?
    /// What is said in place of a table without rows.
    let emptyText: String
    /// Whether a reader with scripts may order the rows by a column.
    let isSortable: Bool
    /// Where the value of each key stands.
    let locations: [String: SourceLocation]
    let location: SourceLocation

    struct Column: Sendable, Hashable {
        let name: LocatedText
        var title: String?
        var unit: String?
        var decimals: Int?
        var align: Alignment?
        var format = Format.plain
        /// Where the cell's text leads, made from the columns of its row.
        var link: TextPattern?
        /// Whether the cells are shaded by their numbers.
        var isShaded = false
        /// Whether less is better, so that a line of ranks rises towards 1 and the first place is the darkest.
        var isInverted = false

        init(name: LocatedText) { self.name = name }
    }

    enum Alignment: String, Sendable, Hashable, CaseIterable {
        case start, end, center
    }

    /// How a cell's value is written.
    enum Format: String, Sendable, Hashable, CaseIterable {
        /// Text as it is, numbers with the column's decimals or as they are.
        case plain
        case number
        /// A place in a ranking: ranks that were not published are marked.
        case rank
        /// Places won or lost, with an arrow.
        case change
        /// A day, a month or a year in words.
        case date
        /// A small line of the numbers in the cell, which are separated by commas; an empty one is a gap.
        case sparkline
    }
}

extension TableDefinition {
    /// Reads a `table` block or file; nil without a title or rows.
    init?(reading keys: inout KeyedReader) {
        _ = keys.text("type")
        let title = keys.text("title", required: true)
        subtitle = keys.text("subtitle") ?? ""
        note = keys.text("note") ?? ""
        sources = keys.texts("source", "sources") ?? []
        let index = keys.located("index")
        let table = keys.located("table")
        let query = keys.located("query")
        let condition = keys.located("where")
        rowHeader = keys.located("row_header")
        limit = keys.integer("limit", in: 1...100_000)
        isSortable = keys.flag("sortable") ?? false
        emptyText = keys.text("empty") ?? "No rows."
        columns = Self.columns(&keys)
        locations = Dictionary(keys.entries.map { ($0.key, $0.value.location) }) { first, _ in first }
        location = keys.location
        self.title = title ?? ""
        if let query {
            rows = .query(query)
        } else if let table {
            rows = .table(table)
        } else if let index {
            rows = .index(index, condition: condition)
        } else {
            rows = .none
            keys.report(
                "row-source", at: keys.location, "nothing says where the rows of this table come from",
                help: "add 'query: SELECT …', 'table: NAME' or 'index: NAME'")
        }
        if title == nil || rows == .none { return nil }
    }

    private static func columns(_ keys: inout KeyedReader) -> [Column] {
        guard let items = keys.value("columns")?.list else { return [] }
        return items.compactMap { item in
            if let name = item.text {
                return Column(name: LocatedText(name, at: item.location))
            }
            return keys.nested(item, named: "a column") { column(&$0) }
        }
    }

    private static func column(_ keys: inout KeyedReader) -> Column? {
        guard let name = keys.located("column", required: true) else { return nil }
        var column = Column(name: name)
        column.title = keys.text("title")
        column.unit = keys.text("unit")
        column.decimals = keys.integer("decimals", in: 0...9)
        column.align = keys.choice("align", of: Alignment.self)
        column.format = keys.choice("format", of: Format.self) ?? .plain
        column.isShaded = keys.flag("shade") ?? false
        column.isInverted = keys.flag("inverted") ?? (column.format == .rank)
        column.link = keys.text("link").flatMap { text in
            let pattern = TextPattern(text)
            if pattern == nil {
                keys.report(
                    "pattern", at: keys.valueLocation(of: "link"), "'\(text)' is no pattern of an address")
            }
            return pattern
        }
        return column
    }
}
