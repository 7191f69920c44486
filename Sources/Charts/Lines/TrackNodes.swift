internal import Markup

/// The marks at a series' places: filled where published, hollow where derived, square where computed.
extension TrackPainter {
    func drawNodes(_ track: Track, on sheet: inout Sheet) {
        let shown = nodeIndices(track)
        if specification.tooltips == .points, layout == .wide {
            drawTitledNodes(track, shown, on: &sheet)
            return drawHollows(shown.filter { kind(track, $0) == .derived }, track, nodeWidth, on: &sheet)
        }
        let numbers = nodeNumbers(track)
        let plain = shown.filter { numbers[$0] == nil }
        draw(plain, track, track.emphasis == .muted ? nodeWidth - 2 : nodeWidth, on: &sheet)
        draw(shown.filter { numbers[$0] != nil }, track, Self.discWidth, on: &sheet)
        drawLone(track, shown, on: &sheet)
    }

    private func kind(_ track: Track, _ index: Int) -> Rank.Kind {
        tellsKinds ? standings[track.entity, track.columns[index]].kind : .published
    }

    private func draw(_ nodes: [Int], _ track: Track, _ width: Double, on sheet: inout Sheet) {
        guard !nodes.isEmpty else { return }
        var dots = PathData()
        var squares = PathData()
        for index in nodes {
            let place = track.places[index]
            if kind(track, index) == .computed {
                squares.dot(place.x, place.y)
            } else {
                dots.dot(place.x, place.y)
            }
            sheet.record(
                Box(.node, "", x: place.x - width / 2, y: place.y - width / 2, width: width, height: width))
        }
        if !dots.isEmpty { sheet.writer.element("path", ["stroke-width": .tenths(width), "d": .data(dots)]) }
        if !squares.isEmpty {
            sheet.writer.element(
                "path",
                ["stroke-width": .tenths(width), "stroke-linecap": "square", "d": .data(squares)])
        }
        drawHollows(nodes.filter { kind(track, $0) == .derived }, track, width, on: &sheet)
    }

    private func drawHollows(_ nodes: [Int], _ track: Track, _ width: Double, on sheet: inout Sheet) {
        guard !nodes.isEmpty else { return }
        var hollows = PathData()
        for index in nodes { hollows.dot(track.places[index].x, track.places[index].y) }
        sheet.writer.element(
            "path",
            [
                "class": "sg-hollow", "stroke": .text(sheet.background),
                "stroke-width": .tenths(width - 3), "d": .data(hollows),
            ])
    }

    /// Places without a node and without a line to a neighbour, which would else be too small to see.
    private func drawLone(_ track: Track, _ shown: [Int], on sheet: inout Sheet) {
        var dots = PathData()
        for run in track.runs where run.count == 1 && !shown.contains(run.lowerBound) {
            dots.dot(track.places[run.lowerBound].x, track.places[run.lowerBound].y)
        }
        guard !dots.isEmpty else { return }
        let width = max(track.emphasis.lineWidth * lineScale * 1.6, 3.5)
        sheet.writer.element("path", ["stroke-width": .tenths(width), "d": .data(dots)])
    }

    /// One element a place, so that each can have a title of its own.
    private func drawTitledNodes(_ track: Track, _ shown: [Int], on sheet: inout Sheet) {
        let name = standings.series[track.entity].name
        let words = LabelWords(
            specification: specification, data: data, standings: standings, layout: layout, limit: 400,
            lettering: Lettering(size: 12))
        let visible = Set(shown)
        for (index, place) in track.places.enumerated() {
            let cell = standings[track.entity, track.columns[index]]
            let period = data.label(Period(standings.columns[track.columns[index]]), .short)
            let value = words.value(track.entity, track.columns[index])
            let parts = [
                cell.hasRank ? NumberText.ordinal(cell.rank) : "",
                value.isEmpty ? "" : specification.unit.isEmpty ? value : "\(value) \(specification.unit)",
            ]
            var dot = PathData()
            dot.dot(place.x, place.y)
            sheet.writer.element(
                "path",
                ["stroke-width": .tenths(visible.contains(index) ? nodeWidth : 3), "d": .data(dot)],
                content: {
                    $0.element(
                        "title",
                        text: "\(name), \(period): " + parts.filter { !$0.isEmpty }.joined(separator: ", "))
                })
        }
    }

    /// Indices of the places that get a node.
    func nodeIndices(_ track: Track) -> [Int] {
        let ends = [track.runs.first?.first, track.runs.last?.last].compactMap(\.self)
        switch nodes {
        case .all, .auto: return Array(track.places.indices)
        case .none: return []
        case .ends: return ends.first == ends.last ? Array(ends.prefix(1)) : ends
        case .changes:
            return track.places.indices.filter { index in
                guard index > 0, index + 1 < track.places.count else { return true }
                return track.places[index - 1].y != track.places[index].y
                    || track.places[index + 1].y != track.places[index].y
            }
        }
    }

    /// Numbers in the nodes.
    func drawNodeLabels(_ track: Track, on sheet: inout Sheet) {
        let lettering = Lettering(size: 11)
        for (index, text) in nodeNumbers(track).sorted(by: { $0.key < $1.key }) {
            let isHollow = kind(track, index) == .derived
            sheet.text(
                Text(
                    words: text, x: track.places[index].x, y: track.places[index].y, anchor: .middle,
                    lettering: lettering, style: isHollow ? nil : "sg-on",
                    fill: isHollow ? nil : sheet.background),
                role: .node)
        }
    }

    /// What stands in which node. A node too near the one before it stays without, so that none covers another.
    private func nodeNumbers(_ track: Track) -> [Int: String] {
        guard hasNumbers else { return [:] }
        let words = LabelWords(
            specification: specification, data: data, standings: standings, layout: layout, limit: 400,
            lettering: Lettering(size: 11))
        var numbers: [Int: String] = [:]
        var previous: CurvePath.Place?
        for index in nodeIndices(track) {
            let cell = standings[track.entity, track.columns[index]]
            let isChanged = index == 0 || standings[track.entity, track.columns[index - 1]].rank != cell.rank
            let text: String =
                switch specification.labels.nodes {
                case .none: ""
                case .rank: cell.rank.plain
                case .changes: isChanged ? cell.rank.plain : ""
                case .value: words.value(track.entity, track.columns[index])
                }
            let place = track.places[index]
            let isClear =
                previous.map {
                    place.x - $0.x >= Self.discWidth || (place.y - $0.y).magnitude >= Self.discWidth
                } ?? true
            guard !text.isEmpty, isClear else { continue }
            numbers[index] = text
            previous = place
        }
        return numbers
    }
}
