internal import Markup

/// Draws an axis of time: names under short ticks.
enum AxisPainter {
    /// The axis at a height; labels keep within the width of the picture.
    static func draw(
        _ ticks: PeriodTickMarks, _ scale: PeriodScale, at y: Double, width: Double, layout: Layout,
        on sheet: inout Sheet
    ) {
        let lettering = Lettering(size: layout == .wide ? 12 : 11)
        var marks = PathData()
        sheet.writer.append(literal: "<g class=\"sg-x\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: " text-anchor=\"middle\"")
        if lettering.size != Sheet.size { sheet.writer.attribute("font-size", lettering.size) }
        sheet.writer.append(literal: ">")
        var edge = 0.0
        for mark in ticks.marks {
            let x = scale.position(Double(mark.place))
            let half = lettering.reserved(mark.label) / 2
            let middle = min(max(x, half + 1), width - half - 1)
            marks.move(x, y + 2)
            marks.vertical(y + 7)
            guard middle - half >= edge else { continue }
            edge = middle + half + 4
            let baseline = y + 17 + lettering.size * 0.36
            sheet.writer.element("text", ["x": .tenths(middle), "y": .tenths(baseline)], text: mark.label)
            sheet.record(
                Box(
                    .tick, mark.label, x: middle - lettering.width(of: mark.label) / 2, y: y + 10,
                    width: lettering.width(of: mark.label), height: 14))
        }
        sheet.writer.element("path", ["class": "sg-rule", "stroke": .text(sheet.rule), "d": .data(marks)])
        sheet.writer.append(literal: "</g>")
    }
}
