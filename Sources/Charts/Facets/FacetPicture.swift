internal import Markup

/// Small multiples of lines, laid out: a panel an entity, or one for several, all others muted behind.
struct FacetPicture: Picture {
    let width: Double
    let height: Double
    private let chart: Chart
    private let layout: Layout
    private let lines: FacetLines
    private let panels: [Panel]
    private let columns: Int
    private let panelWidth: Double
    private let plotBottom: Double
    private let panelsBottom: Double
    private let key: PictureKey

    private struct Panel {
        var title: String
        /// The colour of its only line.
        var slot: Int?
        var tracks: [Int]
        /// Names at the ends of several lines.
        var labels: [LineLabel] = []
    }

    private static let gap = 22.0
    private static let plotTop = 26.0
    private static let footroom = 26.0
    private static let lettering = Lettering(size: 11)

    init(_ chart: Chart, _ layout: Layout) {
        self.chart = chart
        self.layout = layout
        let extent = PictureSize(chart.specification, layout, wide: 960)
        width = extent.width
        columns = layout == .small ? 1 : width >= 800 ? 3 : 2
        panelWidth = (width - Self.gap * Double(columns - 1)) / Double(columns)
        let isShared = chart.specification.facet == .panel
        let limit = panelWidth * 0.36
        let names = chart.standings.series.map { Self.lettering.shortened($0.shown(.small), to: limit) }
        let nameWidth =
            isShared ? (names.map { Self.lettering.reserved($0) }.max() ?? 0) + LabelPlan.gap : 0
        let most =
            Dictionary(grouping: chart.standings.series.compactMap(\.panel)) { $0 }
            .map(\.value.count).max() ?? 1
        plotBottom = Self.plotTop + max(86, isShared ? Double(most) * 13 : 0)
        let lines = FacetLines(
            chart, layout, width: panelWidth, nameWidth: nameWidth, top: Self.plotTop, bottom: plotBottom)
        self.lines = lines
        var panels = isShared ? Self.panels(chart, lines.tracks) : Self.single(chart, lines.tracks)
        if isShared {
            let gutter = Gutter(
                x: lines.scale.right + LabelPlan.gap, edge: lines.scale.right,
                bounds: Self.plotTop...plotBottom, separation: 13, side: .end, leaderFrom: 7)
            for index in panels.indices {
                panels[index].labels = panels[index].tracks.map {
                    LineLabel(track: $0, side: .end, words: names[lines.tracks[$0].entity])
                }
                gutter.place(&panels[index].labels, lines.tracks)
            }
        }
        self.panels = panels
        let rows = (panels.count + columns - 1) / max(columns, 1)
        panelsBottom = max(Double(rows) * (plotBottom + Self.footroom), 40)
        key = PictureKey(lines.seamWords, width: width)
        height = panelsBottom + key.height
    }

    /// A panel an entity, by the last rank.
    private static func single(_ chart: Chart, _ tracks: [Track]) -> [Panel] {
        tracks.indices.sorted {
            let (left, right) = (tracks[$0].entity, tracks[$1].entity)
            let (a, b) = (chart.lastRank(left), chart.lastRank(right))
            return a == b ? left < right : a < b
        }.map { Panel(title: chart.name(tracks[$0].entity), slot: tracks[$0].slot, tracks: [$0]) }
    }

    private static func panels(_ chart: Chart, _ tracks: [Track]) -> [Panel] {
        let series = chart.standings.series
        return Set(tracks.compactMap { series[$0.entity].panel }).sorted().map { name in
            Panel(title: name, tracks: tracks.indices.filter { series[tracks[$0].entity].panel == name })
        }
    }

    private var backgroundID: String { chart.idPrefix(layout) + "all" }

    func draw(on sheet: inout Sheet) {
        guard !panels.isEmpty else { return }
        var background = PathData()
        for track in lines.tracks {
            for run in track.runs { CurvePath.append(track.places[run], lines.curve, to: &background) }
        }
        sheet.writer.append(literal: "<defs>")
        sheet.writer.element(
            "path", ["id": .text(backgroundID), "fill": "none", "d": .data(background)])
        sheet.writer.append(literal: "</defs>")
        for (index, panel) in panels.enumerated() {
            let x = Double(index % columns) * (panelWidth + Self.gap)
            let y = Double(index / columns) * (plotBottom + Self.footroom)
            sheet.moved(x: x, y: y) { draw(panel, on: &$0) }
        }
        key.draw(on: &sheet, top: panelsBottom)
    }

