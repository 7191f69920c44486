internal import Markup

/// Values over time, laid out.
struct LinePicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    private let scale: PeriodScale
    private let axis: ValueAxis
    private let events: EventMarks
    private let ticks: PeriodTickMarks
    private let tracks: [Track]
    private let labels: [LineLabel]
    private let lettering: Lettering
    private let key: PictureKey
    private let top: Double
    private let bottom: Double

    init(_ chart: Chart, _ layout: Layout) {
        self.chart = chart
        self.layout = layout
        let specification = chart.specification
        let standings = chart.standings
        let extent = PictureSize(specification, layout, wide: 960)
        width = extent.width
        lettering = Lettering(size: layout == .wide ? 13 : 11)
        let words = chart.words(layout, limit: width * (layout == .wide ? 0.28 : 0.46), size: lettering.size)
        var tracks = standings.entities.map { chart.track($0) { standings[$0, $1].hasValue } }
            .filter { !$0.columns.isEmpty }
        tracks = Self.ordered(tracks, standings)
        let continuity = chart.continuity
        for index in tracks.indices { tracks[index].connect(continuity) }
        var plan = LabelPlan(tracks, chart, words, layout)

        let values = tracks.flatMap { track in track.columns.map { standings[track.entity, $0].value } }
        let measured = ValueAxis(values, specification, bottom: 400, top: 0, layout: layout)
        let left = max(plan.startWidth, measured.width + 8)
        scale = PeriodScale(
            standings.columns, domain: chart.domain, kind: specification.x.type, left: left,
            right: max(width - plan.endWidth, left + 40))
        events = EventMarks(specification, chart.data, scale, layout: layout, within: 2...(width - 2))
        key = PictureKey(
            events.key + TrackLegend(tracks, chart, nodes: .none, countsRanks: false).entries, width: width)
        let footroom = 30 + key.height
        top = (events.height > 0 ? events.height + 8 : 4) + (specification.unit.isEmpty ? 10 : 24)
        height =
            extent.height
            ?? max(
                layout == .wide ? 480 : 360 + key.height,
                Double(tracks.count) * 16 + top + footroom)
        bottom = max(height - footroom, top + 20)
        axis = ValueAxis(values, specification, bottom: bottom, top: top, layout: layout)
        ticks = PeriodTickMarks(specification.x.ticks, scale, chart.data, apart: layout == .wide ? 62 : 50)

        let (axis, positions) = (axis, scale.positions)
        for index in tracks.indices {
            let entity = tracks[index].entity
            tracks[index].places = tracks[index].columns.map {
                CurvePath.Place(x: positions[$0], y: axis.scale.position(standings[entity, $0].value))
            }
        }
        labels = LabelPlacement(
            tracks: tracks,
            frame: Box(
                .plot, "", x: scale.left, y: top, width: scale.right - scale.left, height: bottom - top),
            width: width, curve: .linear, offset: lettering.size * 0.9, lettering: lettering,
            obstacles: events.labelBoxes(top: 4), rules: events.ruleXs, left: scale.left
        ).placed(&plan)
        self.tracks = tracks
    }

    private static func ordered(_ tracks: [Track], _ standings: Standings) -> [Track] {
        func weight(_ track: Track) -> Int {
            switch track.emphasis {
            case .muted: 0
            case .normal: 1
            case .highlighted: 2
            }
        }
        return tracks.sorted {
            weight($0) == weight($1) ? $0.entity < $1.entity : weight($0) < weight($1)
        }
    }

    func draw(on sheet: inout Sheet) {
        axis.draw(on: &sheet, left: scale.left, right: scale.right)
        AxisPainter.draw(ticks, scale, at: bottom, width: width, layout: layout, on: &sheet)
        events.draw(on: &sheet, top: 4, bottom: bottom)
        axis.drawUnit(on: &sheet)
        drawBaseline(on: &sheet)
        let painter = self.painter
        sheet.openLines(painter, lettering)
        for (index, track) in tracks.enumerated() {
            painter.draw(track, labels: labels.filter { $0.track == index }, lettering: lettering, on: &sheet)
        }
        sheet.writer.append(literal: "</g>")
        drawBaselineLabel(on: &sheet)
        key.draw(on: &sheet, top: bottom + 30)
    }

    func drawLinks(on sheet: inout Sheet) {
        LinkPainter(chart: chart, tracks: tracks, labels: labels, painter: painter, lettering: lettering)
            .draw(on: &sheet)
    }

    private func drawBaseline(on sheet: inout Sheet) {
        guard let baseline = chart.specification.baseline, axis.scale.domain.contains(baseline.value) else {
            return
        }
        let y = axis.scale.position(baseline.value)
        var rule = PathData()
        rule.move(scale.left, y)
        rule.horizontal(scale.right)
        sheet.writer.element(
            "path",
            ["class": "sg-rule", "stroke": .text(sheet.rule), "stroke-dasharray": "6 3", "d": .data(rule)])
    }

    /// Over the lines, so that it can be read.
    private func drawBaselineLabel(on sheet: inout Sheet) {
        guard let baseline = chart.specification.baseline, !baseline.label.isEmpty,
            axis.scale.domain.contains(baseline.value)
        else { return }
        let y = axis.scale.position(baseline.value)
        let small = Lettering(size: 11)
        sheet.text(
            Text(
                words: small.shortened(baseline.label, to: scale.right - scale.left), x: scale.left + 4,
                y: y - 9,
                lettering: small, isSized: true, isHaloed: true, style: "sg-note", fill: sheet.secondInk),
            role: .eventLabel)
    }

    private var painter: TrackPainter {
        let words = chart.words(.wide)
        let standings = chart.standings
        let data = chart.data
        var painter = TrackPainter(
            specification: chart.specification, data: data, standings: standings,
            curve: chart.specification.curve ?? .monotone, layout: layout, idPrefix: chart.idPrefix(layout),
            nodes: chart.specification.nodes == .auto
                ? (layout == .wide ? .ends : .none) : chart.specification.nodes,
            lineScale: 0.8,
            title: { track in
                guard let first = track.columns.first, let last = track.columns.last else { return nil }
                func place(_ column: Int) -> String {
                    "\(words.value(track.entity, column)) in \(data.label(Period(standings.columns[column]), .short))"
                }
                let name = standings.series[track.entity].name
                return first == last ? "\(name): \(place(first))" : "\(name): \(place(first)), \(place(last))"
            })
        painter.hasLinks = chart.hasLinks
        painter.tellsKinds = false
        painter.nodeWidth = 5
        return painter
    }
}
