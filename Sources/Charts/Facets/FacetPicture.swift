internal import Markup

/// Small multiples, laid out: one panel an entity on shared scales, the others muted behind it.
struct FacetPicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    private let tracks: [Track]
    private let columns: Int
    private let panelWidth: Double
    private let scale: PeriodScale
    private let ticks: PeriodTickMarks
    private let axisTicks: [TickMark<Double>]
    private let values: LinearScale
    private let curve: Curve

    private static let panelHeight = 138.0
    private static let gap = 22.0
    private static let plotTop = 26.0
    private static let plotBottom = 112.0

    init(_ chart: Chart, _ layout: Layout) {
        self.chart = chart
        self.layout = layout
        let specification = chart.specification
        let standings = chart.standings
        let extent = PictureSize(specification, layout, wide: 960)
        width = extent.width
        columns = layout == .small ? 1 : width >= 800 ? 3 : 2
        panelWidth = (width - Self.gap * Double(columns - 1)) / Double(columns)
        let countsRanks = specification.type == .rank
        curve = specification.curve ?? (countsRanks ? .bump : .monotone)
        let isShown: (Int, Int) -> Bool = {
            countsRanks ? standings[$0, $1].hasRank : standings[$0, $1].hasValue
        }
        var tracks = standings.entities.map { chart.track($0, where: isShown) }.filter { !$0.columns.isEmpty }
        let drawn = tracks.flatMap { track in
            track.columns.map {
                countsRanks ? standings[track.entity, $0].rank : standings[track.entity, $0].value
            }
        }
        if countsRanks {
            let last = drawn.max() ?? 1
            values = LinearScale(1...max(last, 2), start: Self.plotTop, end: Self.plotBottom)
            axisTicks = [1, last].map { TickMark(place: $0, label: $0.plain) }
        } else {
            let axis = ValueAxis(
                drawn, specification, bottom: Self.plotBottom, top: Self.plotTop, layout: layout)
            values = axis.scale
            let ends = [axis.ticks.first, axis.ticks.last].compactMap(\.self)
            axisTicks = ends
        }
        let small = Lettering(size: 11)
        let left = 8 + (axisTicks.map { small.reserved($0.label) }.max() ?? 0)
        scale = PeriodScale(
            standings.columns, domain: chart.domain, kind: specification.x.type, left: left,
            right: max(panelWidth - 8, left + 20))
        ticks = PeriodTickMarks(specification.x.ticks, scale, chart.data, apart: 60)
        let (values, positions) = (values, scale.positions)
        for index in tracks.indices {
            let entity = tracks[index].entity
            tracks[index].places = tracks[index].columns.map { column in
                let cell = standings[entity, column]
                return CurvePath.Place(
                    x: positions[column], y: values.position(countsRanks ? cell.rank : cell.value))
            }
            tracks[index].connect(chart.continuity)
        }
        tracks.sort {
            chart.lastRank($0.entity) == chart.lastRank($1.entity)
                ? $0.entity < $1.entity : chart.lastRank($0.entity) < chart.lastRank($1.entity)
        }
        self.tracks = tracks
        let rows = (tracks.count + columns - 1) / max(columns, 1)
        height = max(Double(rows) * Self.panelHeight, 40)
    }

    private var backgroundID: String { chart.idPrefix(layout) + "all" }

    func draw(on sheet: inout Sheet) {
        guard !tracks.isEmpty else { return }
        var lines = PathData()
        for track in tracks {
            for run in track.runs { CurvePath.append(track.places[run], curve, to: &lines) }
        }
        sheet.writer.append(literal: "<defs>")
        sheet.writer.element(
            "path", ["id": .text(backgroundID), "fill": "none", "d": .data(lines)])
        sheet.writer.append(literal: "</defs>")
        for (index, track) in tracks.enumerated() {
            let x = Double(index % columns) * (panelWidth + Self.gap)
            let y = Double(index / columns) * Self.panelHeight
            sheet.writer.append(literal: "<g")
            sheet.writer.attribute("transform", "translate(\(Int(x)) \(Int(y)))")
            sheet.writer.append(literal: ">")
            draw(track, offset: (Double(Int(x)), Double(Int(y))), on: &sheet)
            sheet.writer.append(literal: "</g>")
        }
    }

    func drawLinks(on sheet: inout Sheet) {}

    private func draw(_ track: Track, offset: (x: Double, y: Double), on sheet: inout Sheet) {
        var frame = PathData()
        for tick in axisTicks {
            frame.move(scale.left, values.position(tick.place))
            frame.horizontal(scale.right)
        }
        sheet.writer.element("path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(frame)])
        sheet.writer.element(
            "use",
            [
                "href": .text("#" + backgroundID), "class": "sg-grid", "stroke": .text(sheet.grid),
                "stroke-width": "1.5",
            ])
        drawAxes(offset, on: &sheet)
        var painter = TrackPainter(
            specification: chart.specification, data: chart.data, standings: chart.standings, curve: curve,
            layout: layout, idPrefix: chart.idPrefix(layout),
            nodes: chart.specification.nodes == .auto ? .ends : chart.specification.nodes,
            lineScale: layout == .wide ? 0.8 : 0.9, hasHalo: false,
            tellsKinds: chart.specification.type == .rank)
        painter.nodeWidth = 5
        sheet.openLines(painter, Lettering(size: Sheet.size))
        painter.draw(track, labels: [], lettering: Lettering(size: 12), on: &sheet)
        sheet.writer.append(literal: "</g>")
        let bold = Lettering(size: 13, isBold: true)
        let color = painter.color(track, sheet)
        let title = bold.shortened(chart.standings.series[track.entity].shown(layout), to: panelWidth - 70)
        sheet.panelText(
            Text(
                words: title, x: 0, y: 9, lettering: bold, isSized: true,
                style: track.slot.map { "sg-c\($0)" } ?? "sg-plain", fill: color), offset: offset,
            role: .title)
    }

    private func drawAxes(_ offset: (x: Double, y: Double), on sheet: inout Sheet) {
        let small = Lettering(size: 11)
        sheet.writer.append(literal: "<g class=\"sg-x\" font-size=\"11\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: ">")
        for tick in axisTicks {
            sheet.panelText(
                Text(
                    words: tick.label, x: scale.left - 5, y: values.position(tick.place), anchor: .end,
                    lettering: small), offset: offset, role: .tick)
        }
        var edge = 0.0
        for tick in ticks.marks {
            let half = small.reserved(tick.label) / 2
            let x = min(max(scale.position(Double(tick.place)), half), panelWidth - half)
            guard x - half >= edge else { continue }
            edge = x + half + 4
            sheet.panelText(
                Text(words: tick.label, x: x, y: Self.plotBottom + 14, anchor: .middle, lettering: small),
                offset: offset, role: .tick)
        }
        sheet.writer.append(literal: "</g>")
    }
}
