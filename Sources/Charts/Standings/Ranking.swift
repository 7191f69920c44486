/// Ranks counted from values, for the periods in which that is honest.
extension Standings {
    /// Fills in the ranks that the options allow to be computed.
    ///
    /// A period is computed only where every member of the list has a value. Where the options ask for
    /// ranks from values and a member has none, that is an error, and nothing is made up.
    mutating func rank(by options: RankOptions, _ data: ChartData, reporting problems: inout [ChartProblem]) {
        removeRanks(notFrom: options.from)
        guard options.from != .published else { return }
        let lists = Dictionary(
            data.lists.map { ($0.period.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
        let knownLists = data.lists.filter { $0.members != nil }
        for period in periods {
            let isGiven = entities.contains { self[$0, period].hasRank }
            if options.from == .auto, isGiven { continue }
            let ordinal = columns[period]
            guard let members = members(of: period, lists[ordinal], options, hasLists: !knownLists.isEmpty)
            else { continue }
            let missing = members.filter { !self[$0, period].hasValue }
            let absent = lists[ordinal]?.members.map { absentMembers($0) } ?? []
            if missing.isEmpty, absent.isEmpty {
                compute(period, members, options)
            } else if options.from == .value {
                problems.append(
                    .rankFromPartialPeriod(
                        missing: missing.map { series[$0].name } + absent, Period(ordinal), data))
            }
        }
    }

    /// The entities that were on the list; nil where nothing says so.
    private func members(
        of period: Int, _ list: ListedPeriod?, _ options: RankOptions, hasLists: Bool
    ) -> [Int]? {
        if let ids = list?.members {
            let known = Set(ids)
            return entities.filter { known.contains(series[$0].id) }
        }
        // An author who asks for ranks from values of plain rows means the rows that there are.
        return options.from == .value && !hasLists ? entities.filter { self[$0, period].point >= 0 } : nil
    }

    /// Takes out the ranks that the options do not want.
    private mutating func removeRanks(notFrom origin: RankOptions.Origin) {
        guard origin != .auto else { return }
        for entity in entities {
            for period in periods {
                let isComputed = self[entity, period].kind == .computed
                if isComputed || origin == .value { self[entity, period].rank = 0 }
            }
        }
    }

    private func tieBreak(_ entity: Int, _ period: Int) -> Double {
        point(entity, period)?.tieBreak ?? .infinity
    }

    private func absentMembers(_ ids: [String]) -> [String] {
        let known = Set(series.map(\.id))
        return ids.filter { !known.contains($0) }
    }

    private mutating func compute(_ period: Int, _ members: [Int], _ options: RankOptions) {
        let sign: Double = options.order == .descending ? -1 : 1
        let order = members.sorted {
            let (left, right) = (sign * self[$0, period].value, sign * self[$1, period].value)
            if left != right { return left < right }
            let (first, second) = (tieBreak($0, period), tieBreak($1, period))
            return first == second ? $0 < $1 : first < second
        }
        var start = 0
        var denseRank = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, self[order[end], period].value == self[order[start], period].value {
                end += 1
            }
            denseRank += 1
            for index in start..<end {
                let rank: Double =
                    switch options.method {
                    case .competition: Double(start + 1)
                    case .dense: Double(denseRank)
                    case .ordinal: Double(index + 1)
                    case .fractional: Double(start + 1 + end) / 2
                    }
                self[order[index], period].rank = rank
                self[order[index], period].kind = .computed
            }
            start = end
        }
    }
}

extension ChartProblem {
    static func rankFromPartialPeriod(missing: [String], _ period: Period, _ data: ChartData) -> ChartProblem
    {
        let names = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? " …" : "")
        return ChartProblem(
            .error, "rank-from-partial-period", .period(period),
            "ranks cannot be computed for \(data.grain.text(period)): \(data.noun.counted(missing.count)) of the list without a value (\(names))",
            notes: ["a rank counted without a member of the list gives too good a place to all below it"],
            help: "show published ranks (`rank: {from: auto}`), or choose periods that are complete")
    }
}
