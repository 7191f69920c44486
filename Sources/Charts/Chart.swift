// Charts: typed series to accessible figures.
//
// Belongs here: what a figure looks like and what it says of itself, from a typed specification and rows to
// bytes. Does not belong here: where rows come from, files, YAML, SQL, pages and addresses, and the clock.

/// A specification and its rows, checked, ranked and ready to be drawn.
///
///     let drawing = Chart.draw(specification, data)
///
/// The parts can also be had one by one; each is computed when asked for.
public struct Chart: Sendable {
    /// What is drawn and how.
    public let specification: ChartSpecification
    /// The rows that it is drawn from.
    public let data: ChartData
    /// What is wrong with either; with an error among them the chart should not be published.
    public private(set) var problems: [ChartProblem]

    let standings: Standings
    /// A place in the palette for each series; nil where it has no colour of its own.
    let slots: [Int?]

    public init(_ specification: ChartSpecification, _ data: ChartData) {
        self.specification = specification
        self.data = data
        var problems: [ChartProblem] = []
        SpecificationChecks(specification: specification, data: data).report(to: &problems)
        var standings = Standings(data, from: specification.from, to: specification.to, reporting: &problems)
        standings.rank(by: specification.rank, data, reporting: &problems)
        RowChecks(specification: specification, data: data, standings: standings).report(to: &problems)
        OptionChecks(specification: specification, standings: standings).report(to: &problems)
        if specification.type == .rank || specification.type == .rankHeatmap {
            RankingChecks(specification: specification, data: data, standings: standings).report(
                to: &problems)
        }
        self.standings = standings
        slots = Self.slots(specification, data, standings)
        self.problems = problems
        CoverageChecks(chart: self).report(to: &self.problems)
    }

    /// Some of a chart's series or events, with the ranks and colours that they have among all.
    init(
        _ whole: Chart, entities: [Int], events: [Event],
        _ change: (inout ChartSpecification) -> Void
    ) {
        var specification = whole.specification
        specification.facet = .none
        change(&specification)
        self.specification = specification
        standings = whole.standings.part(entities)
        slots = entities.map { whole.slots[$0] }
        var data = whole.data
        data.series = standings.series
        data.events = events
        self.data = data
        problems = []
    }

    /// Everything that a page needs of a figure.
    public static func draw(_ specification: ChartSpecification, _ data: ChartData) -> Drawing {
        Chart(specification, data).drawing
    }

    /// Everything that a page needs of it.
    public var drawing: Drawing {
        let wide = picture(.wide)
        return Drawing(
            wide: svg(.wide, of: wide), small: svg(.small), height: wide?.pixelHeight, summary: summary,
            table: table, problems: problems)
    }

    /// What the picture shows, in at most 600 characters.
    public var summary: String {
        specification.description.isEmpty ? generatedSummary : specification.description
    }

    /// What the rows say, whatever the author says.
    public var generatedSummary: String {
        let multiples = specification.facet == .none ? nil : "Small multiples"
        switch specification.type {
        case .rank, .rankHeatmap: return RankSummary(self).text
        case .line, .sparkline: return ValueSummary(self, kind: multiples ?? "Line chart").text
        case .slope:
            return specification.measure == .rank
                ? RankSummary(self).text : ValueSummary(self, kind: "Slope chart").text
        case .bar: return LeaderboardSummary(chart: self).text
        case .timeline: return TimelineSummary(chart: self).text
        case .effect: return EffectSummary(chart: self).text
        }
    }

    /// The rows of the picture as text.
    public var table: ChartTable {
        let periods = PeriodTable(chart: self)
        switch specification.type {
        case .rank, .rankHeatmap: return periods.table(periods.rankText)
        case .slope:
            let columns = SlopePicture.columns(specification, standings)
            return periods.table(
                columns, specification.measure == .rank ? periods.rankText : periods.valueText)
        case .line, .sparkline: return periods.table(periods.valueText)
        case .bar: return leaderboardTable
        case .timeline: return timelineTable
        case .effect: return effectTable
        }
    }
}

