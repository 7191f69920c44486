import Diagnostics

/// Holds the ranks of one period against each other, against the values and against the list.
struct RankChecks {
    let definition: IndexDefinition
    let lists: IndexLists
    let period: Period
    /// Those with a published or derived rank, by rank, then by entity.
    private let ranked: [IndexEntry]
    private(set) var diagnostics: [Diagnostic] = []

    init(
        _ entries: some Sequence<IndexEntry>, in period: Period, _ definition: IndexDefinition,
        _ lists: IndexLists
    ) {
        self.definition = definition
        self.lists = lists
        self.period = period
        ranked = entries.filter { $0.rank != nil }
            .sorted { ($0.rank ?? 0, $0.entity) < ($1.rank ?? 0, $1.entity) }
        checkList()
        checkShared()
        checkOrder()
        checkEqualValues()
    }

    private mutating func checkList() {
        let size = lists.size(in: period)
        let members = lists.members[period]
        for entry in ranked {
            if let size, let rank = entry.rank, rank > size {
                report(
                    "index-rank", entry,
                    "'\(entry.entity)' has rank \(rank) in \(period.text), when the list has \(size) places")
            }
            if let members, !members.contains(entry.entity) {
                report(
                    "index-not-listed", entry,
                    "'\(entry.entity)' has a rank in \(period.text), but is not on the list then",
                    notes: ["the members are those of '\(definition.list?.table.text ?? "")'"])
            }
        }
    }

    /// Shared ranks must be declared, and leave room: after two at 2 comes 4.
    private mutating func checkShared() {
        for group in groups({ $0.rank == $1.rank }) where group.count > 1 {
            let entities = ranked[group].map(\.entity)
            let rank = ranked[group.lowerBound].rank ?? 0
            let others = ranked[group].dropLast().flatMap { $0.origin.note("'\($0.entity)'") }
            if !lists.isTie(entities, at: rank, in: period) {
                report(
                    "index-shared-rank", ranked[group.upperBound - 1],
                    "\(Self.list(entities)) share rank \(rank) in \(period.text)", notes: others,
                    help: definition.ties.map { "if they do, declare the tie in '\($0.table.text)'" }
                        ?? "if they do, declare the tie in a table and name it under 'ties'")
            }
            if let next = ranked[group.upperBound...].first, let following = next.rank,
                following < rank + group.count
            {
                report(
                    "index-rank-gap", next,
                    "'\(next.entity)' has rank \(following) in \(period.text), behind \(group.count) at \(rank)",
                    notes: ["the next place after \(group.count) at \(rank) is \(rank + group.count)"])
            }
        }
    }

    /// Nobody ranks above another whose value is better by more than what printing rounds away.
    private mutating func checkOrder() {
        var weakest: (worth: Double, entry: IndexEntry)?
        for group in groups({ $0.rank == $1.rank }) {
            for entry in ranked[group] {
                guard let range = definition.worth(entry.value), let weakest, range.lower >= weakest.worth
                else { continue }
                report(
                    "index-rank-contradicts-value", entry,
                    "'\(weakest.entry.entity)' (\(weakest.entry.value?.text ?? "")) ranks above "
                        + "'\(entry.entity)' (\(entry.value?.text ?? "")) in \(period.text)",
                    notes: ["\(definition.better) values rank first"]
                        + weakest.entry.origin.note("'\(weakest.entry.entity)'"))
            }
            for entry in ranked[group] {
                guard let range = definition.worth(entry.value) else { continue }
                if weakest.map({ range.upper - range.slack < $0.worth }) ?? true {
                    weakest = (range.upper - range.slack, entry)
                }
            }
        }
    }

    /// Neighbours with equal values and different ranks: a tie broken by digits that nobody printed.
    private mutating func checkEqualValues() {
        let valued = ranked.filter { $0.value != nil }
        var start = 0
        for index in 1...max(valued.count, 1) {
            let continues = index < valued.count && valued[index].value?.value == valued[start].value?.value
            guard !continues else { continue }
            warn(valued[start..<min(index, valued.count)])
            start = index
        }
    }

    private mutating func warn(_ equal: ArraySlice<IndexEntry>) {
        let ranks = Set(equal.compactMap(\.rank)).sorted()
        guard ranks.count > 1, let last = equal.last else { return }
        report(
            "index-broken-tie", last,
            "\(Self.list(equal.map(\.entity))) have the same value in \(period.text), "
                + "\(last.value?.text ?? ""), and the ranks \(Self.plain(ranks.map(String.init)))",
            notes: ["their source tells them apart by digits that it does not print"], severity: .warning)
    }

    /// The ranges of neighbours in `ranked` that belong together.
    private func groups(_ belong: (IndexEntry, IndexEntry) -> Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in ranked.indices
        where index + 1 == ranked.count || !belong(ranked[index], ranked[index + 1]) {
            result.append(start..<index + 1)
            start = index + 1
        }
        return result
    }

    private mutating func report(
        _ code: String, _ entry: IndexEntry, _ message: String, notes: [String] = [],
        help: String? = nil, severity: Severity = .error
    ) {
        diagnostics.append(
            Diagnostic(
                code, at: entry.origin.location ?? definition.table.location, message, severity: severity,
                notes: notes, help: help))
    }

    private static func list(_ names: [String]) -> String { plain(names.map { "'\($0)'" }) }

    private static func plain(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension IndexDefinition {
    /// How much a printed value may be worth, more being better, and how much arithmetic may err.
    func worth(_ number: PrintedNumber?) -> (lower: Double, upper: Double, slack: Double)? {
        guard let number, let value else { return nil }
        let worth = value.order == .descending ? number.value : -number.value
        return (worth - number.tolerance, worth + number.tolerance, number.slack)
    }

    var better: String { value?.order == .ascending ? "lower" : "higher" }
}
