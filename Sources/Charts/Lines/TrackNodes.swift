internal import Markup

/// The marks at a series' places: filled where published, hollow where derived, square where computed.
extension TrackPainter {
    func drawNodes(_ track: Track, on sheet: inout Sheet) {
        let shown = nodeIndices(track)
        if specification.tooltips == .points, layout == .wide {
            return drawTitledNodes(track, shown, on: &sheet)
        }
        guard !shown.isEmpty else { return }
        var dots = PathData()
        var hollows = PathData()
        var squares = PathData()
        for index in shown {
            let place = track.places[index]
            switch tellsKinds ? standings[track.entity, track.columns[index]].kind : .published {
            case .published: dots.dot(place.x, place.y)
            case .derived:
                dots.dot(place.x, place.y)
                hollows.dot(place.x, place.y)
            case .computed: squares.dot(place.x, place.y)
            }
            sheet.record(
                Box(
                    .node, "", x: place.x - nodeWidth / 2, y: place.y - nodeWidth / 2, width: nodeWidth,
                    height: nodeWidth))
        }
        let width = track.emphasis == .muted ? nodeWidth - 2 : nodeWidth
        if !dots.isEmpty { sheet.writer.element("path", ["stroke-width": .tenths(width), "d": .data(dots)]) }
        if !squares.isEmpty {
            sheet.writer.element(
                "path",
                ["stroke-width": .tenths(width), "stroke-linecap": "square", "d": .data(squares)])
        }
        if !hollows.isEmpty {
            sheet.writer.element(
                "path",
                [
                    "class": "sg-hollow", "stroke": .text(sheet.background),
                    "stroke-width": .tenths(width - 3),
                    "d": .data(hollows),
                ])
        }
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
        guard specification.labels.nodes != .none, layout == .wide, nodeWidth >= 15 else { return }
        let lettering = Lettering(size: 11)
        let words = LabelWords(
            specification: specification, data: data, standings: standings, layout: layout, limit: 400,
            lettering: lettering)
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
            guard !text.isEmpty else { continue }
            let isHollow = cell.kind == .derived
            sheet.text(
                Text(
                    words: text, x: track.places[index].x, y: track.places[index].y, anchor: .middle,
                    lettering: lettering, style: isHollow ? nil : "sg-on",
                    fill: isHollow ? nil : sheet.background),
                role: .node)
        }
    }
}
