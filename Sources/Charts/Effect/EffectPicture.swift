internal import Markup

/// Lines counted from each entity's own event over the cohort's band, laid out.
struct EffectPicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    private let study: EffectStudy
    private let scale: PeriodScale
    private let axis: ValueAxis
    private let tracks: [Track]
    private let labels: [LineLabel]
    private let lettering: Lettering
    private let top: Double
    private let bottom: Double
    private let note: [String]

    init(_ chart: Chart, _ layout: Layout) {
        self.chart = chart
        self.layout = layout
        let specification = chart.specification
        let standings = chart.standings
        let study = EffectStudy(chart)
        self.study = study
        let extent = PictureSize(specification, layout, wide: 720)
        width = extent.width
        let lettering = Lettering(size: layout == .wide ? 13 : 11)
        self.lettering = lettering
        let countsRanks = specification.measure == .rank
        let value: (Int, Int) -> Double = { countsRanks ? standings[$0, $1].rank : standings[$0, $1].value }

        var tracks = study.lines.map { chart.track($0) }
        let words = chart.words(layout, limit: width * (layout == .wide ? 0.36 : 0.42), size: lettering.size)
        let labels = tracks.enumerated().map { index, track in
            let template = specification.labels.end ?? LabelTemplate([.name])
            let text = words.words(
                track.entity, track.columns.last ?? 0, template, standard: LabelTemplate([.name])
            ).words
            return LineLabel(track: index, side: .end, words: text)
        }
        let small = Lettering(size: layout == .wide ? 12 : 11)
        note = small.lines(of: study.cohortWords(chart), width: width - 8, atMost: 3)
        let values =
            study.lines.flatMap { line in line.columns.compactMap { $0.map { value(line.entity, $0) } } }
            + study.bands.flatMap { [$0.low, $0.high] }
        let measured = ValueAxis(values, specification, bottom: 400, top: 0, layout: layout)
        let names =
            labels.map { lettering.bold(tracks[$0.track].emphasis == .highlighted).reserved($0.words) }.max()
            ?? 0
        let left = measured.width + 8
        let offsets = Array(study.offsets)
        scale = PeriodScale(
            offsets, domain: study.offsets, kind: .temporal, left: left,
            right: max(width - names - LabelPlan.gap - 5, left + 40))
        top = specification.unit.isEmpty ? 24 : 38
        height = extent.height ?? (layout == .wide ? 440 : 360)
        bottom = max(height - 44 - Double(note.count) * 16, top + 20)
        axis = ValueAxis(
            values, specification, bottom: countsRanks ? top : bottom, top: countsRanks ? bottom : top,
            layout: layout)
        let (axis, positions) = (axis, scale.positions)
        for index in tracks.indices {
            let line = study.lines[index]
            tracks[index].places = line.columns.enumerated().compactMap { offset, column in
                column.map {
                    CurvePath.Place(x: positions[offset], y: axis.scale.position(value(line.entity, $0)))
                }
            }
            tracks[index].connect(chart.continuity)
        }
        var plan = LabelPlan(labels)
        self.labels = LabelPlacement(
            tracks: tracks,
            frame: Box(
                .plot, "", x: scale.left, y: top, width: scale.right - scale.left, height: bottom - top),
            width: width, curve: .linear, offset: lettering.size * 0.9, lettering: lettering, obstacles: [],
            left: scale.left
        ).placed(&plan)
        self.tracks = tracks
    }

    func draw(on sheet: inout Sheet) {
        drawBand(on: &sheet)
        axis.draw(on: &sheet, left: scale.left, right: scale.right)
        drawOffsets(on: &sheet)
        axis.drawUnit(on: &sheet)
        drawMedian(on: &sheet)
        let painter = self.painter
        sheet.openLines(painter, lettering)
        for (index, track) in tracks.enumerated() {
            painter.draw(track, labels: labels.filter { $0.track == index }, lettering: lettering, on: &sheet)
        }
        sheet.writer.append(literal: "</g>")
        let small = Lettering(size: layout == .wide ? 12 : 11)
        for (index, line) in note.enumerated() {
            sheet.text(
                Text(
                    words: line, x: 2, y: bottom + 46 + Double(index) * 16, lettering: small,
                    isSized: small.size != Sheet.size, style: "sg-note", fill: sheet.secondInk),
                role: .eventLabel)
        }
    }

    func drawLinks(on sheet: inout Sheet) {
        LinkPainter(chart: chart, tracks: tracks, labels: labels, painter: painter, lettering: lettering)
            .draw(on: &sheet)
    }

    private func drawBand(on sheet: inout Sheet) {
        guard !study.bands.isEmpty else { return }
        var band = PathData()
        for (index, quartiles) in study.bands.enumerated() {
            let y = axis.scale.position(quartiles.high)
            if index == 0 {
                band.move(scale.positions[index], y)
            } else {
                band.line(scale.positions[index], y)
            }
        }
        for (index, quartiles) in study.bands.enumerated().reversed() {
            band.line(scale.positions[index], axis.scale.position(quartiles.low))
        }
        band.close()
        sheet.writer.element("path", ["class": "sg-band", "fill": .text(sheet.band), "d": .data(band)])
    }

    private func drawMedian(on sheet: inout Sheet) {
        guard study.bands.count > 1 else { return }
        var median = PathData()
        for (index, quartiles) in study.bands.enumerated() {
            let y = axis.scale.position(quartiles.median)
            if index == 0 {
                median.move(scale.positions[index], y)
            } else {
                median.line(scale.positions[index], y)
            }
        }
        sheet.writer.element(
            "path",
            [
                "class": "sg-rule", "fill": "none", "stroke": .text(sheet.rule), "stroke-width": 2,
                "stroke-dasharray": "5 3", "d": .data(median),
            ])
    }

    /// The axis of offsets and the rule of the event at 0.
    private func drawOffsets(on sheet: inout Sheet) {
        let small = Lettering(size: layout == .wide ? 12 : 11)
        let span = study.offsets.upperBound - study.offsets.lowerBound
        let step = [1, 2, 3, 6, 12, 24, 60].first { Double($0) * scale.step >= 34 } ?? max(span, 1)
        var marks = PathData()
        for offset in study.offsets where offset.isMultiple(of: step) {
            let x = scale.position(Double(offset))
            let words = offset == 0 ? "0" : offset > 0 ? "+\(offset)" : "−\(-offset)"
            marks.move(x, bottom + 2)
            marks.vertical(bottom + 7)
            sheet.text(
                Text(
                    words: words, x: x, y: bottom + 17, anchor: .middle, lettering: small,
                    isSized: small.size != Sheet.size, style: "sg-note", fill: sheet.secondInk), role: .tick)
        }
        let zero = scale.position(0)
        var rule = PathData()
        rule.move(zero, 18)
        rule.vertical(bottom)
        sheet.writer.element("path", ["class": "sg-rule", "stroke": .text(sheet.rule), "d": .data(marks)])
        sheet.writer.element(
            "path",
            ["class": "sg-rule", "stroke": .text(sheet.rule), "stroke-dasharray": "3 3", "d": .data(rule)])
        let words = "\(chart.data.grain.noun(2)) from the event"
        sheet.text(
            Text(
                words: words,
                x: min(max(zero, small.reserved(words) / 2 + 2), width - small.reserved(words) / 2), y: 9,
                anchor: .middle, lettering: small, isSized: small.size != Sheet.size, style: "sg-note",
                fill: sheet.secondInk), role: .eventLabel)
    }

    private var painter: TrackPainter {
        var painter = TrackPainter(
            specification: chart.specification, data: chart.data, standings: chart.standings,
            curve: chart.specification.curve ?? .linear, layout: layout, idPrefix: chart.idPrefix(layout),
            nodes: chart.specification.nodes == .auto
                ? (layout == .wide ? .all : .none) : chart.specification.nodes,
            lineScale: 0.8)
        painter.hasLinks = chart.hasLinks
        painter.tellsKinds = chart.specification.measure == .rank
        painter.nodeWidth = 5
        return painter
    }
}
