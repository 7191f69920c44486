internal import Markup

extension TimelinePicture {
    /// Lines between the lanes, and the names of the kinds.
    func drawLanes(on sheet: inout Sheet) {
        var guides = PathData()
        let head = Lettering(size: 12, isBold: true)
        for lane in lanes {
            guides.move(0, lane.bottom)
            guides.horizontal(width)
        }
        sheet.writer.element("path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(guides)])
        for (slot, lane) in lanes.enumerated() where !lane.kind.isEmpty {
            let words = head.shortened(TimelineEntry.title(lane.kind), to: width * 0.2)
            sheet.text(
                Text(
                    words: words, x: 4, y: lane.top + 4 + TimelineLane.rowHeight / 2, lettering: head,
                    style: "sg-c\(slot % 8)", fill: sheet.color(slot % 8)), role: .label)
        }
    }

    /// A numbered disc for a moment, a bar with the number in it for a span.
    func drawMarks(on sheet: inout Sheet) {
        let small = Lettering(size: 11)
        sheet.writer.append(literal: "<g stroke-linecap=\"round\" font-size=\"11\">")
        for (slot, lane) in lanes.enumerated() {
            let slot = slot % 8
            let members = entries.filter { lane.rows[$0.number] != nil && ($0.event.kind ?? "") == lane.kind }
            var marks = PathData()
            for entry in members {
                let (low, high) = ends(entry)
                let y = lane.y(entry)
                if high - low < 2 {
                    marks.dot((low + high) / 2, y)
                } else {
                    marks.move(low, y)
                    marks.horizontal(high)
                }
            }
            sheet.writer.append(literal: "<g")
            sheet.writer.attribute("class", "sg-s sg-c\(slot)")
            sheet.writer.append(literal: "><g class=\"sg-line\"")
            sheet.writer.attribute("stroke", sheet.color(slot))
            sheet.writer.append(literal: ">")
            sheet.writer.element("path", ["stroke-width": 16, "d": .data(marks)])
            sheet.writer.append(literal: "</g>")
            for entry in members {
                let (low, high) = ends(entry)
                sheet.text(
                    Text(
                        words: String(entry.number), x: (low + high) / 2, y: lane.y(entry), anchor: .middle,
                        lettering: small, style: "sg-on", fill: sheet.background), role: .eventLabel)
            }
            sheet.writer.append(literal: "</g>")
        }
        sheet.writer.append(literal: "</g>")
    }

    /// The ends of a mark's line; the same for a moment. The round caps add 8 px at each.
    private func ends(_ entry: TimelineEntry) -> (Double, Double) {
        let (low, high) = (scale.position(entry.moments.lowerBound), scale.position(entry.moments.upperBound))
        return high - low < 20 ? ((low + high) / 2, (low + high) / 2) : (low + 8, high - 8)
    }

    /// Numbers and titles in two columns.
    func drawKey(on sheet: inout Sheet) {
        let split = Self.split(words)
        sheet.writer.append(literal: "<g class=\"sg-key\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: ">")
        var y = axisY + 36
        var x = 4.0
        for (index, lines) in words.enumerated() {
            if index == split {
                y = axisY + 36
                x = width / 2 + 4
            }
            sheet.text(
                Text(
                    words: String(index + 1), x: x + 18, y: y + 8, anchor: .end,
                    lettering: Lettering(size: 12, isBold: true)), role: .eventLabel)
            openLink(entries[index].event, on: &sheet)
            for line in lines {
                sheet.text(Text(words: line, x: x + 26, y: y + 8, lettering: lettering), role: .eventLabel)
                y += Self.lineHeight
            }
            closeLink(entries[index].event, on: &sheet)
            y += 4
        }
        sheet.writer.append(literal: "</g>")
    }

    private func openLink(_ event: Event, on sheet: inout Sheet) {
        if chart.hasLinks { sheet.openLink(event.link) }
    }

    private func closeLink(_ event: Event, on sheet: inout Sheet) {
        if chart.hasLinks { sheet.closeLink(event.link) }
    }

    /// The line down the side of the list.
    func drawSpine(on sheet: inout Sheet) {
        var spine = PathData()
        spine.move(10, 12)
        spine.vertical(max(height - 24, 12))
        sheet.writer.element("path", ["class": "sg-rule", "stroke": .text(sheet.rule), "d": .data(spine)])
    }

    /// Dates and titles down a line, for narrow screens.
    func drawList(on sheet: inout Sheet) {
        var y = 12.0
        for (entry, lines) in zip(entries, words) {
            let slot = slot(entry) % 8
            var dot = PathData()
            dot.dot(10, y + 2)
            sheet.writer.append(literal: "<g")
            sheet.writer.attribute("class", "sg-s sg-c\(slot)")
            sheet.writer.attribute("fill", sheet.color(slot))
            sheet.writer.append(literal: "><g class=\"sg-line\" stroke-linecap=\"round\"")
            sheet.writer.attribute("stroke", sheet.color(slot))
            sheet.writer.append(literal: ">")
            sheet.writer.element("path", ["stroke-width": 10, "d": .data(dot)])
            sheet.writer.append(literal: "</g>")
            let bold = Lettering(size: 12, isBold: true)
            let kind = entry.event.kind.map { " · " + TimelineEntry.title($0) } ?? ""
            sheet.text(
                Text(
                    words: bold.shortened(entry.date + kind, to: width - 44), x: 26, y: y + 2, lettering: bold
                ),
                role: .eventLabel)
            y += 18
            openLink(entry.event, on: &sheet)
            for line in lines {
                sheet.text(
                    Text(words: line, x: 26, y: y, lettering: lettering, style: "sg-ink", fill: sheet.ink),
                    role: .eventLabel)
                y += 16
            }
            closeLink(entry.event, on: &sheet)
            sheet.writer.append(literal: "</g>")
            y += 10
        }
    }
}
