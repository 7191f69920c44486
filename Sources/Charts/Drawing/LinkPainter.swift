internal import Markup

/// Labels as links, drawn outside what is hidden from assistive technology.
struct LinkPainter {
    let chart: Chart
    let tracks: [Track]
    let labels: [LineLabel]
    let painter: TrackPainter
    let lettering: Lettering

    /// In the order of the last ranks, so that the focus moves as one reads.
    func draw(on sheet: inout Sheet) {
        let order = labels.indices.sorted {
            let (left, right) = (
                chart.lastRank(tracks[labels[$0].track].entity),
                chart.lastRank(tracks[labels[$1].track].entity)
            )
            return left == right ? $0 < $1 : left < right
        }
        sheet.writer.append(literal: "<g class=\"sg-links\"")
        if lettering.size != Sheet.size { sheet.writer.attribute("font-size", lettering.size) }
        sheet.writer.append(literal: ">")
        for index in order {
            let label = labels[index]
            let track = tracks[label.track]
            let fill = track.emphasis == .muted ? sheet.secondInk : painter.color(track, sheet)
            sheet.writer.append(literal: "<g")
            sheet.writer.attribute("class", painter.style(track))
            sheet.writer.attribute("fill", fill)
            sheet.writer.append(literal: ">")
            if label.side == .end, let link = chart.standings.series[track.entity].link {
                sheet.writer.append(literal: "<a")
                sheet.writer.attribute("href", link)
                sheet.writer.append(literal: ">")
                painter.draw(label, track, lettering, on: &sheet)
                sheet.writer.append(literal: "</a>")
            } else {
                sheet.writer.append(literal: "<g aria-hidden=\"true\">")
                painter.draw(label, track, lettering, on: &sheet)
                sheet.writer.append(literal: "</g>")
            }
            sheet.writer.append(literal: "</g>")
        }
        sheet.writer.append(literal: "</g>")
    }
}
