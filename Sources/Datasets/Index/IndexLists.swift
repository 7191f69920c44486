import Diagnostics

/// Who is on the list of an index in each period, how long it is, which ties and which changes are known.
struct IndexLists {
    private let definition: IndexDefinition
    private(set) var members: [Period: Set<String>] = [:]
    private(set) var breaks: [Break] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var memberSources: [Period: [RowID]] = [:]
    private var ties: [Period: [Tie]] = [:]
    private var sizes: [Size] = []

    private struct Tie {
        let rank: Int?
        var entities: Set<String>
    }

    private struct Size {
        let range: ClosedRange<Period>
        let size: Int
        let origin: IndexInput.Origin
    }

    init(_ input: IndexInput, _ definition: IndexDefinition) {
        self.definition = definition
        for row in input.members { addMember(row, input.names) }
        for row in input.sizes { addSize(row) }
        for row in input.ties { addTie(row) }
        for row in input.breaks { addBreak(row) }
        breaks.sort { ($0.period, $0.kind.rawValue) < ($1.period, $1.kind.rawValue) }
        checkSizes()
    }

    /// As stated, else the number of members.
    func size(in period: Period) -> Int? {
        sizes.first { $0.range.contains(period) }?.size ?? members[period]?.count
    }

    /// The rows that its length comes from.
    func sources(in period: Period) -> [RowID] {
        sizes.first { $0.range.contains(period) }?.origin.sources ?? memberSources[period] ?? []
    }

    func statedSize(in period: Period) -> Int? { sizes.first { $0.range.contains(period) }?.size }

    /// Whether these entities may hold this rank together.
    func isTie(_ entities: some Sequence<String>, at rank: Int, in period: Period) -> Bool {
        (ties[period] ?? []).contains { tie in
            (tie.rank ?? rank) == rank && (tie.entities.isEmpty || tie.entities.isSuperset(of: entities))
        }
    }

    private mutating func addMember(_ row: IndexInput.Member, _ names: [String: String]?) {
        guard let period = period(row.period, row.origin, definition.list), let entity = row.entity.text
        else { return }
        if let names, names[entity] == nil {
            report(
                "unknown-entity", row.origin, definition.list,
                "'\(entity)' is on the list in \(period.text) and is not one of the names of the index",
                help: nearMiss(entity, among: names.keys).map { "did you mean '\($0)'?" })
        }
        members[period, default: []].insert(entity)
        memberSources[period, default: []] += row.origin.sources
    }

    private mutating func addSize(_ row: IndexInput.Size) {
        guard let from = period(row.from, row.origin, definition.sizes),
            let to = period(row.to, row.origin, definition.sizes)
        else { return }
        guard let number = row.size.number, number >= 1, let size = Int(exactly: number) else {
            report(
                "index-list-size", row.origin, definition.sizes,
                "'\(row.size.text ?? "")' is not the length of a list")
            return
        }
        guard from <= to else {
            report(
                "index-list-size", row.origin, definition.sizes, "\(from.text) is later than \(to.text)")
            return
        }
        if let other = sizes.first(where: { $0.range.overlaps(from...to) && $0.size != size }) {
            report(
                "index-list-size", row.origin, definition.sizes,
                "the list has \(size) places here and \(other.size) by another row for the same time",
                notes: other.origin.note("the other"))
        }
        sizes.append(Size(range: from...to, size: size, origin: row.origin))
    }

    private mutating func addTie(_ row: IndexInput.Tie) {
        guard let period = period(row.period, row.origin, definition.ties) else { return }
        if row.entities.count == 1, let rank = row.rank,
            let same = ties[period]?.firstIndex(where: { $0.rank == rank })
        {
            ties[period]?[same].entities.formUnion(row.entities)
        } else {
            ties[period, default: []].append(Tie(rank: row.rank, entities: Set(row.entities)))
        }
    }

    private mutating func addBreak(_ row: IndexInput.BreakRow) {
        guard let period = period(row.period, row.origin, definition.breaks) else { return }
        let kind = row.kind.map { Break.Kind(rawValue: $0) } ?? .list
        if kind == nil {
            report(
                "index-break-kind", row.origin, definition.breaks,
                "'\(row.kind ?? "")' is not a kind of break",
                help: suggestion(for: row.kind ?? "", among: Break.Kind.allCases.map(\.rawValue)))
        }
        breaks.append(Break(period: period, kind: kind ?? .list, label: row.label))
    }

    /// Members against stated sizes, one message for each row that states a size.
    private mutating func checkSizes() {
        for size in sizes {
            let wrong = members.keys.filter {
                size.range.contains($0) && members[$0]?.count != size.size
            }.sorted()
            guard let first = wrong.first, let count = members[first]?.count else { continue }
            let more = wrong.count > 1 ? ["and so in \(wrong.count - 1) later periods"] : []
            report(
                "index-list-size", size.origin, definition.sizes,
                "the list has \(size.size) places in \(first.text), but \(count) members",
                notes: ["the members are those of '\(definition.list?.table.text ?? "")'"] + more)
        }
    }

    private mutating func period(
        _ value: Value, _ origin: IndexInput.Origin, _ reference: IndexDefinition.Reference?
    ) -> Period? {
        if let period = value.text.flatMap({ Period($0, grain: definition.grain) }) { return period }
        report(
            "index-period", origin, reference,
            "'\(value.text ?? "")' in the table '\(reference?.table.text ?? "")' is not a \(definition.grain)",
            notes: ["it is written like \(definition.grain.example)"])
        return nil
    }

    private mutating func report(
        _ code: String, _ origin: IndexInput.Origin, _ reference: IndexDefinition.Reference?,
        _ message: String, notes: [String] = [], help: String? = nil
    ) {
        let place = origin.location ?? reference?.table.location ?? definition.location
        diagnostics.append(Diagnostic(code, at: place, message, notes: notes, help: help))
    }
}
