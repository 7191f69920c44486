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
            // One stop a series: the label at the end. Others are for the eye.
            let link = label.side == .end ? chart.standings.series[track.entity].link : nil
            sheet.openLink(link)
            painter.draw(label, track, lettering, on: &sheet)
            sheet.closeLink(link)
            sheet.writer.append(literal: "</g>")
        }
        sheet.writer.append(literal: "</g>")
    }
}

extension Sheet {
    /// Begins a link or, where there is none, a group that a screen reader passes over.
    mutating func openLink(_ address: String?) {
        if let address {
            writer.append(literal: "<a")
            writer.attribute("href", address)
            writer.append(literal: ">")
        } else {
            writer.append(literal: "<g aria-hidden=\"true\">")
        }
    }

    mutating func closeLink(_ address: String?) {
        if address == nil { writer.append(literal: "</g>") } else { writer.append(literal: "</a>") }
    }
}
