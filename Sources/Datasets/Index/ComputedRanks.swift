import Diagnostics

/// Counts ranks from values, for a period in which every member of the list has one.
struct ComputedRanks {
    /// By entity, for members without a published or derived rank.
    private(set) var ranks: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    private let definition: IndexDefinition
    private let lists: IndexLists
    private let period: Period
    private let entries: [IndexEntry]
    /// Sorted.
    private let lowers: [Double]
    private let uppers: [Double]

    init(
        _ all: [String: IndexEntry], in period: Period, _ definition: IndexDefinition, _ lists: IndexLists
    ) {
        self.definition = definition
        self.lists = lists
        self.period = period
        let members = (lists.members[period] ?? []).sorted()
        entries = members.compactMap { all[$0] }
        let worths = entries.compactMap { definition.worth($0.value) }
        lowers = worths.map(\.lower).sorted()
        uppers = worths.map(\.upper).sorted()
        let isWholeList = lists.statedSize(in: period).map { $0 == members.count } ?? true
        guard !members.isEmpty, worths.count == members.count, isWholeList else { return }
        for entry in entries { judge(entry) }
        warnOfUndecided()
    }

    /// Those of whom values alone do not say which is before the other.
    private var undecided: [String] = []

    private mutating func judge(_ entry: IndexEntry) {
        guard let worth = definition.worth(entry.value) else { return }
        let better = lowers.count - lowers.partition(below: worth.upper - worth.slack)
        let worse = uppers.partition(below: worth.lower + worth.slack)
        let alike = lowers.count - better - worse
        if let rank = entry.rank {
            check(entry, rank, better + 1...better + max(alike, 1))
        } else if alike <= 1 || isTie(entry, worth, at: better + 1) {
            ranks[entry.entity] = better + 1
        } else {
            undecided.append(entry.entity)
        }
    }

    private mutating func check(_ entry: IndexEntry, _ rank: Int, _ possible: ClosedRange<Int>) {
        guard !possible.contains(rank) else { return }
        let places =
            possible.count == 1
            ? "place \(possible.lowerBound)" : "a place from \(possible.lowerBound) to \(possible.upperBound)"
        diagnostics.append(
            Diagnostic(
                "index-rank-contradicts-value", at: entry.origin.location ?? definition.table.location,
                "'\(entry.entity)' has rank \(rank) in \(period.text), but its value gives \(places)",
                notes: ["every member of the list has a value in \(period.text)"]))
    }

    private func isTie(
        _ entry: IndexEntry, _ worth: (lower: Double, upper: Double, slack: Double), at rank: Int
    ) -> Bool {
        let alike = entries.filter { other in
            guard let range = definition.worth(other.value) else { return false }
            return range.lower < worth.upper - worth.slack && range.upper > worth.lower + worth.slack
        }
        return lists.isTie(alike.map(\.entity), at: rank, in: period)
    }

    private mutating func warnOfUndecided() {
        guard !undecided.isEmpty else { return }
        let names = undecided.map { "'\($0)'" }.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                "index-undecided-rank", at: entries.first { $0.entity == undecided.last }?.origin.location,
                "no rank is computed for \(names) in \(period.text)", severity: .warning,
                notes: ["as printed, their values do not say which is before the other"],
                help: definition.ties.map { "if they share a place, declare the tie in '\($0.table.text)'" }))
    }
}

extension [Double] {
    /// How many of the sorted numbers are less than `limit`, or equal to it.
    fileprivate func partition(below limit: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