    func drawLinks(on sheet: inout Sheet) {}

    private func draw(_ panel: Panel, on sheet: inout Sheet) {
        drawBand(on: &sheet)
        var frame = PathData()
        for tick in lines.valueTicks {
            frame.move(lines.scale.left, lines.values.position(tick.place))
            frame.horizontal(lines.scale.right)
        }
        sheet.writer.element("path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(frame)])
        drawSeams(on: &sheet)
        sheet.writer.element(
            "use",
            [
                "href": .text("#" + backgroundID), "class": "sg-grid", "stroke": .text(sheet.grid),
                "stroke-width": "1.5",
            ])
        drawAxes(on: &sheet)
        let painter = self.painter
        sheet.openLines(painter, Lettering(size: panel.labels.isEmpty ? Sheet.size : Self.lettering.size))
        for index in panel.tracks {
            painter.draw(
                lines.tracks[index], labels: panel.labels.filter { $0.track == index },
                lettering: Self.lettering, on: &sheet)
        }
        sheet.writer.append(literal: "</g>")
        let bold = Lettering(size: 13, isBold: true)
        sheet.text(
            Text(
                words: bold.shortened(panel.title, to: panelWidth - 70), x: 0, y: 9, lettering: bold,
                isSized: true, style: panel.slot.map { "sg-c\($0)" } ?? "sg-plain",
                fill: panel.slot.map { sheet.color($0) } ?? sheet.secondInk), role: .title)
    }

    private var painter: TrackPainter {
        let nodes = chart.specification.nodes
        var painter = TrackPainter(
            specification: chart.specification, data: chart.data, standings: chart.standings,
            curve: lines.curve, layout: layout, idPrefix: chart.idPrefix(layout),
            nodes: nodes == .auto ? .ends : nodes, lineScale: layout == .wide ? 0.8 : 0.9, hasHalo: false,
            tellsKinds: lines.countsRanks)
        painter.nodeWidth = 5
        return painter
    }

    /// The middle half of a cohort, behind everything.
    private func drawBand(on sheet: inout Sheet) {
        guard lines.bands.count > 1 else { return }
        var band = PathData()
        for (index, quartiles) in lines.bands.enumerated() {
            let (x, y) = (lines.scale.positions[index], lines.values.position(quartiles.high))
            if index == 0 { band.move(x, y) } else { band.line(x, y) }
        }
        for (index, quartiles) in lines.bands.enumerated().reversed() {
            band.line(lines.scale.positions[index], lines.values.position(quartiles.low))
        }
        band.close()
        sheet.writer.element("path", ["class": "sg-band", "fill": .text(sheet.band), "d": .data(band)])
    }

    /// Where no line crosses; what the seams are is said once below all panels.
    private func drawSeams(on sheet: inout Sheet) {
        guard !lines.seams.isEmpty else { return }
        var rules = PathData()
        for seam in lines.seams {
            rules.move(seam, Self.plotTop - 4)
            rules.vertical(plotBottom)
        }
        sheet.writer.element("path", ["class": "sg-seam", "stroke": .text(sheet.rule), "d": .data(rules)])
    }

    private func drawAxes(on sheet: inout Sheet) {
        let small = Self.lettering
        sheet.writer.append(literal: "<g class=\"sg-x\" font-size=\"11\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: ">")
        for tick in lines.valueTicks {
            sheet.text(
                Text(
                    words: tick.label, x: lines.scale.left - 5, y: lines.values.position(tick.place),
                    anchor: .end, lettering: small), role: .tick)
        }
        var edge = 0.0
        for tick in lines.ticks {
            let half = small.reserved(tick.label) / 2
            let x = min(max(tick.place, half), panelWidth - half)
            guard x - half >= edge else { continue }
            edge = x + half + 4
            sheet.text(
                Text(words: tick.label, x: x, y: plotBottom + 14, anchor: .middle, lettering: small),
                role: .tick)
        }
        sheet.writer.append(literal: "</g>")
    }
}