extension Chart {
    /// First and last ordinal of the axis of time.
    var domain: ClosedRange<Int> {
        let first = specification.from?.ordinal ?? standings.columns.first ?? 0
        let last = specification.to?.ordinal ?? standings.columns.last ?? first
        return first...max(first, last)
    }

    var continuity: Continuity { Continuity(specification, data, columns: standings.columns) }

    /// The last rank of a series; beyond all others where it has none.
    func lastRank(_ entity: Int) -> Double {
        standings.periods.last { standings[entity, $0].hasRank }.map { standings[entity, $0].rank }
            ?? .infinity
    }

    /// Whether the picture carries links, which only some types have a place for.
    var hasLinks: Bool {
        guard specification.links, specification.facet == .none else { return false }
        switch specification.type {
        case .rank, .line, .slope, .effect, .bar, .timeline: return true
        case .sparkline, .rankHeatmap: return false
        }
    }

    /// Whether lines are named at their beginning too where nothing is said.
    var namesStart: Bool { specification.type == .rank || specification.type == .slope }

    /// From the end of a line to its name.
    var labelGap: Double {
        specification.type == .rank && specification.labels.nodes != .none ? LabelPlan.wideGap : LabelPlan.gap
    }

    var standardStart: LabelTemplate {
        specification.type == .rank ? LabelWords.nameAndRank : LabelWords.nameAndValue
    }

    var standardEnd: LabelTemplate {
        specification.type == .rank ? LabelWords.rankAndName : LabelWords.nameAndValue
    }

    /// What stands before a series' number in ids; the two layouts share a page.
    func idPrefix(_ layout: Layout) -> String {
        let name = String(specification.name.map { $0 == "/" ? "-" : $0 })
        return name + (layout == .wide ? "-l" : "-s")
    }

    /// A series with the columns in which it is shown and those in which it is beyond the cut-off.
    func track(
        _ entity: Int, where isShown: (Int, Int) -> Bool, cuts isCut: (Int, Int) -> Bool = { _, _ in false }
    ) -> Track {
        var track = Track(entity: entity, slot: slots[entity], emphasis: emphasis(entity))
        for column in standings.periods {
            if isShown(entity, column) {
                track.columns.append(column)
            } else if isCut(entity, column) {
                track.cuts.append(column)
            }
        }
        return track
    }

    func emphasis(_ entity: Int) -> Track.Emphasis {
        let id = standings.series[entity].id
        if specification.highlight.contains(id) { return .highlighted }
        if specification.mute.contains(id) { return .muted }
        return specification.mute.isEmpty && !specification.highlight.isEmpty ? .muted : .normal
    }

    /// The few series that take a colour where the others stand back or are not drawn; nil for all.
    private static func colored(
        _ specification: ChartSpecification, _ data: ChartData, _ standings: Standings
    ) -> Set<Int>? {
        let ids: Set<String>
        if specification.type == .effect {
            ids = Set(data.events.flatMap(\.entities))
        } else if !specification.highlight.isEmpty {
            ids = Set(specification.highlight)
        } else {
            return nil
        }
        return Set(standings.entities.filter { ids.contains(standings.series[$0].id) })
    }

    private static func slots(_ specification: ChartSpecification, _ data: ChartData, _ standings: Standings)
        -> [Int?]
    {
        switch specification.color {
        case .none: return standings.series.map { _ in nil }
        case .entity:
            return ColorAssignment.slots(standings, among: colored(specification, data, standings))
        case .group:
            var groups: [String] = []
            for series in standings.series {
                if let group = series.group, !groups.contains(group) { groups.append(group) }
            }
            groups.sort()
            return standings.series.map { series in series.group.flatMap { groups.firstIndex(of: $0) } }
        }
    }
}
