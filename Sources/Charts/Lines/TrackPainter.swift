internal import Markup

/// Draws series: bridges, halo, line, nodes and names, one group a series.
struct TrackPainter {
    let specification: ChartSpecification
    let data: ChartData
    let standings: Standings
    let curve: Curve
    let layout: Layout
    /// Before the series' number in the ids that halos refer to.
    let idPrefix: String
    let nodes: Nodes
    var nodeWidth = 6.0
    /// Whether nodes hold the numbers that `labels.nodes` asks for.
    var hasNumbers = false
    /// Of a node that holds a number.
    static let discWidth = 17.0
    /// Narrower lines for panels and small layouts.
    var lineScale = 1.0
    var hasHalo = true
    /// Whether lines bend, and so enclose an area that must not be filled.
    var hasArea = true
    /// Whether nodes tell published ranks from others; values are what they are.
    var tellsKinds = true
    /// Whether names are drawn later, as links.
    var hasLinks = false
    /// What the tooltip of the series says; nil for none.
    var title: (Track) -> String? = { _ in nil }

    /// Of lines that neither stand out nor stand back.
    var usualWidth: Double { Track.Emphasis.normal.lineWidth * lineScale }

    func draw(_ track: Track, labels: [LineLabel], lettering: Lettering, on sheet: inout Sheet) {
        let color = self.color(track, sheet)
        sheet.writer.append(literal: "<g")
        sheet.writer.attribute("class", style(track))
        sheet.writer.attribute("fill", track.emphasis == .muted ? sheet.secondInk : color)
        sheet.writer.append(literal: ">")
        if specification.tooltips == .series, let title = title(track) {
            sheet.writer.element("title", text: title)
        }
        sheet.writer.append(literal: "<g class=\"sg-line\"")
        if hasArea { sheet.writer.append(literal: " fill=\"none\"") }
        sheet.writer.attribute("stroke", color)
        let width = track.emphasis.lineWidth * lineScale
        if width != usualWidth { sheet.writer.attribute("stroke-width", width) }
        sheet.writer.append(literal: ">")
        drawLine(track, width, on: &sheet)
        drawNodes(track, on: &sheet)
        drawLeaders(labels, on: &sheet)
        sheet.writer.append(literal: "</g>")
        drawNodeLabels(track, on: &sheet)
        if !hasLinks {
            for label in labels { draw(label, track, lettering, on: &sheet) }
        }
        sheet.writer.append(literal: "</g>")
    }

    /// The words of a label.
    func draw(_ label: LineLabel, _ track: Track, _ lettering: Lettering, on sheet: inout Sheet) {
        var lettering = lettering
        lettering.isBold = track.emphasis == .highlighted
        sheet.text(
            Text(
                words: label.words, x: label.x, y: label.y,
                anchor: label.isInGutter && label.side == .start ? .end : .start, lettering: lettering,
                isHaloed: !label.isInGutter), role: .label)
    }

    func style(_ track: Track) -> String {
        switch (track.emphasis, track.slot) {
        case (.muted, _): "sg-s sg-mute"
        case (.highlighted, let slot?): "sg-s sg-hi sg-c\(slot)"
        case (.normal, let slot?): "sg-s sg-c\(slot)"
        case (_, nil): "sg-s sg-plain"
        }
    }

    func color(_ track: Track, _ sheet: borrowing Sheet) -> String {
        if track.emphasis == .muted { return sheet.muted }
        return track.slot.map { sheet.color($0) } ?? sheet.secondInk
    }

    private func drawLine(_ track: Track, _ width: Double, on sheet: inout Sheet) {
        if !track.bridges.isEmpty {
            var bridges = PathData()
            for index in track.bridges {
                CurvePath.append(track.places[index...index + 1], curve, to: &bridges)
            }
            sheet.writer.element(
                "path",
                [
                    "class": "sg-gap", "stroke-width": .tenths(max(1.5, width * 0.6)),
                    "stroke-dasharray": "1 4",
                    "d": .data(bridges),
                ])
        }
        var line = PathData()
        for run in track.runs where run.count > 1 {
            CurvePath.append(track.places[run], curve, to: &line)
        }
        for stub in track.stubs {
            line.move(stub.from.x, stub.from.y)
            let middle = (stub.from.x + stub.to.x) / 2
            line.cubic(middle, stub.from.y, stub.to.x, stub.to.y, stub.to.x, stub.to.y)
        }
        guard !line.isEmpty else { return }
        guard hasHalo, track.emphasis != .muted else {
            return sheet.writer.element("path", ["d": .data(line)])
        }
        let id = idPrefix + String(track.entity)
        sheet.writer.element(
            "use",
            [
                "href": .text("#" + id), "class": "sg-halo", "stroke": .text(sheet.background),
                "stroke-width": .tenths(width + 2.5 * lineScale),
            ])
        sheet.writer.element("path", ["id": .text(id), "d": .data(line)])
    }

    private func drawLeaders(_ labels: [LineLabel], on sheet: inout Sheet) {
        var leaders = PathData()
        for label in labels {
            guard let leader = label.leader else { continue }
            let isRight = label.side == .end
            let (from, to) = (
                isRight ? leader.lowerBound : leader.upperBound,
                isRight ? leader.upperBound : leader.lowerBound
            )
            let bend = isRight ? max(from, to - 10) : min(from, to + 10)
            leaders.move(from, label.leaderY)
            if label.y == label.leaderY {
                leaders.horizontal(to)
            } else {
                if bend != from { leaders.horizontal(bend) }
                leaders.line(to, label.y)
            }
        }
        guard !leaders.isEmpty else { return }
        sheet.writer.element(
            "path", ["stroke-width": .tenths(0.7), "d": .data(leaders)])
    }
}
