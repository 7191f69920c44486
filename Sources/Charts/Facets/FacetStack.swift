internal import Markup

/// What a panel shares with the others.
struct FacetFrame {
    /// The chart with all rows, which decides scales, columns and colours.
    let whole: Chart
    /// Of the panel, in pixels.
    let width: Double
}

/// Small multiples of leaderboards, heatmaps and timelines, laid out: a picture a panel under its name.
struct FacetStack: Picture {
    let width: Double
    let height: Double
    private let panels: [Panel]

    private struct Panel {
        var title: String
        var picture: any Picture
        var x = 0.0
        var y = 0.0
    }

    private static let gap = 24.0
    private static let head = 26.0

    init(_ chart: Chart, _ layout: Layout) {
        let isBar = chart.specification.type == .bar
        let extent = PictureSize(chart.specification, layout, wide: 960)
        let columns = isBar && layout == .wide && extent.width >= 720 ? 2 : 1
        let frame = FacetFrame(
            whole: chart, width: (extent.width - Self.gap * Double(columns - 1)) / Double(columns))
        var panels = FacetPart.parts(chart).map {
            Panel(title: $0.title, picture: Self.picture($0.chart, layout, frame))
        }
        var bottoms = Array(repeating: 0.0, count: columns)
        for index in panels.indices {
            // The shorter column takes the next panel, the first one where they are even.
            let column = bottoms.indices.min { bottoms[$0] < bottoms[$1] } ?? 0
            panels[index].x = Double(column) * (frame.width + Self.gap)
            panels[index].y = bottoms[column]
            bottoms[column] += Self.head + panels[index].picture.height.rounded(.up) + Self.gap
        }
        self.panels = panels
        width = panels.map { $0.x + $0.picture.width }.reduce(extent.width, max)
        height = max((bottoms.max() ?? 0) - Self.gap, 40)
    }

    private static func picture(_ chart: Chart, _ layout: Layout, _ frame: FacetFrame) -> any Picture {
        switch chart.specification.type {
        case .rankHeatmap: HeatmapPicture(chart, layout, in: frame)
        case .timeline: TimelinePicture(chart, layout, in: frame)
        default: BarPicture(chart, layout, in: frame)
        }
    }

    func draw(on sheet: inout Sheet) {
        let bold = Lettering(size: 13, isBold: true)
        for panel in panels {
            sheet.moved(x: panel.x, y: panel.y) { sheet in
                let words = bold.shortened(panel.title, to: panel.picture.width - 8)
                sheet.text(
                    Text(
                        words: words, x: 4, y: 9, lettering: bold, isSized: true, style: "sg-ink",
                        fill: sheet.ink), role: .title)
                sheet.moved(x: 0, y: Self.head) { panel.picture.draw(on: &$0) }
            }
        }
    }

    func drawLinks(on sheet: inout Sheet) {}
}

/// The rows of one panel as a chart of its own.
private struct FacetPart {
    let title: String
    let chart: Chart

    static func parts(_ chart: Chart) -> [FacetPart] {
        if chart.specification.type == .timeline { return timelines(chart) }
        let standings = chart.standings
        let known = standings.entities.filter { entity in
            standings.periods.contains { standings[entity, $0].point >= 0 }
        }
        switch chart.specification.facet {
        case .none: return []
        case .entity:
            let order = known.sorted {
                let (left, right) = (chart.lastRank($0), chart.lastRank($1))
                return left == right ? $0 < $1 : left < right
            }
            return order.map { entity in
                let isBoard = chart.specification.type == .bar
                let part = Chart(chart, entities: isBoard ? known : [entity], events: chart.data.events) {
                    if isBoard { $0.highlight = [standings.series[entity].id] }
                }
                return FacetPart(title: chart.name(entity), chart: part)
            }
        case .panel:
            let panels = Set(known.compactMap { standings.series[$0].panel }).sorted()
            return panels.map { panel in
                let members = known.filter { standings.series[$0].panel == panel }
                let part = Chart(chart, entities: members, events: chart.data.events) { _ in }
                return FacetPart(title: panel, chart: part)
            }
        }
    }

    /// A panel for each entity that an event names, in the order in which they first come.
    private static func timelines(_ chart: Chart) -> [FacetPart] {
        var ids: [String] = []
        for entry in TimelineEntry.entries(chart) {
            for id in entry.event.entities where !ids.contains(id) { ids.append(id) }
        }
        return ids.map { id in
            let events = chart.data.events.filter { $0.entities.contains(id) }
            let name = chart.data.series.first { $0.id == id }?.name ?? id
            return FacetPart(title: name, chart: Chart(chart, entities: [], events: events) { _ in })
        }
    }
}
