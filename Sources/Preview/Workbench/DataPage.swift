import Datasets
import Diagnostics
import Markup
import Site

/// The tables and views of the site, and a box for queries over them.
struct DataPage {
    let site: BuiltSite

    var markup: Markup {
        var writer = MarkupWriter()
        writeBox(to: &writer)
        for table in site.database.describe() { write(table, to: &writer) }
        return writer.markup
    }

    private func writeBox(to writer: inout MarkupWriter) {
        writer.element("section", ["class": "query", "aria-labelledby": "query-title"]) { section in
            section.element("h2", ["id": "query-title"], text: "Query")
            section.element(
                "label", ["for": "sql"],
                text: "One SELECT over the tables and views below, which it only reads.")
            section.element(
                "textarea", ["id": "sql", "rows": 5, "spellcheck": "false"],
                text: site.database.tables.first.map { "\nSELECT * FROM \($0.name) LIMIT 20" } ?? "")
            section.element("p", ["class": "actions"]) { actions in
                actions.element("button", ["type": "button", "data-action": "query"], text: "Run")
                actions.element("button", ["type": "button", "data-action": "csv"], text: "As CSV")
            }
            section.element("div", ["class": "result", "role": "status"]) { _ in }
        }
    }

    private func write(_ table: TableDescription, to writer: inout MarkupWriter) {
        writer.element("h2", text: table.name)
        writer.element("p") { line in
            line.text("\(table.kind)")
            if let count = table.rowCount { line.text(", \(counted(count, "row"))") }
            if let path = table.path {
                line.text(", ")
                line.element("code", text: path)
            }
        }
        let columns = ["column", "type", "unit", "description"]
        writer.scrollingTable(table.name, columns: columns) { body in
            for column in table.columns {
                body.element("tr") { row in
                    row.element("th", ["scope": "row"], text: column.name)
                    row.element("td", text: column.type?.rawValue ?? "")
                    row.element("td", text: column.unit ?? "")
                    row.element("td", text: column.description ?? column.title ?? "")
                }
            }
        }
    }
}

/// Answers queries of the data page.
struct QueryWork {
    let site: BuiltSite

    /// More rows than this are for the command line.
    private static let mostRows = 500

    /// A table as markup, CSV, or what is wrong with the query.
    func answer(_ fields: WorkRequest) -> Response {
        guard let sql = fields["sql"] else { return .text(400, "A query is missing.") }
        var problems: [Diagnostic] = []
        guard let result = site.database.query(SQLText(sql), reporting: &problems) else {
            return jsonObject(["html": ProblemPage(problems, token: "").list.string])
        }
        if fields["format"] == "csv" { return jsonObject(["csv": result.formatted(as: .csv)]) }
        return jsonObject(["html": table(result).string])
    }

    private func table(_ result: ResultSet) -> Markup {
        var writer = MarkupWriter()
        writer.element("p", text: counted(result.rows.count, "row"))
        writer.scrollingTable("Result", columns: result.columns) { body in
            for row in result.rows.prefix(Self.mostRows) {
                body.element("tr") { line in
                    for column in result.columns.indices {
                        line.element("td", text: row.text(column) ?? "")
                    }
                }
            }
        }
        if result.rows.count > Self.mostRows {
            writer.element("p", text: "The first \(Self.mostRows); 'sitegen data query' prints them all.")
        }
        return writer.markup
    }
}
