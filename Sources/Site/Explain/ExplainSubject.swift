import Datasets
import Diagnostics

/// What `sitegen explain` is asked about.
enum ExplainSubject {
    case page(RenderedPage)
    case figure(FigureCatalogue.Entry)
    case row(RowID)
    case table(String)
}

extension BuildRecord {
    /// A page by its address, its file in the output or its Markdown file; a row as `FILE:LINE` or
    /// `TABLE:KEY`; a figure by its name, a table by its own or its file's. Nil where it is none of these.
    func subject(_ asked: String) -> ExplainSubject? {
        if data.database.tables.contains(where: { $0.name == asked }) { return .table(asked) }
        if let entry = rendered.catalogue.entries.first(where: { $0.figure.name == asked }) {
            return .figure(entry)
        }
        if let page = page(asked) { return .page(page) }
        if let row = row(asked) { return .row(row) }
        if let entry = figure(asked) { return .figure(entry) }
        if let table = data.database.tables.first(where: { isFile(asked, $0.path) }) {
            return .table(table.name)
        }
        return nil
    }

    /// Where nothing answers to a name: what was probably meant.
    func suggestion(for asked: String) -> String? {
        if let (table, key) = tableAndKey(asked) {
            let keys = keys(of: table)
            let lines = (0..<table.rowCount).map { table.line(row: $0) }
            if Int(key) != nil, let first = lines.min(), let last = lines.max(), first > 0 {
                return "the rows of '\(table.name)' stand on the lines \(first) to \(last) of \(table.path)"
            }
            return nearMiss(key, among: keys).map { "did you mean '\(table.name):\($0)'?" }
                ?? keys.first.map { "write the key of a row, such as '\(table.name):\($0)'" }
        }
        let names =
            rendered.pages.map(\.plan.address.text) + rendered.catalogue.entries.map(\.figure.name)
            + data.database.tables.map(\.name)
        return nearMiss(asked, among: names).map { "did you mean '\($0)'?" }
            ?? "name a page (/about/), a row (FILE:LINE or TABLE:KEY), a chart or a table"
    }

    // MARK: Pages and figures

    private func page(_ asked: String) -> RenderedPage? {
        let address = address(asked)
        return rendered.pages.first { page in
            page.plan.address.text == address || page.plan.address.file.text == asked
                || page.plan.article.map { isFile(asked, $0.path) } ?? false
        }
    }

    /// `Output/peaks/north/index.html` and `peaks/north` as `/peaks/north/`.
    private func address(_ asked: String) -> String {
        var path = asked
        for folder in [outputFolder + "/", "Output/"] where path.hasPrefix(folder) {
            path = String(path.dropFirst(folder.count))
        }
        if path.hasSuffix("index.html") { path = String(path.dropLast("index.html".count)) }
        if !path.hasPrefix("/") { path = "/" + path }
        return path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"
    }

    private func figure(_ asked: String) -> FigureCatalogue.Entry? {
        let name = asked.hasPrefix("/charts/") ? String(asked.dropFirst("/charts/".count)) : asked
        return rendered.catalogue.entries.first { entry in
            entry.figure.name == name || name.hasPrefix(entry.figure.name + "/")
        }
    }

    // MARK: Rows

    private func row(_ asked: String) -> RowID? {
        guard let (table, key) = tableAndKey(asked), let number = number(of: key, in: table) else {
            return nil
        }
        return data.database.row(number, of: table.name)
    }

    private func tableAndKey(_ asked: String) -> (Table, String)? {
        guard let colon = asked.firstIndex(of: ":") else { return nil }
        let name = String(asked[..<colon])
        let table = data.tables.first { $0.name == name || isFile(name, $0.path) }
        return table.map { ($0, String(asked[asked.index(after: colon)...])) }
    }

    /// By key, else by the line of the file on which the row stands.
    private func number(of key: String, in table: Table) -> Int? {
        if let number = keys(of: table).firstIndex(of: key) { return number }
        guard let line = Int(key) else { return nil }
        return (0..<table.rowCount).first { row in
            table.line(row: row) == line
                || table.line(row: row) < line && row + 1 < table.rowCount && line < table.line(row: row + 1)
        }
    }

    /// The key of each row, its parts divided by commas.
    func keys(of table: Table) -> [String] {
        let columns = table.schema.primaryKey.compactMap(table.columnIndex)
        guard !columns.isEmpty else { return [] }
        return (0..<table.rowCount).map { row in
            columns.map { table.text(row: row, column: $0) ?? "" }.joined(separator: ",")
        }
    }

    /// Whether a path as somebody types it means this file: the whole path, or its end.
    private func isFile(_ asked: String, _ path: String?) -> Bool {
        guard let path, !asked.isEmpty else { return false }
        return path == asked || path.hasSuffix("/" + asked)
    }
}
