/// The rows of a bump chart: which entities it shows, and at which height each of their places stands.
struct RankRows {
    /// Indices of the series shown, in declared order.
    let entities: [Int]
    /// How many rows there are.
    let count: Int
    /// The lowest rank shown, where there is a cut-off.
    let top: Double?
    /// Shares of a row by which tied places leave its middle, for every entity and column.
    private var offsets: [Double]
    private let columnCount: Int

    init(_ standings: Standings, _ specification: ChartSpecification) {
        let top = specification.rank.top.map { Double(max($0, 1)) }
        self.top = top
        entities = Self.selected(standings, specification, top)
        columnCount = standings.columns.count
        var lowest = 1.0
        for entity in entities {
            for column in standings.periods { lowest = max(lowest, standings[entity, column].rank) }
        }
        // Tied entities fill the rows behind them, which their names need.
        let named = min(Double(entities.count), top ?? .infinity)
        lowest = max(lowest, (named * 0.62).rounded(.up))
        count = min(Int(min(lowest, top ?? lowest).rounded(.up)), Standings.seriesLimit * 5)
        offsets = []
        if specification.ties == .lanes { spread(standings) }
    }

    /// The middle of an entity's line in a column, in rows from the top edge of the first.
    func height(_ standings: Standings, _ entity: Int, _ column: Int, row: Double) -> Double {
        let middle = (standings[entity, column].rank - 0.5) * row
        guard !offsets.isEmpty else { return middle }
        return middle + offsets[entity * columnCount + column] * min(7, row)
    }

    func isShown(_ cell: Standings.Cell) -> Bool {
        cell.hasRank && cell.rank <= Double(count)
    }

    func isBeyond(_ cell: Standings.Cell) -> Bool {
        cell.hasRank && cell.rank > Double(count)
    }

    /// Gives tied places parallel lanes, in the order in which their lines arrive.
    private mutating func spread(_ standings: Standings) {
        var before: [Double] = []
        for column in standings.periods {
            var members = entities.filter { standings[$0, column].hasRank }
            var isTied = false
            var seen = Array(repeating: false, count: count + 2)
            for entity in members {
                let rank = standings[entity, column].rank
                let place = Int(min(rank, Double(count + 1)))
                if seen[place] { isTied = true }
                seen[place] = true
            }
            if isTied, offsets.isEmpty {
                offsets = Array(repeating: 0, count: standings.series.count * columnCount)
            }
            if isTied {
                members.sort { left, right in
                    let (a, b) = (standings[left, column].rank, standings[right, column].rank)
                    if a != b { return a < b }
                    let (c, d) = (before.isEmpty ? 0 : before[left], before.isEmpty ? 0 : before[right])
                    return c == d ? left < right : c < d
                }
                share(members, standings, column)
            }
            if before.isEmpty { before = Array(repeating: 0, count: standings.series.count) }
            for entity in members {
                let offset = offsets.isEmpty ? 0 : offsets[entity * columnCount + column]
                before[entity] = standings[entity, column].rank + offset * 0.1
            }
        }
    }

    /// Lanes for the runs of equal ranks among members in order; in units of the lane's greatest width.
    private mutating func share(_ members: [Int], _ standings: Standings, _ column: Int) {
        var start = 0
        while start < members.count {
            let rank = standings[members[start], column].rank
            var end = start + 1
            while end < members.count, standings[members[end], column].rank == rank { end += 1 }
            let size = end - start
            if size > 1 {
                let lane = min(1, 2.3 / Double(size - 1))
                for index in start..<end {
                    let place = Double(index - start) - Double(size - 1) / 2
                    offsets[members[index] * columnCount + column] = place * lane
                }
            }
            start = end
        }
    }

    private static func selected(
        _ standings: Standings, _ specification: ChartSpecification, _ top: Double?
    ) -> [Int] {
        standings.entities.filter { entity in
            let ranks = standings.periods.map { standings[entity, $0].rank }
            guard ranks.contains(where: { $0 > 0 }) else { return false }
            guard let top else { return true }
            let isWithin: (Double) -> Bool = { $0 > 0 && $0 <= top }
            switch specification.rank.select {
            case .any: return ranks.contains(where: isWithin)
            case .last: return ranks.last.map(isWithin) ?? false
            case .first: return ranks.first.map(isWithin) ?? false
            }
        }
    }
}
