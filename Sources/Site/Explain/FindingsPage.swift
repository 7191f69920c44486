import Markup

extension Findings {
    /// One HTML file that needs no other: each section as a table.
    package var page: String {
        var writer = MarkupWriter()
        writer.append(literal: "<!doctype html>\n")
        writer.element("html", ["lang": "en"]) { html in
            html.element("head") { head in
                head.element("meta", ["charset": "utf-8"])
                head.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                head.element("meta", ["name": "color-scheme", "content": "light dark"])
                head.element("title", text: title)
                head.element("style") { $0.append(literal: Self.style) }
            }
            html.element("body") { body in
                body.element("main") { main in
                    main.element("h1", text: title)
                    for section in sections { Self.write(section, to: &main) }
                }
            }
        }
        return writer.markup.string + "\n"
    }

    private static func write(_ section: Section, to writer: inout MarkupWriter) {
        writer.element("h2", ["id": "\(section.name)"], text: "\(section.title) (\(section.items.count))")
        guard let columns = section.items.first?.fields.map(\.name), !columns.isEmpty else {
            for item in section.items { writer.element("p", text: item.text) }
            return
        }
        writer.element(
            "div", ["class": "scroll", "tabindex": 0, "role": "region", "aria-labelledby": "\(section.name)"]
        ) { scroll in
            scroll.element("table") { table in
                table.element("thead") { head in
                    head.element("tr") { row in
                        for column in columns { row.element("th", ["scope": "col"], text: column) }
                    }
                }
                table.element("tbody") { body in
                    for item in section.items {
                        body.element("tr") { row in
                            for field in item.fields {
                                row.element("td", ["data-column": "\(field.name)"], text: field.value)
                            }
                        }
                    }
                }
            }
        }
    }

    /// On a narrow screen each row is a list of its cells with their columns' names.
    private static let style: StaticString = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
        .scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}
        th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8886}
        td{overflow-wrap:break-word}th,td::before{text-transform:capitalize}
        @media(max-width:48rem){body{padding:1rem}thead{display:none}
        table,tbody,tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid #8886}
        td{display:grid;grid-template-columns:6rem 1fr;gap:.5rem;padding:0;border:0}td:empty{display:none}
        td{overflow-wrap:anywhere}td::before{content:attr(data-column);opacity:.75}}
        """
}
