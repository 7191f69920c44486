/// Which lines are named at which end, and how much room the gutters need for it.
struct LabelPlan {
    var labels: [LineLabel] = []
    private(set) var startWidth = 0.0
    private(set) var endWidth = 0.0

    /// Distance from the end of a line to its label.
    static let gap = 10.0
    /// The same where nodes hold numbers.
    static let wideGap = 16.0
    /// Width of a gutter without labels.
    static let margin = 12.0

    /// Labels that are planned already.
    init(_ labels: [LineLabel]) {
        self.labels = labels
    }

    init(_ tracks: [Track], _ chart: Chart, _ words: LabelWords, _ layout: Layout) {
        let options = chart.specification.labels
        let domain = chart.domain
        let span = Double(domain.upperBound - domain.lowerBound)
        let named = Self.named(tracks, chart, options.max)
        var ranks: [String?] = []
        for (index, track) in tracks.enumerated() where named.contains(index) {
            guard let first = track.columns.first, let last = track.columns.last else { continue }
            let isBold = track.emphasis == .highlighted
            if let template = options.start, layout == .wide, chart.namesStart || !template.isStandard {
                let text = words.words(
                    track.entity, first, template, standard: chart.standardStart, isBold: isBold)
                add(index, .start, text.words)
                ranks.append(nil)
                let share = span > 0 ? Double(chart.standings.columns[first] - domain.lowerBound) / span : 0
                if share <= 1.0 / 6 { reserve(&startWidth, text.words, words.lettering.bold(isBold)) }
            }
            if let template = options.end {
                let isBeyond = track.cuts.last.map { $0 > last } ?? false
                let shown = isBeyond ? track.cuts.last ?? last : last
                var text = words.words(
                    track.entity, shown, template, standard: chart.standardEnd, isBold: isBold)
                if isBeyond { text = ("→ " + text.words, nil) }
                add(index, .end, text.words)
                ranks.append(text.rank)
                let share = span > 0 ? Double(domain.upperBound - chart.standings.columns[last]) / span : 0
                if share <= 1.0 / 6 { reserve(&endWidth, text.words, words.lettering.bold(isBold)) }
            }
        }
        indent(ranks, words.lettering)
        startWidth = max(startWidth + (startWidth > 0 ? chart.labelGap + 8 : 0), Self.margin)
        endWidth = max(endWidth + (endWidth > 0 ? chart.labelGap + 8 : 0), Self.margin)
    }

    private mutating func add(_ track: Int, _ side: LineLabel.Side, _ words: String) {
        guard !words.isEmpty else { return }
        labels.append(LineLabel(track: track, side: side, words: words))
    }

    private func reserve(_ width: inout Double, _ words: String, _ lettering: Lettering) {
        width = max(width, lettering.reserved(words))
    }

    /// Lets the names after ranks of one and two digits begin at one column.
    private mutating func indent(_ ranks: [String?], _ lettering: Lettering) {
        guard ranks.count == labels.count else { return }
        let widths = ranks.map { $0.map { lettering.width(of: $0) } ?? 0 }
        let widest = widths.max() ?? 0
        guard widest > 0 else { return }
        for index in labels.indices where widths[index] > 0 { labels[index].indent = widest - widths[index] }
        endWidth += widest - (widths.filter { $0 > 0 }.min() ?? widest)
    }

    /// Indices of the tracks that are named: all, or the most important so many.
    private static func named(_ tracks: [Track], _ chart: Chart, _ max: Int?) -> Set<Int> {
        guard let max, max < tracks.count else { return Set(tracks.indices) }
        let order = tracks.indices.sorted {
            let (left, right) = (tracks[$0], tracks[$1])
            let isLeft = left.emphasis == .highlighted
            if isLeft != (right.emphasis == .highlighted) { return isLeft }
            let (a, b) = (chart.lastRank(left.entity), chart.lastRank(right.entity))
            if a != b { return a < b }
            return chart.standings.series[left.entity].id < chart.standings.series[right.entity].id
        }
        return Set(order.prefix(Swift.max(max, 0)))
    }
}
