internal import Markup

/// An axis of values: level guides, their numbers on the left, and the unit above them.
struct ValueAxis {
    let scale: LinearScale
    let ticks: [TickMark<Double>]
    /// Whether the axis leaves out zero though all values are on one side of it.
    let isCut: Bool
    let unit: String
    let lettering: Lettering

    /// The axis for the values drawn, from the bottom of the plot to its top.
    init(
        _ values: [Double], _ specification: ChartSpecification, bottom: Double, top: Double, layout: Layout
    ) {
        lettering = Lettering(size: layout == .wide ? 12 : 11)
        unit = specification.unit
        let options = specification.y
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        if let baseline = specification.baseline?.value, baseline.isFinite {
            low = min(low, baseline)
            high = max(high, baseline)
        }
        if options.zero {
            low = min(low, 0)
            high = max(high, 0)
        }
        let count = max(2, Int((bottom - top) / (layout == .wide ? 64 : 56)))
        var domain = options.domain ?? LinearScale(low...high, start: 0, end: 1).domain
        let wanted =
            switch options.ticks {
            case .count(let number): min(max(number, 1), 50)
            default: count
            }
        if options.domain == nil { domain = Self.widened(domain, options.ticks, about: wanted) }
        scale = LinearScale(domain, start: bottom, end: top)
        let countsRanks = specification.type == .effect && specification.measure == .rank
        isCut = !countsRanks && (domain.lowerBound > 0 || domain.upperBound < 0)
        let format = options.format
        switch options.ticks {
        case .list(let places):
            ticks = places.filter { domain.contains($0) }.prefix(100)
                .map { TickMark(place: $0, label: format.text($0)) }
        case .every(let step):
            ticks =
                ValueTickMarks.multiples(of: step, within: domain).map { marks in
                    marks.values.map { TickMark(place: $0, label: format.text($0, decimals: marks.decimals)) }
                } ?? []
        default:
            let marks = ValueTickMarks(domain, about: wanted)
            ticks = marks.values.map { TickMark(place: $0, label: format.text($0, decimals: marks.decimals)) }
        }
    }

    /// The domain stretched to the next guides, so that no line leaves them.
    private static func widened(
        _ domain: ClosedRange<Double>, _ ticks: ValueTicks, about count: Int
    ) -> ClosedRange<Double> {
        var marks = ValueTickMarks(domain, about: count).values
        if case .every(let step) = ticks {
            marks = ValueTickMarks.multiples(of: step, within: domain)?.values ?? []
        }
        guard marks.count > 1 else { return domain }
        let step = marks[1] - marks[0]
        guard step.isFinite, step > 0 else { return domain }
        let low = marks[0] > domain.lowerBound ? marks[0] - step : marks[0]
        let last = marks[marks.count - 1]
        let high = last < domain.upperBound ? last + step : last
        return low.isFinite && high.isFinite ? low...high : domain
    }

    /// Room for the numbers in pixels.
    var width: Double { (ticks.map { lettering.reserved($0.label) }.max() ?? 0) + 8 }

    func draw(on sheet: inout Sheet, left: Double, right: Double) {
        var guides = PathData()
        sheet.writer.append(literal: "<g class=\"sg-y\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: " text-anchor=\"end\"")
        if lettering.size != Sheet.size { sheet.writer.attribute("font-size", lettering.size) }
        sheet.writer.append(literal: ">")
        for tick in ticks {
            let y = scale.position(tick.place)
            guides.move(left, y)
            guides.horizontal(right)
        }
        sheet.writer.element("path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(guides)])
        for tick in ticks {
            let y = scale.position(tick.place)
            sheet.writer.element(
                "text", ["x": .tenths(left - 6), "y": .tenths(y + lettering.size * 0.36)], text: tick.label)
            let width = lettering.width(of: tick.label)
            sheet.record(Box(.tick, tick.label, x: left - 6 - width, y: y - 7, width: width, height: 14))
        }
        if isCut {
            var cut = PathData()
            cut.move(left - 5, scale.start + 5)
            cut.line(left, scale.start + 2)
            cut.line(left + 5, scale.start + 8)
            cut.line(left + 10, scale.start + 5)
            sheet.writer.element(
                "path", ["class": "sg-rule", "fill": "none", "stroke": .text(sheet.rule), "d": .data(cut)])
        }
        sheet.writer.append(literal: "</g>")
    }

    /// The unit, which goes over the rules and bands of events.
    func drawUnit(on sheet: inout Sheet) {
        guard !unit.isEmpty else { return }
        let words = lettering.shortened(unit + (isCut ? " (not from zero)" : ""), to: 200)
        sheet.text(
            Text(
                words: words, x: 2, y: min(scale.start, scale.end) - 14, lettering: lettering,
                isSized: lettering.size != Sheet.size, isHaloed: true, haloWidth: 6, style: "sg-note",
                fill: sheet.secondInk),
            role: .tick)
    }
}
