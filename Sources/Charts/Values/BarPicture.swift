internal import Markup

/// A leaderboard of one period, laid out: rank, name and change on the left, a bar or dot, the value at its end.
struct BarPicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    private let board: Leaderboard
    private let lettering: Lettering
    private let row: Double
    private let top: Double
    private let rankEdge: Double
    private let nameEdge: Double
    private let barLeft: Double
    private let scale: LinearScale
    private let groups: [String]

    /// - Parameter frame: for a panel among others, which then share their columns and their scale
    init(_ chart: Chart, _ layout: Layout, in frame: FacetFrame? = nil) {
        self.chart = chart
        self.layout = layout
        let extent = PictureSize(chart.specification, layout, wide: 720)
        width = frame?.width ?? extent.width
        board = Leaderboard(chart)
        let whole = frame?.whole ?? chart
        let board = frame == nil ? self.board : Leaderboard(whole)
        let lettering = Lettering(size: layout == .wide ? 13 : 12)
        self.lettering = lettering
        groups = chart.specification.color == .group ? chart.groups : []
        let top: Double = groups.isEmpty ? 24 : 46
        self.top = top
        let count = max(self.board.rows.count, 1)
        row = (frame == nil ? extent.height : nil).map { max(($0 - top - 8) / Double(count), 4) } ?? 24
        height = top + row * Double(count) + 8
        let limit = width * 0.36
        let ranks = board.rows.map { lettering.reserved($0.rank) }.max() ?? 0
        let names =
            board.rows.map { row in
                let weight = lettering.bold(whole.emphasis(row.entity) == .highlighted)
                return min(weight.reserved(board.name(row, layout)), limit)
            }.max() ?? 0
        let changes = board.rows.map { lettering.reserved($0.change) }.max() ?? 0
        rankEdge = 4 + ranks
        nameEdge = rankEdge + (ranks > 0 ? 10 : 0) + names
        barLeft = nameEdge + (changes > 0 ? changes + 14 : 10)
        let ends = board.rows.map { lettering.reserved($0.text) }.max() ?? 0
        let values = board.rows.map(\.value)
        let isFromZero = chart.specification.bar.style == .bar || chart.specification.y.zero
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let low = isFromZero ? min(least, 0) : least - (most / 10 - least / 10)
        let domain = chart.specification.y.domain ?? low...max(most, isFromZero ? 0 : low)
        let room = low < 0 ? ends + 8 : 0
        scale = LinearScale(domain, start: barLeft + room, end: max(width - ends - 10, barLeft + room + 20))
    }

    func draw(on sheet: inout Sheet) {
        drawHead(on: &sheet)
        sheet.writer.append(literal: "<g")
        sheet.writer.attribute("font-size", lettering.size)
        sheet.writer.append(literal: ">")
        for (index, entry) in board.rows.enumerated() {
            draw(entry, at: top + (Double(index) + 0.5) * row, on: &sheet)
        }
        sheet.writer.append(literal: "</g>")
    }

    func drawLinks(on sheet: inout Sheet) {
        sheet.writer.append(literal: "<g class=\"sg-links\"")
        sheet.writer.attribute("font-size", lettering.size)
        sheet.writer.append(literal: ">")
        for (index, entry) in board.rows.enumerated() {
            let link = chart.standings.series[entry.entity].link
            sheet.openLink(link)
            drawName(entry, at: top + (Double(index) + 0.5) * row, on: &sheet)
            sheet.closeLink(link)
        }
        sheet.writer.append(literal: "</g>")
    }

    /// The period and unit above, and what the colours of groups mean.
    private func drawHead(on sheet: inout Sheet) {
        let small = Lettering(size: 11)
        let unit = chart.specification.unit
        let words = board.periodLabel + (unit.isEmpty ? "" : ", \(unit)")
        sheet.text(
            Text(
                words: small.shortened(words, to: width - 8), x: 4, y: 10, lettering: small, isSized: true,
                style: "sg-note", fill: sheet.secondInk), role: .tick)
        var x = 4.0
        for (slot, group) in groups.enumerated() {
            let words = small.shortened(group, to: 160)
            var square = PathData()
            square.rectangle(x, 26, 10, 10)
            guard x + 16 + small.reserved(words) < width else { break }
            sheet.writer.element(
                "path", ["class": .text("sg-c\(slot)"), "fill": .text(sheet.color(slot)), "d": .data(square)])
            sheet.text(
                Text(
                    words: words, x: x + 15, y: 31, lettering: small, isSized: true, style: "sg-note",
                    fill: sheet.secondInk), role: .tick)
            x += 15 + small.reserved(words) + 16
        }
    }

    private func draw(_ entry: Leaderboard.Row, at y: Double, on sheet: inout Sheet) {
        let emphasis = chart.emphasis(entry.entity)
        let slot =
            emphasis == .muted
            ? nil
            : chart.specification.color == .group ? chart.slots[entry.entity] : chart.barSlot(entry.entity)
        let color = emphasis == .muted ? sheet.muted : slot.map { sheet.color($0) } ?? sheet.secondInk
        let style = emphasis == .muted ? "sg-s sg-mute" : slot.map { "sg-s sg-c\($0)" } ?? "sg-s sg-plain"
        sheet.writer.append(literal: "<g")
        sheet.writer.attribute("class", style)
        sheet.writer.attribute("fill", color)
        sheet.writer.append(literal: ">")
        if !chart.hasLinks { drawName(entry, at: y, on: &sheet) }
        if !entry.rank.isEmpty {
            sheet.text(
                Text(
                    words: entry.rank, x: rankEdge, y: y, anchor: .end, lettering: lettering,
                    style: "sg-note",
                    fill: sheet.secondInk), role: .label)
        }
        if !entry.change.isEmpty {
            let small = Lettering(size: 11)
            sheet.text(
                Text(
                    words: entry.change, x: nameEdge + 6, y: y, lettering: small, isSized: true,
                    style: "sg-note",
                    fill: sheet.secondInk), role: .label)
        }
        let (zero, end) = (
            scale.position(max(scale.domain.lowerBound, min(0, scale.domain.upperBound))),
            scale.position(entry.value)
        )
        drawMark(from: zero, to: end, at: y, color, on: &sheet)
        let isNegative = entry.value < 0
        sheet.text(
            Text(
                words: entry.text,
                x: end + (isNegative ? -6 : 6) * (chart.specification.bar.style == .dot ? 1.6 : 1),
                y: y, anchor: isNegative ? .end : .start, lettering: lettering, style: "sg-ink",
                fill: sheet.ink),
            role: .label)
        sheet.writer.append(literal: "</g>")
    }

    private func drawName(_ entry: Leaderboard.Row, at y: Double, on sheet: inout Sheet) {
        var bold = lettering
        bold.isBold = chart.emphasis(entry.entity) == .highlighted
        let words = bold.shortened(board.name(entry, layout), to: width * 0.36)
        sheet.text(
            Text(
                words: words, x: rankEdge + (rankEdge > 4 ? 10 : 0), y: y, lettering: bold, style: "sg-ink",
                fill: sheet.ink), role: .label)
    }

    private func drawMark(
        from zero: Double, to end: Double, at y: Double, _ color: String, on sheet: inout Sheet
    ) {
        var mark = PathData()
        switch chart.specification.bar.style {
        case .bar:
            let thickness = min(row * 0.62, 26)
            mark.rectangle(min(zero, end), y - thickness / 2, max((end - zero).magnitude, 0.5), thickness)
            sheet.writer.element("path", ["class": "sg-bar", "d": .data(mark)])
        case .dot:
            var guide = PathData()
            guide.move(barLeft, y)
            guide.horizontal(end)
            sheet.writer.element(
                "path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(guide)])
            mark.dot(end, y)
            sheet.writer.append(literal: "<g class=\"sg-line\"")
            sheet.writer.attribute("stroke", color)
            sheet.writer.append(literal: ">")
            sheet.writer.element(
                "path", ["stroke-width": 11, "stroke-linecap": "round", "d": .data(mark)])
            sheet.writer.append(literal: "</g>")
        }
    }
}
