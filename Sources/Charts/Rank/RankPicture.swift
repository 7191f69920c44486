/// A bump chart, laid out: every number that its drawing needs.
struct RankPicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    let scale: PeriodScale
    let events: EventMarks
    let ticks: PeriodTickMarks
    let rankTicks: RankTickMarks
    /// In the order in which they are drawn.
    let tracks: [Track]
    let labels: [LineLabel]
    let lettering: Lettering
    let nodes: Nodes
    /// Lines of text below the axis.
    let key: PictureKey
    let row: Double
    /// Upper edge of the first row and lower edge of the last.
    let rowsTop: Double
    let rowsBottom: Double

    init(_ chart: Chart, _ layout: Layout) {
        self.chart = chart
        self.layout = layout
        let specification = chart.specification
        let standings = chart.standings
        let rows = RankRows(standings, specification)
        let extent = PictureSize(specification, layout, wide: 960)
        width = extent.width
        lettering = Lettering(size: layout == .wide ? 13 : 11)

        let words = LabelWords(
            specification: specification, data: chart.data, standings: standings, layout: layout,
            limit: width * (layout == .wide ? 0.32 : 0.46), lettering: lettering)
        var tracks = rows.entities.map {
            chart.track($0) {
                rows.isShown(standings[$0, $1])
            } cuts: {
                rows.isBeyond(standings[$0, $1])
            }
        }
        tracks = Self.ordered(tracks, standings)
        let continuity = chart.continuity
        for index in tracks.indices { tracks[index].connect(continuity) }
        var plan = LabelPlan(tracks, chart, words, layout)

        let namesRanks = Self.namesRanks(specification, plan, tracks.count, rows.count)
        let left =
            namesRanks ? plan.startWidth + RankTickMarks.width(rows: rows.count, layout) : plan.startWidth
        let domain = chart.domain
        scale = PeriodScale(
            standings.columns, domain: domain, kind: specification.x.type,
            left: left, right: max(width - plan.endWidth, left + 40))
        events = EventMarks(
            specification, chart.data, scale, layout: layout, within: 2...(width - 2))
        let nodes = Self.nodes(specification, standings, layout)
        self.nodes = nodes
        key = PictureKey(
            events.key + TrackLegend(tracks, chart, nodes: nodes, countsRanks: true).entries, width: width)
        let headroom = events.height > 0 ? events.height + 10 : 6
        let footroom = 30 + key.height
        let count = Double(max(rows.count, 1))
        let row =
            extent.height.map { max(($0 - headroom - footroom) / count, 4) } ?? (layout == .wide ? 27 : 24)
        self.row = row
        rowsTop = headroom
        rowsBottom = headroom + count * row
        height = rowsBottom + footroom
        rankTicks =
            namesRanks ? RankTickMarks(specification.y.ticks, rows: rows.count, row: row) : RankTickMarks()
        ticks = PeriodTickMarks(
            specification.x.ticks, scale, chart.data, apart: layout == .wide ? 62 : 50)

        let positions = scale.positions
        for index in tracks.indices {
            let entity = tracks[index].entity
            tracks[index].places = tracks[index].columns.map { column in
                CurvePath.Place(
                    x: positions[column],
                    y: headroom + rows.height(standings, entity, column, row: row))
            }
            tracks[index].stubs = Self.stubs(
                tracks[index], rows, scale, bottom: rowsBottom, isDrawn: specification.rank.beyond == .edge)
        }
        let frame = Box(
            .plot, "", x: scale.left, y: rowsTop, width: scale.right - scale.left,
            height: rowsBottom - rowsTop)
        let placement = LabelPlacement(
            tracks: tracks, frame: frame, width: width, curve: specification.curve ?? .bump,
            offset: max(row / 2, lettering.size * 0.75), lettering: lettering,
            obstacles: events.labelBoxes(top: 4), rules: events.ruleXs, gap: chart.labelGap)
        labels = placement.placed(&plan)
        self.tracks = tracks
    }

    /// Whether ranks stand on an axis: where that is asked for, or the names of lines tell only a few of them.
    private static func namesRanks(
        _ specification: ChartSpecification, _ plan: LabelPlan, _ lines: Int, _ rows: Int
    ) -> Bool {
        guard specification.y.ticks == .auto else { return true }
        return plan.startWidth <= LabelPlan.margin && lines * 2 < rows
    }

    /// Those that stand back first, then from the last rank to the first, those that stand out on top.
    private static func ordered(_ tracks: [Track], _ standings: Standings) -> [Track] {
        func weight(_ track: Track) -> Int {
            switch track.emphasis {
            case .muted: 0
            case .normal: 1
            case .highlighted: 2
            }
        }
        func final(_ track: Track) -> Double {
            track.columns.last.map { standings[track.entity, $0].rank } ?? 0
        }
        return tracks.sorted {
            if weight($0) != weight($1) { return weight($0) < weight($1) }
            return final($0) == final($1) ? $0.entity < $1.entity : final($0) > final($1)
        }
    }

    private static func nodes(
        _ specification: ChartSpecification, _ standings: Standings, _ layout: Layout
    ) -> Nodes {
        if layout == .small { return .none }
        guard specification.nodes == .auto else { return specification.nodes }
        return standings.columns.count <= 36 ? .all : .changes
    }

    /// Lines that leave the rows shown, half a step toward the lower edge.
    private static func stubs(
        _ track: Track, _ rows: RankRows, _ scale: PeriodScale, bottom: Double, isDrawn: Bool
    ) -> [Track.Stub] {
        guard isDrawn else { return [] }
        var stubs: [Track.Stub] = []
        for (place, column) in zip(track.places, track.columns) {
            for next in [column - 1, column + 1] where track.cuts.contains(next) {
                let middle = (scale.positions[column] + scale.positions[next]) / 2
                stubs.append(Track.Stub(from: place, to: CurvePath.Place(x: middle, y: bottom + 4)))
            }
        }
        return stubs
    }
}
