internal import Markup

/// Draws rules, bands and seams from their lanes down to the foot of the plot.
extension EventMarks {
    /// Bands and rules go behind the lines; the first lane begins at `top`.
    func draw(on sheet: inout Sheet, top: Double, bottom: Double, seamBottom: Double? = nil) {
        guard !marks.isEmpty else { return }
        let isNumbered = self.isNumbered
        let (ink, rule, band) = (sheet.secondInk, sheet.rule, sheet.band)
        sheet.writer.append(literal: "<g class=\"sg-events\"")
        sheet.writer.attribute("fill", ink)
        if lettering.size != Sheet.size { sheet.writer.attribute("font-size", lettering.size) }
        sheet.writer.append(literal: ">")
        var bands = PathData()
        var rules = PathData()
        var seams = PathData()
        for mark in marks {
            let start = top + Double(mark.lane) * Self.laneHeight + (isNumbered ? 16 : 2)
            switch mark.kind {
            case .band:
                let width = max(mark.x.upperBound - mark.x.lowerBound, 1)
                bands.rectangle(mark.x.lowerBound, start, width, bottom - start)
            case .rule:
                rules.move(mark.anchor, start)
                rules.vertical(bottom)
            case .seam:
                seams.move(mark.anchor, start)
                seams.vertical(seamBottom ?? bottom)
            case .point:
                rules.move(mark.anchor, bottom - 6)
                rules.vertical(bottom)
            }
        }
        if !bands.isEmpty {
            sheet.writer.element("path", ["class": "sg-band", "fill": .text(band), "d": .data(bands)])
        }
        if !rules.isEmpty {
            sheet.writer.element(
                "path",
                ["class": "sg-rule", "stroke": .text(rule), "stroke-dasharray": "3 3", "d": .data(rules)])
        }
        if !seams.isEmpty {
            sheet.writer.element("path", ["class": "sg-seam", "stroke": .text(rule), "d": .data(seams)])
        }
        for mark in marks where !mark.label.isEmpty { drawLabel(mark, on: &sheet, top: top) }
        sheet.writer.append(literal: "</g>")
    }

    private func drawLabel(_ mark: EventMark, on sheet: inout Sheet, top: Double) {
        let y = top + Double(mark.lane) * Self.laneHeight + 7
        if isNumbered {
            var disc = PathData()
            disc.dot(mark.middle, y)
            sheet.writer.element(
                "path",
                [
                    "class": "sg-disc", "stroke": .text(sheet.secondInk), "stroke-width": 16,
                    "stroke-linecap": "round", "d": .data(disc),
                ])
            sheet.text(
                Text(
                    words: mark.label, x: mark.middle, y: y, anchor: .middle, lettering: lettering,
                    style: "sg-on", fill: sheet.background), role: .eventLabel)
        } else {
            let x = mark.isLabelLeft ? mark.anchor - 5 : mark.anchor + 5
            sheet.text(
                Text(
                    words: mark.label, x: x, y: y, anchor: mark.isLabelLeft ? .end : .start,
                    lettering: lettering), role: .eventLabel)
        }
    }
}
