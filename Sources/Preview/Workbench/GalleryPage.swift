import Charts
import Markup
import Site

/// All charts of the site as cards.
struct GalleryPage {
    let site: BuiltSite

    var markup: Markup {
        var writer = MarkupWriter()
        guard !site.charts.isEmpty else {
            writer.element("p", text: "This site has no charts yet.")
            return writer.markup
        }
        writer.element("ul", ["class": "cards"]) { list in
            for chart in site.charts {
                list.element("li") { write(chart, to: &$0) }
            }
        }
        return writer.markup
    }

    private func write(_ chart: SiteChart, to item: inout MarkupWriter) {
        let address = "/_charts/" + percentEncoded(chart.name) + "/"
        item.element("a", ["href": "\(address)"]) { link in
            link.element(
                "img",
                [
                    "src": "\(address)wide.svg", "alt": "", "loading": "lazy", "width": 320, "height": 200,
                ])
            link.element("strong", text: chart.title)
        }
        item.element("p") { line in
            line.element("code", text: chart.name)
            let size = grouped(chart.weight(.wide).bytes)
            line.text(" \(chart.chart.specification.type.rawValue), \(size) bytes")
            if !chart.warnings.isEmpty {
                line.text(", ")
                line.element("strong", text: counted(chart.warnings.count, "warning"))
            }
        }
    }
}

func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
