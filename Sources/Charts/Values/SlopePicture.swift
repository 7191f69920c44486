internal import Markup

/// Two or three periods side by side, laid out: a line an entity, named at both ends.
struct SlopePicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    private let columns: [Int]
    private let positions: [Double]
    private let tracks: [Track]
    private let labels: [LineLabel]
    private let lettering: Lettering
    private let top: Double

    init(_ chart: Chart, _ layout: Layout) {
        self.chart = chart
        self.layout = layout
        let specification = chart.specification
        let standings = chart.standings
        let extent = PictureSize(specification, layout, wide: 560, small: 340)
        width = extent.width
        let lettering = Lettering(size: layout == .wide ? 13 : 11)
        self.lettering = lettering
        let columns = Self.columns(specification, standings)
        self.columns = columns
        let countsRanks = specification.measure == .rank
        let isShown: (Int, Int) -> Bool = { entity, column in
            columns.contains(column)
                && (countsRanks ? standings[entity, column].hasRank : standings[entity, column].hasValue)
        }
        var tracks = standings.entities.map { chart.track($0, where: isShown) }.filter { !$0.columns.isEmpty }
        tracks.sort {
            ($0.emphasis == .muted ? 0 : 1, $0.entity) < ($1.emphasis == .muted ? 0 : 1, $1.entity)
        }
        // A small picture has room for names on one side; the other then keeps its numbers.
        let ends = Set(tracks.filter { columns.count > 1 && $0.columns.last == columns.last }.map(\.entity))
        let numberOnly = LabelTemplate([countsRanks ? .rank : .value])
        let words = chart.words(layout, limit: width * (layout == .wide ? 0.34 : 0.46), size: lettering.size)
        var labels: [LineLabel] = []
        var widths = (start: 0.0, end: 0.0)
        for (index, track) in tracks.enumerated() {
            let isBold = track.emphasis == .highlighted
            if track.columns.first == columns.first, let first = columns.first,
                let template = specification.labels.start
            {
                let standard = countsRanks ? LabelWords.nameAndRank : LabelWords.nameAndValue
                let isNamedAtEnd =
                    layout == .small && specification.labels.end != nil && ends.contains(track.entity)
                let text = words.words(
                    track.entity, first, template, standard: isNamedAtEnd ? numberOnly : standard,
                    isBold: isBold
                ).words
                labels.append(LineLabel(track: index, side: .start, words: text))
                widths.start = max(widths.start, lettering.bold(isBold).reserved(text))
            }
            if track.columns.last == columns.last, columns.count > 1, let last = columns.last,
                let template = specification.labels.end
            {
                let text = words.words(
                    track.entity, last, template,
                    standard: countsRanks ? LabelWords.rankAndName : LabelWords.valueAndName, isBold: isBold
                ).words
                labels.append(LineLabel(track: index, side: .end, words: text))
                widths.end = max(widths.end, lettering.bold(isBold).reserved(text))
            }
        }
        let left = max(widths.start + LabelPlan.gap + 5, LabelPlan.margin).rounded(.up)
        let right = max(width - max(widths.end + LabelPlan.gap + 5, LabelPlan.margin), left + 40).rounded(
            .down)
        let positions = columns.indices.map {
            columns.count > 1 ? left + (right - left) * Double($0) / Double(columns.count - 1) : left
        }
        self.positions = positions
        let top = 34.0
        self.top = top
        let named = max(labels.count { $0.side == .start }, labels.count { $0.side == .end })
        height = extent.height ?? max(Double(named) * 20 + top + 16, 180)
        let scale = Self.scale(
            tracks, standings, specification, countsRanks, bottom: height - 16, top: top + 6)
        let continuity = chart.continuity
        for index in tracks.indices {
            let entity = tracks[index].entity
            tracks[index].places = tracks[index].columns.map { column in
                let cell = standings[entity, column]
                return CurvePath.Place(
                    x: positions[columns.firstIndex(of: column) ?? 0],
                    y: scale.position(countsRanks ? cell.rank : cell.value))
            }
            tracks[index].connect(neighbours: columns, continuity)
        }
        let bounds = (top + 6)...max(top + 6, height - 10)
        let separation = min(lettering.size * 1.2, (height - top - 16) / Double(max(named, 1)))
        Gutter(
            x: left - LabelPlan.gap, edge: left, bounds: bounds, separation: separation, side: .start,
            leaderFrom: 7
        )
        .place(&labels, tracks)
        Gutter(
            x: right + LabelPlan.gap, edge: right, bounds: bounds, separation: separation, side: .end,
            leaderFrom: 7
        )
        .place(&labels, tracks)
        self.labels = labels
        self.tracks = tracks
    }

    /// The periods named by `x.ticks`, at most three; else the first and the last.
    static func columns(_ specification: ChartSpecification, _ standings: Standings) -> [Int] {
        if case .list(let periods) = specification.x.ticks {
            let named = periods.compactMap(standings.column(of:)).sorted()
            if !named.isEmpty { return Array(named.prefix(3)) }
        }
        guard let last = standings.periods.last else { return [] }
        return last > 0 ? [0, last] : [0]
    }

    private static func scale(
        _ tracks: [Track], _ standings: Standings, _ specification: ChartSpecification, _ countsRanks: Bool,
        bottom: Double, top: Double
    ) -> LinearScale {
        let values = tracks.flatMap { track in
            track.columns.map {
                countsRanks ? standings[track.entity, $0].rank : standings[track.entity, $0].value
            }
        }
        let domain = specification.y.domain ?? (values.min() ?? 0)...(values.max() ?? 1)
        let isUp = !countsRanks
        return LinearScale(domain, start: isUp ? bottom : top, end: isUp ? top : bottom)
    }

    func draw(on sheet: inout Sheet) {
        let head = Lettering(size: layout == .wide ? 12 : 11, isBold: true)
        var rules = PathData()
        var edge = -1.0
        for (index, column) in columns.enumerated() {
            let words = chart.data.label(Period(chart.standings.columns[column]), .short)
            let half = head.reserved(words) / 2
            let x = min(max(positions[index], half + 2), width - half - 2)
            // Where three dates are too wide side by side, the middle one stands lower.
            let isLower = x - half < edge
            if !isLower { edge = x + half + 4 }
            sheet.text(
                Text(
                    words: words, x: x, y: isLower ? 26 : 12, anchor: .middle, lettering: head,
                    isSized: layout == .small,
                    style: "sg-note", fill: sheet.secondInk), role: .tick)
            rules.move(positions[index], isLower ? 34 : 22)
            rules.vertical(height - 6)
        }
        sheet.writer.element("path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(rules)])
        let painter = self.painter
        sheet.openLines(painter, lettering)
        for (index, track) in tracks.enumerated() {
            painter.draw(track, labels: labels.filter { $0.track == index }, lettering: lettering, on: &sheet)
        }
        sheet.writer.append(literal: "</g>")
    }

    func drawLinks(on sheet: inout Sheet) {
        LinkPainter(chart: chart, tracks: tracks, labels: labels, painter: painter, lettering: lettering)
            .draw(on: &sheet)
    }

    private var painter: TrackPainter {
        TrackPainter(
            specification: chart.specification, data: chart.data, standings: chart.standings,
            curve: chart.specification.curve ?? .linear, layout: layout, idPrefix: chart.idPrefix(layout),
            nodes: .all, lineScale: 0.8, hasHalo: false, hasArea: columns.count > 2,
            tellsKinds: chart.specification.measure == .rank, hasLinks: chart.hasLinks)
    }
}

extension Track {
    /// Connects places in the columns shown, however far apart, unless a seam or a hole lies between.
    mutating func connect(neighbours shown: [Int], _ continuity: Continuity) {
        runs = []
        bridges = []
        guard !places.isEmpty else { return }
        var start = 0
        for index in 1..<max(places.count, 1) {
            let (left, right) = (columns[index - 1], columns[index])
            let isNext = shown.firstIndex(of: left).map { $0 + 1 } == shown.firstIndex(of: right)
            if isNext, !continuity.isBroken(left, right) { continue }
            runs.append(start..<index)
            start = index
        }
        runs.append(start..<places.count)
    }
}
