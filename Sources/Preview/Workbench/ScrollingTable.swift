import Markup

extension MarkupWriter {
    /// A table that scrolls in a box of its own where it is wider than the page.
    ///
    /// - Parameter body: writes its rows
    mutating func scrollingTable(_ label: String, columns: [String], body: (inout MarkupWriter) -> Void) {
        element("div", ["class": "scroll", "tabindex": 0, "role": "region", "aria-label": "\(label)"]) {
            box in
            box.element("table") { table in
                table.element("thead") { head in
                    head.element("tr") { row in
                        for column in columns { row.element("th", ["scope": "col"], text: column) }
                    }
                }
                table.element("tbody", content: body)
            }
        }
    }
}
