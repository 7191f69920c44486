/// What stands where a chart has nothing to draw: a line of text that says so.
struct EmptyPicture: Picture {
    let words: String
    let width: Double
    let height = 80.0

    init(_ chart: Chart, _ layout: Layout) {
        width = layout == .wide ? 640 : 360
        words = chart.specification.type == .timeline ? "No events in this window" : "No data in this window"
    }

    func draw(on sheet: inout Sheet) {
        let text = Text(
            words: words, x: width / 2, y: height / 2, anchor: .middle, lettering: Lettering(size: 13),
            isSized: true,
            style: "sg-note", fill: sheet.secondInk)
        sheet.text(text, role: .title)
    }

    func drawLinks(on sheet: inout Sheet) {}
}

extension Chart {
    /// Whether the chart has a mark to draw.
    var isEmpty: Bool {
        switch specification.type {
        case .rank, .rankHeatmap: !standings.cells.contains(where: \.hasRank)
        case .timeline: TimelineEntry.entries(self).isEmpty
        case .effect: EffectStudy(self).lines.isEmpty
        case .slope where specification.measure == .rank: !standings.cells.contains(where: \.hasRank)
        case .line, .bar, .slope, .sparkline: !standings.cells.contains(where: \.hasValue)
        }
    }
}
