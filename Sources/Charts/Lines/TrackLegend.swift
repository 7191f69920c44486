/// What the forms of lines and nodes mean, said below the plot where a chart uses them.
struct TrackLegend {
    let entries: [String]

    /// One line, or none where every line is whole and every rank published.
    init(_ tracks: [Track], _ chart: Chart, nodes: Nodes, countsRanks: Bool) {
        var kinds: Set<Rank.Kind> = []
        if nodes != .none, countsRanks {
            for track in tracks {
                for column in track.columns { kinds.insert(chart.standings[track.entity, column].kind) }
            }
        }
        var words: [String] = []
        if kinds.contains(.derived) { words.append("Hollow: follows by arithmetic") }
        if kinds.contains(.computed), kinds.count > 1 { words.append("Square: counted from the values") }
        if tracks.contains(where: { !$0.bridges.isEmpty }) { words.append("Dotted: nothing known") }
        if chart.specification.gaps.style == .line, Self.hasHole(tracks, chart) {
            words.append("Lines run on over periods without a figure")
        }
        entries = words.isEmpty ? [] : [words.joined(separator: " · ")]
    }

    private static func hasHole(_ tracks: [Track], _ chart: Chart) -> Bool {
        let step = chart.continuity.step
        return tracks.contains { track in
            zip(track.columns, track.columns.dropFirst()).contains {
                chart.standings.columns[$1] - chart.standings.columns[$0] > step
            }
        }
    }
}
