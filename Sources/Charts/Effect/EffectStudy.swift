/// Values of entities counted in periods from each one's own event, beside those of a cohort to compare with.
///
/// The cohort is every listed member that is no party to any of the events and has a value in every period
/// shown, at the same dates as the entities. Nothing here says that an event caused anything.
struct EffectStudy {
    struct Line {
        var entity: Int
        var event: Event
        /// Column of each offset from `-before` on; nil where the entity has no value then.
        var columns: [Int?]
    }

    let offsets: ClosedRange<Int>
    private(set) var lines: [Line] = []
    let cohort: [Int]
    /// Lower quartile, median and upper quartile for each offset; empty without a cohort.
    let bands: [(low: Double, median: Double, high: Double)]
    /// Events that name no single period of the axis.
    let imprecise: [Event]

    init(_ chart: Chart) {
        let standings = chart.standings
        let options = chart.specification.effect
        let offsets = -min(max(options.before, 0), 500)...min(max(options.after, 0), 500)
        self.offsets = offsets
        let countsRanks = chart.specification.measure == .rank
        let isKnown: (Int, Int) -> Bool = { entity, column in
            countsRanks ? standings[entity, column].hasRank : standings[entity, column].hasValue
        }
        var imprecise: [Event] = []
        var starts: [Int] = []
        var parties: Set<String> = []
        var lines: [Line] = []
        for event in chart.data.events {
            parties.formUnion(event.entities)
            guard let moments = chart.data.grain.moments(of: event.start) else { continue }
            // A date that is coarser than the axis does not say which period it counts from.
            guard moments.upperBound - moments.lowerBound <= 1 else {
                imprecise.append(event)
                continue
            }
            let start = Int(((moments.lowerBound + moments.upperBound) / 2).rounded())
            for (entity, series) in standings.series.enumerated()
            where event.entities.contains(series.id) && !lines.contains(where: { $0.entity == entity }) {
                let columns = offsets.map { offset -> Int? in
                    standings.column(of: Period(start + offset)).flatMap { isKnown(entity, $0) ? $0 : nil }
                }
                guard columns.contains(where: { $0 != nil }) else { continue }
                lines.append(Line(entity: entity, event: event, columns: columns))
                if !starts.contains(start) { starts.append(start) }
            }
        }
        self.imprecise = imprecise
        self.lines = lines
        let shown = offsets.flatMap { offset in starts.map { Period($0 + offset) } }
        let columns = Set(shown).map { standings.column(of: $0) }
        let listed = Self.listed(chart, Set(shown))
        cohort = standings.entities.filter { entity in
            !parties.contains(standings.series[entity].id)
                && (listed?.contains(standings.series[entity].id) ?? true)
                && columns.allSatisfy { $0.map { isKnown(entity, $0) } ?? false }
        }
        let members = cohort
        bands =
            members.isEmpty
            ? []
            : offsets.map { offset in
                let values = starts.flatMap { start -> [Double] in
                    guard let column = standings.column(of: Period(start + offset)) else { return [] }
                    return members.map {
                        countsRanks ? standings[$0, column].rank : standings[$0, column].value
                    }
                }.sorted()
                return (Self.quantile(values, 0.25), Self.quantile(values, 0.5), Self.quantile(values, 0.75))
            }
    }

    /// Ids that were on the list in every period shown for which a list is known; nil where none is.
    private static func listed(_ chart: Chart, _ periods: Set<Period>) -> Set<String>? {
        let lists = chart.data.lists.filter { periods.contains($0.period) }.compactMap(\.members)
        guard let first = lists.first else { return nil }
        return lists.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    }

    /// Linear between the closest ranks (type 7 of Hyndman and Fan 1996); the values are sorted.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard let last = sorted.last else { return .nan }
        let place = share * Double(sorted.count - 1)
        let index = Int(place)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }

    /// `Median and middle half of 9 ISPs that are party to none of the events`.
    func cohortWords(_ chart: Chart) -> String {
        if cohort.isEmpty {
            return
                "No \(chart.data.noun.one) that is party to none of the events has a value in every period shown"
        }
        if cohort.count == 1 {
            return
                "Band: median and middle half of \(chart.name(cohort[0])), the only \(chart.data.noun.one) with a value in every period shown that is party to none of the events, at the same dates"
        }
        return
            "Band: median and middle half of \(chart.data.noun.counted(cohort.count)) that are party to none of the events, at the same dates"
    }
}
