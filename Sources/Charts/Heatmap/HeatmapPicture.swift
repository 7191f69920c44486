internal import Markup

/// Entities by periods, laid out: the rank in each cell as a number and as a shade; empty where none is known.
struct HeatmapPicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    private let entities: [Int]
    /// The lowest rank, which has the lightest shade.
    private let size: Double
    private let left: Double
    private let top: Double
    private let cell: Double
    private let row: Double
    private let first: Int
    private let periods: Int
    private let ticks: PeriodTickMarks
    private let scale: PeriodScale
    private let events: EventMarks
    private let key: PictureKey
    private let lettering = Lettering(size: 11)

    /// - Parameter frame: for a panel among others, which then share their columns and shades
    init(_ chart: Chart, _ layout: Layout, in frame: FacetFrame? = nil) {
        self.chart = chart
        self.layout = layout
        let whole = frame?.whole ?? chart
        size = whole.standings.cells.map(\.rank).max() ?? 1
        let standings = chart.standings
        entities = standings.entities.filter { standings.extent($0, where: \.hasRank) != nil }
            .sorted {
                chart.lastSeen($0) == chart.lastSeen($1) ? $0 < $1 : chart.lastSeen($0) < chart.lastSeen($1)
            }
        let name = Lettering(size: layout == .wide ? 13 : 11)
        let limit = layout == .wide ? 220.0 : 110
        left =
            12
            + ((whole.standings.series.map { min(name.reserved($0.shown(layout)), limit) }.max() ?? 0)
                .rounded(.up))
        let isToScale =
            chart.specification.x.type == .temporal && chart.data.grain != .day
            && chart.domain.upperBound - chart.domain.lowerBound < 600
        first = isToScale ? chart.domain.lowerBound : 0
        periods =
            isToScale
            ? chart.domain.upperBound - chart.domain.lowerBound + 1 : max(standings.columns.count, 1)
        let extent = PictureSize(chart.specification, layout, wide: 960)
        // A cell holds a number of two digits; where that needs more than the width, the box around scrolls.
        let least = layout == .wide ? 12.0 : 20
        cell = max((extent.width - left - 4) / Double(periods), least).rounded(.down)
        width =
            layout == .wide
            ? max(extent.width, left + cell * Double(periods) + 4) : left + cell * Double(periods) + 12
        scale = PeriodScale(
            isToScale ? Array(first...(first + periods - 1)) : standings.columns,
            domain: isToScale ? chart.domain : 0...(periods - 1), kind: isToScale ? .temporal : .ordinal,
            left: left + cell / 2, right: left + cell * (Double(periods) - 0.5))
        events = EventMarks(chart.specification, chart.data, scale, layout: layout, within: 2...(width - 2))
        let hasDerived = cell >= 15 && standings.cells.contains { $0.hasRank && $0.kind != .published }
        let italic = "Italic: not published as a rank, but follows by arithmetic or from the values"
        key = PictureKey(events.key + (hasDerived ? [italic] : []), width: width)
        top = events.height > 0 ? events.height + 10 : 6
        row = layout == .wide ? 22 : 24
        height = top + row * Double(max(entities.count, 1)) + 30 + key.height
        ticks = PeriodTickMarks(chart.specification.x.ticks, scale, chart.data, apart: 58)
    }

    func draw(on sheet: inout Sheet) {
        let bottom = top + row * Double(max(entities.count, 1))
        AxisPainter.draw(ticks, scale, at: bottom, width: width, layout: layout, on: &sheet)
        for (index, entity) in entities.enumerated() { draw(entity, index, size, on: &sheet) }
        // Over the cells only seams are drawn; a band would hide the months it marks.
        events.draw(on: &sheet, top: 4, bottom: top, seamBottom: bottom)
        drawShadeKey(Int(size), at: bottom + 17, on: &sheet)
        key.draw(on: &sheet, top: bottom + 30)
    }

    func drawLinks(on sheet: inout Sheet) {}

    /// What the shades mean, under the names.
    private func drawShadeKey(_ size: Int, at y: Double, on sheet: inout Sheet) {
        guard left > 110 else { return }
        let x = left - 100
        sheet.text(
            Text(
                words: "1", x: x - 4, y: y, anchor: .end, lettering: lettering, isSized: true,
                style: "sg-note", fill: sheet.secondInk),
            role: .tick)
        for (index, color) in sheet.theme.shades.reversed().enumerated() {
            var square = PathData()
            square.move(x + Double(index) * 12, y)
            square.horizontal(x + Double(index) * 12 + 11)
            sheet.writer.element(
                "path",
                [
                    "class": .text("sg-h\(4 - index)"), "stroke": .text(color.attribute), "stroke-width": 11,
                    "d": .data(square),
                ])
        }
        sheet.text(
            Text(
                words: String(size), x: x + 64, y: y, lettering: lettering, isSized: true, style: "sg-note",
                fill: sheet.secondInk),
            role: .tick)
    }

    /// One path a shade, then the numbers.
    private func draw(_ entity: Int, _ index: Int, _ size: Double, on sheet: inout Sheet) {
        let standings = chart.standings
        let name = Lettering(size: layout == .wide ? 13 : 11, isBold: chart.emphasis(entity) == .highlighted)
        let y = top + (Double(index) + 0.5) * row
        sheet.writer.append(literal: "<g class=\"sg-row\"")
        // The group stands on the baseline of its numbers, which then need no height of their own.
        sheet.writer.attribute("transform", "translate(0 \(Int(y.rounded()) + 4))")
        sheet.writer.append(literal: " text-anchor=\"middle\" font-size=\"11\">")
        let words = name.shortened(standings.series[entity].shown(layout), to: layout == .wide ? 220 : 110)
        sheet.panelText(
            Text(
                words: words, x: left - 8, y: -4, anchor: .end, lettering: name, isSized: name.size != 11,
                style: "sg-ink", fill: sheet.ink), offset: (0, y + 4), role: .label)
        let shades = sheet.theme.shades
        let known = standings.periods.filter { standings[entity, $0].hasRank }
        for (shade, color) in shades.enumerated() {
            var cells = PathData()
            for column in known where self.shade(standings[entity, column].rank, size) == shade {
                cells.move(x(column), -4)
                cells.horizontal(x(column) + cell - 1)
            }
            guard !cells.isEmpty else { continue }
            sheet.writer.element(
                "path",
                [
                    "class": .text("sg-h\(shade)"), "stroke": .text(color.attribute),
                    "stroke-width": .tenths(row - 2), "d": .data(cells),
                ])
        }
        if cell >= 15 { drawNumbers(entity, known, size, on: &sheet) }
        sheet.writer.append(literal: "</g>")
    }

    private func drawNumbers(_ entity: Int, _ known: [Int], _ size: Double, on sheet: inout Sheet) {
        let standings = chart.standings
        for isStrong in [false, true] {
            let columns = known.filter { (shade(standings[entity, $0].rank, size) >= 3) == isStrong }
            guard !columns.isEmpty else { continue }
            sheet.writer.append(literal: "<g")
            sheet.writer.attribute("class", isStrong ? "sg-on" : "sg-ink")
            sheet.writer.attribute("fill", isStrong ? sheet.background : sheet.ink)
            sheet.writer.append(literal: ">")
            for column in columns {
                let isDerived = standings[entity, column].kind != .published
                sheet.writer.element(
                    "text",
                    [
                        "x": .tenths((x(column) + cell / 2).rounded(.down)),
                        "font-style": isDerived ? "italic" : .absent,
                    ], text: standings[entity, column].rank.plain)
            }
            sheet.writer.append(literal: "</g>")
        }
    }

    /// From 0, the last places, to 4, the first.
    private func shade(_ rank: Double, _ size: Double) -> Int {
        guard size > 1 else { return 4 }
        return min(max(4 - Int((rank - 1) / size * 5), 0), 4)
    }

    private func x(_ column: Int) -> Double {
        let index =
            first == 0 && periods == chart.standings.columns.count
            ? column : chart.standings.columns[column] - first
        return left + Double(index) * cell
    }
}

extension Series {
    /// The name that a layout has room for.
    func shown(_ layout: Layout) -> String { layout == .small ? shortName ?? name : name }
}

extension Chart {
    /// The last rank, behind everyone whose last rank is more recent.
    func lastSeen(_ entity: Int) -> Double {
        guard let last = standings.periods.last(where: { standings[entity, $0].hasRank }) else {
            return .infinity
        }
        let isRecent = standings.periods.count - 1 - last <= 2
        return standings[entity, last].rank + (isRecent ? 0 : 1_000)
    }
}
