import Charts
import Diagnostics
import Markup
import Site

/// Draws a chart from a specification that is being written.
struct ChartWork {
    let site: BuiltSite
    let token: String

    /// The pictures, the summary and the problems, as markup in texts.
    func drawing(_ fields: WorkRequest, of chart: SiteChart) -> Response {
        guard let text = fields["text"] else { return .text(400, "A specification is missing.") }
        var problems: [Diagnostic] = []
        let drawn = site.draw(text, inPlaceOf: chart, reporting: &problems)
        let found = problems.isEmpty ? Markup() : ProblemPage(problems, token: token).list
        guard let drawn else { return jsonObject(["problems": found.string]) }
        return jsonObject([
            "wide": String(decoding: drawn.chart.svg(.wide), as: UTF8.self),
            "small": String(decoding: drawn.chart.svg(.small), as: UTF8.self),
            "summary": drawn.chart.summary, "problems": found.string,
        ])
    }

    /// What a drawn chart warns of.
    static func warnings(of chart: SiteChart) -> Markup {
        var writer = MarkupWriter()
        guard !chart.warnings.isEmpty else { return Markup() }
        writer.element("ol", ["class": "problems"]) { list in
            for warning in chart.warnings {
                list.element("li", ["class": "warning"]) { item in
                    item.element("p") { $0.element("strong", text: "warning: " + warning.message) }
                    let rest = warning.notes + (warning.help.map { ["help: " + $0] } ?? [])
                    if !rest.isEmpty { item.element("pre", text: rest.joined(separator: "\n")) }
                }
            }
        }
        return writer.markup
    }
}
