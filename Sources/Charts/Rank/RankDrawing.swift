internal import Markup

extension RankPicture {
    func draw(on sheet: inout Sheet) {
        AxisPainter.draw(ticks, scale, at: rowsBottom, width: width, layout: layout, on: &sheet)
        rankTicks.draw(self, on: &sheet)
        events.draw(on: &sheet, top: 4, bottom: rowsBottom)
        let painter = self.painter
        sheet.openLines(painter, lettering)
        for (index, track) in tracks.enumerated() {
            painter.draw(
                track, labels: labels.filter { $0.track == index }, lettering: lettering, on: &sheet)
        }
        sheet.writer.append(literal: "</g>")
        key.draw(on: &sheet, top: rowsBottom + 30)
    }

    /// Labels as links, in the order of the last ranks.
    func drawLinks(on sheet: inout Sheet) {
        LinkPainter(chart: chart, tracks: tracks, labels: labels, painter: painter, lettering: lettering)
            .draw(on: &sheet)
    }

    private var painter: TrackPainter {
        let standings = chart.standings
        let data = chart.data
        var painter = TrackPainter(
            specification: chart.specification, data: data, standings: standings,
            curve: chart.specification.curve ?? .bump, layout: layout, idPrefix: chart.idPrefix(layout),
            nodes: nodes, lineScale: layout == .wide ? 1 : 0.8,
            title: { track in
                guard let first = track.columns.first, let last = track.columns.last else { return nil }
                func place(_ column: Int) -> String {
                    let rank = NumberText.ordinal(standings[track.entity, column].rank)
                    return "\(rank) in \(data.label(Period(standings.columns[column]), .short))"
                }
                let name = standings.series[track.entity].name
                return first == last ? "\(name): \(place(first))" : "\(name): \(place(first)), \(place(last))"
            })
        painter.hasLinks = chart.hasLinks
        painter.hasNumbers = chart.specification.labels.nodes != .none && row >= 18 && layout == .wide
        return painter
    }
}
