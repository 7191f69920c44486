import Diagnostics

/// Reads the rows of an index's table into entries, one for each entity and period.
struct IndexEntries {
    private let definition: IndexDefinition
    private let names: [String: String]?
    private(set) var byPeriod: [Period: [String: IndexEntry]] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ input: IndexInput, _ definition: IndexDefinition) {
        self.definition = definition
        names = input.names
        for row in input.rows {
            if let entry = entry(row) { add(entry) }
        }
    }

    /// Nil for a row that says nothing, or nothing that can be read.
    private mutating func entry(_ row: IndexInput.Row) -> IndexEntry? {
        guard let period = period(row.period, row.origin), let entity = entity(row) else { return nil }
        let value = value(row)
        let rank = rank(row)
        guard value != nil || rank != nil else { return nil }
        return IndexEntry(
            period: period, entity: entity, value: value, rank: rank,
            kind: rank == nil ? nil : kind(row), origin: row.origin)
    }

    private mutating func period(_ value: Value, _ origin: IndexInput.Origin) -> Period? {
        let grain = definition.grain
        if let period = value.text.flatMap({ Period($0, grain: grain) }) { return period }
        report(
            "index-period", origin,
            "'\(value.text ?? "")' in the column '\(definition.period.text)' is not a \(grain)",
            notes: ["the index '\(definition.name)' goes by the \(grain), written like \(grain.example)"])
        return nil
    }

    private mutating func entity(_ row: IndexInput.Row) -> String? {
        guard let entity = row.entity.text, !entity.isEmpty else {
            report("index-entity", row.origin, "the column '\(definition.entity.column.text)' has no value")
            return nil
        }
        if let names, names[entity] == nil {
            report(
                "unknown-entity", row.origin, "'\(entity)' is not one of the names of the index",
                notes: ["they stand in \(definition.entity.names?.text ?? "")"],
                help: nearMiss(entity, among: names.keys).map { "did you mean '\($0)'?" })
        }
        return entity
    }

    private mutating func value(_ row: IndexInput.Row) -> PrintedNumber? {
        guard let value = definition.value, row.value != .null else { return nil }
        if let number = row.value.number {
            return PrintedNumber(number, text: row.valueText, decimals: value.decimals)
        }
        report(
            "index-value", row.origin,
            "'\(row.value.text ?? "")' in the column '\(value.column.text)' is not a number")
        return nil
    }

    private mutating func rank(_ row: IndexInput.Row) -> Int? {
        guard row.rank != .null else { return nil }
        if let number = row.rank.number, number >= 1, let rank = Int(exactly: number) { return rank }
        report(
            "index-rank", row.origin,
            "'\(row.rank.text ?? "")' in the column '\(definition.rank?.column.text ?? "rank")' is not a rank",
            notes: ["a rank is a whole number from 1"])
        return nil
    }

    private mutating func kind(_ row: IndexInput.Row) -> Standing.RankKind {
        guard let text = row.kind else { return .published }
        let known: [Standing.RankKind] = [.published, .derived]
        if let kind = known.first(where: { $0.rawValue == text }) { return kind }
        report(
            "index-rank-kind", row.origin, "'\(text)' is not a kind of rank",
            notes: ["computed ranks are counted by sitegen, never read"],
            help: suggestion(for: text, among: known.map(\.rawValue)))
        return .published
    }

    /// A second row for an entity and period is right only where one holds a derived rank and nothing else.
    private mutating func add(_ entry: IndexEntry) {
        guard let other = byPeriod[entry.period]?[entry.entity] else {
            byPeriod[entry.period, default: [:]][entry.entity] = entry
            return
        }
        let (derived, stated) = other.isOnlyDerived ? (other, entry) : (entry, other)
        guard derived.isOnlyDerived, !stated.isOnlyDerived else {
            report(
                "index-duplicate", entry.origin,
                "there are two rows for '\(entry.entity)' in \(entry.period.text)",
                notes: other.origin.note("the other"))
            return
        }
        let merged = merged(stated, derived)
        byPeriod[entry.period]?[entry.entity] = merged
    }

    private mutating func merged(_ stated: IndexEntry, _ derived: IndexEntry) -> IndexEntry {
        var result = stated
        guard let rank = stated.rank else {
            result.rank = derived.rank
            result.kind = .derived
            result.origin = stated.origin.joined(derived.origin)
            return result
        }
        if let other = derived.rank, other != rank {
            report(
                "index-derived-rank", derived.origin,
                "'\(stated.entity)' is derived to rank \(other) in \(stated.period.text), "
                    + "but is published as \(rank)", notes: stated.origin.note("published"))
        }
        return result
    }

    private mutating func report(
        _ code: String, _ origin: IndexInput.Origin, _ message: String, notes: [String] = [],
        help: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                code, at: origin.location ?? definition.table.location, message, notes: notes, help: help))
    }
}

extension IndexEntry {
    fileprivate var isOnlyDerived: Bool { kind == .derived && value == nil }
}

extension IndexInput.Origin {
    /// A line for a diagnostic that names another row.
    func note(_ what: String) -> [String] {
        location.map { ["\(what): \($0.description)"] } ?? []
    }

    fileprivate func joined(_ other: Self) -> Self {
        Self(sources: Set(sources + other.sources).sorted(), location: location ?? other.location)
    }
}

extension Period.Grain {
    var example: String {
        switch self {
        case .year: "2014"
        case .quarter: "2014-Q1"
        case .month: "2014-03"
        case .week: "2014-W09"
        case .day: "2014-03-05"
        }
    }
}
