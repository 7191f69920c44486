import Charts
import Datasets
package import Diagnostics

/// A chart of the site for a look at it on its own, as `sitegen chart` gives.
package struct DrawnChart: Sendable {
    package enum Width: Sendable {
        case wide, small
    }

    package enum Theme: String, Sendable, CaseIterable {
        case light, dark
    }

    package let name: String
    package let title: String
    let chart: Chart

    init(_ figure: Figure, _ chart: Chart) {
        name = figure.name
        title = figure.title
        self.chart = chart
    }

    /// As a specification names it: `rank_heatmap`.
    package var type: String { chart.specification.type.rawValue }
    package var warningCount: Int { chart.problems.count { $0.severity == .warning } }
    package var eventCount: Int { chart.data.events.count }
    package var entityCount: Int { chart.data.series.count { !shown($0).isEmpty } }

    /// Periods within the picture of which at least one row is known.
    package var periodCount: Int {
        Set(chart.data.series.flatMap { shown($0).map(\.period) }).count
    }

    /// How many of the places, one an entity and period, are filled; nil for a chart without any.
    package var filledShare: Double? {
        let places = entityCount * periodCount
        guard places > 0 else { return nil }
        return Double(chart.data.series.reduce(0) { $0 + shown($1).count }) / Double(places)
    }

    private func shown(_ series: Series) -> [Point] {
        series.points.filter { point in
            (point.value != nil || point.rank != nil)
                && (chart.specification.from.map { $0 <= point.period } ?? true)
                && (chart.specification.to.map { point.period <= $0 } ?? true)
        }
    }

    /// The bytes of the picture as it stands in a page.
    package var byteCount: Int { chart.svg(.wide).count }

    /// The picture as a file of its own, with one line end.
    package func svg(_ width: Width, _ theme: Theme) -> [UInt8] {
        chart.standalone(width.layout, theme: theme.colors) + [UInt8(ascii: "\n")]
    }

    /// Where labels and marks stand, as a JSON array of boxes.
    package func geometry(_ width: Width) -> [UInt8] {
        let lines = chart.boxes(width.layout).map { box in
            let numbers = [box.x, box.y, box.width, box.height].map { fixedPoint($0, decimals: 1) }
            let places = zip(["x", "y", "width", "height"], numbers).map { name, number in
                "\(JSONText.quoted(name)):\(number.hasPrefix("−") ? "-" + number.dropFirst() : number)"
            }
            return "{\"role\":\(JSONText.quoted(box.role.rawValue)),\"text\":\(JSONText.quoted(box.text)),"
                + places.joined(separator: ",") + "}"
        }
        return Array(("[\n" + lines.joined(separator: ",\n") + "\n]\n").utf8)
    }

    /// The picture as PNG by the given program; nil where it fails.
    package func png(_ width: Width, _ theme: Theme, by program: String) async -> [UInt8]? {
        await PictureProgram(path: program).picture(of: svg(width, theme))
    }
}

extension DrawnChart.Width {
    fileprivate var layout: Layout { self == .wide ? .wide : .small }
}

extension DrawnChart.Theme {
    fileprivate var colors: Charts.Theme { self == .light ? .light : .dark }
}

extension SiteBuild {
    /// All charts of a site by name, drawn as its pages draw them.
    package static func charts(
        _ options: BuildOptions, reporting diagnostics: inout [Diagnostic]
    ) async -> [DrawnChart] {
        let sources = await SourceLoader(options).load(reporting: &diagnostics)
        let site = await resolve(sources, options, reporting: &diagnostics)
        let renderer = site.renderer
        let pages = await parallelMap(site.plan.pages, grain: 8) { renderer.render($0) }
        diagnostics += pages.flatMap(\.diagnostics)
        diagnostics = accepted(diagnostics, site.settings)
        return FigureCatalogue(pages, reporting: &diagnostics).entries.compactMap { entry in
            guard case .chart(let chart) = entry.figure.content else { return nil }
            return DrawnChart(entry.figure, chart)
        }
    }
}
