/// Which series of an index takes which colour, so that lines that run side by side, tie or cross differ.
///
/// To be asked once over all periods of an index and written down: a colour that changes from one chart to
/// the next misleads.
public enum ColorAssignment {
    /// A slot of the standard palette for each series, in the order given.
    ///
    /// Series that name a slot keep it. The others are taken by falling conflict (periods as neighbours + 3 ×
    /// periods tied + 4 × crossings), then by order, and each gets the slot with the least
    /// Σ conflict / (1 + distance of the colours).
    public static func slots(for series: [Series]) -> [Int] {
        var unnoticed: [ChartProblem] = []
        let data = ChartData(grain: .ordinal, series: series)
        let standings = Standings(data, from: nil, to: nil, reporting: &unnoticed)
        return slots(standings)
    }

    /// Rank of each standard slot when few are needed: blue, orange, green, violet, plum, red, indigo, brown.
    private static let preference = [0, 1, 7, 3, 4, 2, 5, 6]

    /// `among` names the series that are drawn in colour; up to eight of them never share one.
    static func slots(_ standings: Standings, among colored: Set<Int>? = nil) -> [Int] {
        let series = standings.series
        if series.allSatisfy({ $0.slot != nil }) { return series.map { $0.slot ?? 0 } }
        let count = Palette.standard.pairs.count
        let conflicts = Conflicts(standings)
        var slots: [Int?] = series.map(\.slot)
        let isDistinct = colored.map { $0.count <= count } ?? (series.count <= count)
        let order = series.indices.filter { colored?.contains($0) ?? true }.sorted {
            conflicts.total($0) == conflicts.total($1) ? $0 < $1 : conflicts.total($0) > conflicts.total($1)
        }
        var uses = Array(repeating: 0, count: count)
        for (entity, slot) in slots.enumerated() where colored?.contains(entity) ?? true {
            if let slot, slot < count, slot >= 0 { uses[slot] += 1 }
        }
        let distances = Palette.standardDistances
        for entity in order where slots[entity] == nil {
            var best = (cost: Double.infinity, uses: Int.max, slot: 0)
            for slot in 0..<count {
                // Where there are colours for all, the clearest come first, and conflicts decide nothing.
                if isDistinct {
                    let cost = uses[slot] > 0 ? 1e9 : Double(preference[slot])
                    if cost < best.cost { best = (cost, uses[slot], slot) }
                    continue
                }
                var cost = 0.0
                for other in series.indices where colored?.contains(other) ?? true {
                    guard let taken = slots[other], other != entity else { continue }
                    let distance = taken >= 0 && taken < count ? distances[slot][taken] : 10
                    cost += Double(conflicts[entity, other]) / (1 + distance)
                }
                if cost < best.cost || (cost == best.cost && uses[slot] < best.uses) {
                    best = (cost, uses[slot], slot)
                }
            }
            slots[entity] = best.slot
            uses[best.slot] += 1
        }
        return slots.map { $0 ?? 0 }
    }
}

/// How often each two series come close enough to be mistaken for each other.
private struct Conflicts {
    private var weights: [Int]
    private var totals: [Int]
    private let count: Int

    subscript(left: Int, right: Int) -> Int { weights[left * count + right] }

    func total(_ entity: Int) -> Int { totals[entity] }

    init(_ standings: Standings) {
        let entities = standings.entities
        count = entities.count
        weights = Array(repeating: 0, count: count * count)
        totals = Array(repeating: 0, count: count)
        var before = Array(repeating: 0.0, count: count)
        for period in standings.periods {
            let places = Self.places(standings, period)
            for left in entities where places[left] > 0 {
                for right in entities where right > left && places[right] > 0 {
                    let distance = places[left] - places[right]
                    // The 1 for being in the chart at all lets distant lines share a colour last.
                    var weight = distance == 0 ? 30 : distance.magnitude <= 1 ? 10 : 1
                    let earlier = before[left] - before[right]
                    if before[left] > 0, before[right] > 0, earlier * distance < 0 { weight += 40 }
                    add(weight, left, right)
                }
            }
            before = places
        }
    }

    private mutating func add(_ weight: Int, _ left: Int, _ right: Int) {
        weights[left * count + right] += weight
        weights[right * count + left] += weight
        totals[left] += weight
        totals[right] += weight
    }

    /// Ranks, or where a period has none the order of its values; 0 for whoever has neither.
    private static func places(_ standings: Standings, _ period: Int) -> [Double] {
        let ranks = standings.entities.map { standings[$0, period].rank }
        if ranks.contains(where: { $0 > 0 }) { return ranks }
        var places = Array(repeating: 0.0, count: ranks.count)
        let order = standings.entities.filter { standings[$0, period].hasValue }
            .sorted { standings[$0, period].value > standings[$1, period].value }
        for (index, entity) in order.enumerated() { places[entity] = Double(index + 1) }
        return places
    }
}
