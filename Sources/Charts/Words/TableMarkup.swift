internal import Markup

extension ChartTable {
    /// The table as HTML: caption, `scope` on every header, numbers marked for right alignment.
    public var html: [UInt8] {
        var writer = MarkupWriter(.html)
        writer.element("table", ["class": "sg-table"]) { table in
            table.element("caption", text: caption)
            table.element("thead") { head in
                head.element("tr") { row in
                    for column in columns { row.element("th", ["scope": "col"], text: column) }
                }
            }
            table.element("tbody") { body in
                for row in rows { Self.write(row, to: &body) }
            }
        }
        return writer.markup.bytes
    }

    private static func write(_ row: Row, to body: inout MarkupWriter) {
        body.element("tr") { line in
            line.element("th", ["scope": "row"], text: row.header)
            for cell in row.cells {
                line.element("td", ["class": isNumber(cell.text) ? "sg-number" : .absent], text: cell.text)
            }
        }
    }

    /// Whether the text begins with a digit or a sign and holds no space, which dates and titles do.
    private static func isNumber(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, !text.contains(" ") else { return false }
        return ("0"..."9").contains(first) || first == "−" || first == "–" || first == "+"
    }
}
