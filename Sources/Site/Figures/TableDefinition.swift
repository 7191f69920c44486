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
    let location: SourceLocation

    struct Column: Sendable, Hashable {
        let name: LocatedText
        let title: String?
        let unit: String?
        let decimals: Int?
        let align: Alignment?
        let format: Format
        /// Where the cell's text leads, made from the columns of its row.
        let link: TextPattern?
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
        emptyText = keys.text("empty") ?? "No rows."
        columns = Self.columns(&keys)
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
                let name = LocatedText(name, at: item.location)
                return Column(
                    name: name, title: nil, unit: nil, decimals: nil, align: nil, format: .plain, link: nil)
            }
            return keys.nested(item, named: "a column") { column($0.location, &$0) }
        }
    }

    private static func column(_ location: SourceLocation, _ keys: inout KeyedReader) -> Column? {
        let name = keys.located("column", required: true)
        let title = keys.text("title")
        let unit = keys.text("unit")
        let decimals = keys.integer("decimals", in: 0...9)
        let align = keys.choice("align", of: Alignment.self)
        let format = keys.choice("format", of: Format.self) ?? .plain
        let link = keys.text("link").flatMap { text in
            let pattern = TextPattern(text)
            if pattern == nil {
                keys.report(
                    "pattern", at: keys.valueLocation(of: "link"), "'\(text)' is no pattern of an address")
            }
            return pattern
        }
        guard let name else { return nil }
        return Column(
            name: name, title: title, unit: unit, decimals: decimals, align: align, format: format, link: link
        )
    }
}
