import Charts
import Diagnostics
import Markup
import Site

/// One chart from all sides: its layouts and themes, as it is printed, as people with other eyes see it, as a
/// screen reader has it, its size, its warnings, where it comes from, and an editor for trying changes.
struct ChartPage {
    let chart: SiteChart
    let site: BuiltSite

    var markup: Markup {
        var writer = MarkupWriter()
        writeEditor(to: &writer)
        writePictures(to: &writer)
        writeVision(to: &writer)
        writeReading(to: &writer)
        writeSize(to: &writer)
        writeRows(to: &writer)
        return writer.markup
    }

    private var address: String { "/_charts/" + percentEncoded(chart.name) + "/" }

    // MARK: The editor

    private func writeEditor(to writer: inout MarkupWriter) {
        writer.element(
            "section", ["class": "editor", "data-chart": "\(address)", "aria-labelledby": "edit"]
        ) { section in
            section.element("div", ["class": "try", "aria-live": "polite"]) { box in
                box.append(Markup(trusting: chart.chart.svg(.wide)))
                box.append(Markup(trusting: chart.chart.svg(.small)))
            }
            section.element("div", ["class": "source"]) { writeSource(to: &$0) }
        }
    }

    private func writeSource(to side: inout MarkupWriter) {
        side.element("h2", ["id": "edit"], text: "Specification")
        side.element("p") { place in
            place.place(
                chart.specification.location, text: chart.specification.location.description)
        }
        side.element(
            "label", ["for": "specification"], text: "Changes are drawn as you type and saved only by Save.")
        side.element(
            "textarea",
            ["id": "specification", "spellcheck": "false", "autocomplete": "off", "rows": 18],
            text: "\n" + chart.specification.text)
        side.element("p", ["class": "actions"]) { actions in
            actions.element("button", ["type": "button", "data-action": "copy"], text: "Copy")
            actions.element("button", ["type": "button", "data-action": "reset"], text: "Undo all")
            actions.element("button", ["type": "button", "data-action": "save"], text: "Save into the file")
            actions.element("output", ["for": "specification"], text: "")
        }
        side.element("div", ["class": "found", "role": "status"]) { box in
            box.append(ChartWork.warnings(of: chart))
        }
    }

    // MARK: Pictures

    private func writePictures(to writer: inout MarkupWriter) {
        writer.element("h2", text: "Layouts and themes")
        writer.element("div", ["class": "pictures"]) { list in
            picture("Wide", "wide.svg", "light", to: &list)
            picture("Small", "small.svg", "light", to: &list)
            picture("Wide, dark", "wide-dark.svg", "dark", to: &list)
            picture("Small, dark", "small-dark.svg", "dark", to: &list)
            picture("Printed without colour", "wide.svg", "light print", to: &list)
        }
    }

    private func writeVision(to writer: inout MarkupWriter) {
        writer.element("h2", text: "With other eyes")
        writer.append(VisionFilters.markup)
        writer.element("div", ["class": "pictures"]) { list in
            for vision in ColorVision.allCases where vision != .normal {
                picture(vision.rawValue, "wide.svg", "light \(vision.rawValue)", to: &list)
            }
        }
    }

    private func picture(
        _ caption: String, _ file: String, _ style: String, to list: inout MarkupWriter
    ) {
        list.element("figure", ["class": "\(style)"]) { figure in
            figure.element("img", ["src": "\(address)\(file)", "alt": "", "loading": "lazy"])
            figure.element("figcaption", text: caption)
        }
    }

    // MARK: Words and sizes

    private func writeReading(to writer: inout MarkupWriter) {
        writer.element("h2", text: "As a screen reader has it")
        writer.element("dl") { list in
            list.element("dt", text: "Role and name")
            list.element("dd", text: "image, “\(chart.title)”")
            list.element("dt", text: "Description")
            list.element("dd", text: chart.chart.summary)
        }
        writer.element("details") { details in
            details.element("summary", text: "Table")
            details.append(chart.table)
        }
    }

    private func writeSize(to writer: inout MarkupWriter) {
        writer.element("h2", text: "Size")
        let budget = chart.budget
        writer.element("dl") { list in
            for layout in Layout.allCases {
                let weight = chart.weight(layout)
                let isOver = weight.bytes > budget.bytes || weight.compressed > budget.compressed
                list.element("dt", text: layout.rawValue)
                list.element("dd") { size in
                    size.text("\(grouped(weight.bytes)) bytes, \(grouped(weight.compressed)) compressed")
                    if isOver { size.element("strong", text: ", over the budget") }
                }
            }
            list.element("dt", text: "Budget")
            list.element(
                "dd", text: "\(grouped(budget.bytes)) bytes, \(grouped(budget.compressed)) compressed")
        }
    }

    // MARK: Rows

    private func writeRows(to writer: inout MarkupWriter) {
        if let query = site.query(of: chart) {
            writer.element("h2", text: "Query")
            writer.element("pre") { $0.element("code", text: query) }
        }
        let rows = site.rows(of: chart)
        guard !rows.rows.isEmpty else { return }
        writer.element("h2", text: "Rows")
        writer.element("details") { details in
            details.element("summary", text: counted(rows.rows.count, "row"))
            details.scrollingTable("Rows", columns: rows.columns + ["from"]) { body in
                for row in rows.rows { write(row.cells, row.origins, to: &body) }
            }
        }
    }

    private func write(_ cells: [String], _ origins: [SourceLocation], to body: inout MarkupWriter) {
        body.element("tr") { row in
            for cell in cells { row.element("td", text: cell) }
            row.element("td") { cell in
                for origin in origins {
                    cell.place(origin, text: "\(origin.path):\(origin.line)")
                    cell.text(" ")
                }
            }
        }
    }
}
