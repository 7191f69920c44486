import Diagnostics

extension Index {
    /// Works out everything that follows from what the tables say, and reports where they contradict
    /// themselves.
    init(_ definition: IndexDefinition, _ input: IndexInput, reporting diagnostics: inout [Diagnostic]) {
        let read = IndexEntries(input, definition)
        let lists = IndexLists(input, definition)
        diagnostics += read.diagnostics + lists.diagnostics
        var periods: [RankedPeriod] = []
        for period in read.byPeriod.keys.sorted() {
            var entries = read.byPeriod[period] ?? [:]
            let checks = RankChecks(entries.values, in: period, definition, lists)
            let computed = ComputedRanks(entries, in: period, definition, lists)
            diagnostics += checks.diagnostics + computed.diagnostics
            for (entity, rank) in computed.ranks {
                entries[entity]?.rank = rank
                entries[entity]?.kind = .computed
            }
            periods.append(RankedPeriod(period, entries, after: periods.last, lists))
        }
        let editions = periods.indices.map { number in
            periods[number].edition(
                number + 1, previous: number > 0 ? periods[number - 1].period : nil,
                next: number + 1 < periods.count ? periods[number + 1].period : nil, lists)
        }
        var histories: [String: Standing] = [:]
        var standings: [Standing] = []
        for (ranked, edition) in zip(periods, editions) {
            for entry in ranked.sorted(by: definition) {
                let standing = ranked.standing(
                    entry, input.names?[entry.entity], edition, after: histories[entry.entity])
                histories[entry.entity] = standing
                standings.append(standing)
            }
        }
        self.init(definition, standings, editions, lists)
    }

    private init(
        _ definition: IndexDefinition, _ standings: [Standing], _ editions: [Edition], _ lists: IndexLists
    ) {
        self.definition = definition
        self.standings = standings
        self.editions = editions
        breaks = lists.breaks
        members = lists.members
        var positions: [String: [Int]] = [:]
        for (place, standing) in standings.enumerated() {
            positions[standing.entity, default: []].append(place)
        }
        self.positions = positions
        editionPositions = Dictionary(uniqueKeysWithValues: editions.enumerated().map { ($1.period, $0) })
    }
}

/// One period with every rank that is known of it.
struct RankedPeriod {
    let period: Period
    private let entries: [String: IndexEntry]
    private let listBreak: Break?
    private let valueBreak: Break?
    /// How many entities hold each rank.
    private let holders: [Int: Int]

    init(
        _ period: Period, _ entries: [String: IndexEntry], after previous: RankedPeriod?, _ lists: IndexLists
    ) {
        self.period = period
        self.entries = entries
        holders = entries.values.reduce(into: [:]) { counts, entry in
            if let rank = entry.rank { counts[rank, default: 0] += 1 }
        }
        let crossed = lists.breaks.filter { $0.period <= period && $0.period > (previous?.period ?? period) }
        listBreak =
            crossed.last { $0.kind == .list }
            ?? previous.flatMap { lists.change(from: $0.period, to: period) }
        valueBreak = crossed.last { $0.kind == .value }
    }

    func edition(_ ordinal: Int, previous: Period?, next: Period?, _ lists: IndexLists) -> Edition {
        let leaders = entries.values.filter { $0.rank == 1 }
        return Edition(
            period: period, ordinal: ordinal, previous: previous, next: next,
            listSize: lists.size(in: period), listSources: lists.sources(in: period),
            memberCount: lists.members[period]?.count,
            valueCount: entries.values.count { $0.value != nil }, publishedCount: count(.published),
            derivedCount: count(.derived), computedCount: count(.computed),
            leader: leaders.count == 1 ? leaders[0].entity : nil, listBreak: listBreak,
            valueBreak: valueBreak)
    }

    private func count(_ kind: Standing.RankKind) -> Int { entries.values.count { $0.kind == kind } }

    /// By rank, then by value, then by entity.
    func sorted(by definition: IndexDefinition) -> [IndexEntry] {
        entries.values.sorted { left, right in
            let (a, b) = (left.rank ?? Int.max, right.rank ?? Int.max)
            if a != b { return a < b }
            let worths = [left, right].map { definition.worth($0.value)?.upper ?? -.infinity }
            if worths[0] != worths[1] { return worths[0] > worths[1] }
            return left.entity.utf8.lexicographicallyPrecedes(right.entity.utf8)
        }
    }

    func standing(
        _ entry: IndexEntry, _ name: String?, _ edition: Edition, after previous: Standing?
    ) -> Standing {
        let before = previous.flatMap { $0.period == period.previous && listBreak == nil ? $0 : nil }
        let continues = entry.rank != nil && before?.rank == entry.rank
        return Standing(
            period: period, entity: entry.entity, name: name ?? entry.entity, value: entry.value?.value,
            valueText: entry.value?.text, rank: entry.rank, rankKind: entry.kind,
            previousRank: before?.rank,
            streak: entry.rank.map { _ in continues ? (before?.streak ?? 0) + 1 : 1 },
            isTied: entry.rank.map { (holders[$0] ?? 0) > 1 } ?? false, listSize: edition.listSize,
            sources: entry.origin.sources)
    }
}

extension IndexLists {
    /// A change of the list that no table declares: its length or its members differ.
    func change(from earlier: Period, to later: Period) -> Break? {
        if let before = size(in: earlier), let after = size(in: later), before != after {
            return Break(period: later, kind: .list, label: "\(before) places become \(after)")
        }
        guard let before = members[earlier], let after = members[later], before != after else { return nil }
        return Break(period: later, kind: .list, label: nil)
    }
}
