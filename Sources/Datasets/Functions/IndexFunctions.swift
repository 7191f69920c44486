import GRDB

/// The functions by which a query asks an index: `rank(entity, period)` and its kin.
///
/// With several indexes each name begins with the index's own (`speed_rank`). What is not known is NULL; a
/// name that the index does not have, or a text that is no period of its grain, is an error.
struct IndexFunctions: Sendable {
    static let names = [
        "rank", "previous_rank", "change", "value", "streak", "list_size", "leader", "best_rank",
        "worst_rank", "rank_change", "periods_at",
    ]

    let index: Index
    /// Before each name: empty, or the index's name and `_`.
    let prefix: String
    let trace: FunctionTrace

    var functions: [DatabaseFunction] {
        [
            standing("rank") { $0.rank.map(Int64.init)?.databaseValue },
            standing("previous_rank") { $0.previousRank.map(Int64.init)?.databaseValue },
            standing("change") { $0.change.map(Int64.init)?.databaseValue },
            standing("value") { $0.value?.databaseValue },
            standing("streak") { $0.streak.map(Int64.init)?.databaseValue },
            edition("list_size", from: Self.listRows) { $0.listSize.map(Int64.init)?.databaseValue },
            edition("leader", from: Self.leaderRows) { $0.leader?.databaseValue },
            extreme("best_rank") { index.best(of: $0, in: $1) },
            extreme("worst_rank") { index.worst(of: $0, in: $1) },
            rankChange, periodsAt,
        ]
    }

    private static func listRows(_ edition: Edition, _ index: Index) -> [RowID] { edition.listSources }

    private static func leaderRows(_ edition: Edition, _ index: Index) -> [RowID] {
        edition.leader.flatMap { index.standing(of: $0, in: edition.period) }?.sources ?? []
    }

    private func function(
        _ name: String, _ count: Int,
        _ body: @escaping @Sendable (IndexArguments) throws -> DatabaseValue?
    ) -> DatabaseFunction {
        let fullName = prefix + name
        let trace = trace
        let index = index
        return DatabaseFunction(fullName, argumentCount: count, pure: true) { values in
            let arguments = IndexArguments(index: index, values: values)
            guard !values.contains(where: \.isNull) else {
                trace.miss("\(fullName)(\(arguments.description)) has no value to go by")
                return nil
            }
            let result = try body(arguments)
            if result == nil { trace.miss("\(fullName)(\(arguments.description)) is not known") }
            return result
        }
    }

    private func standing(
        _ name: String, _ result: @escaping @Sendable (Standing) -> DatabaseValue?
    ) -> DatabaseFunction {
        let trace = trace
        return function(name, 2) { arguments in
            let (entity, period) = try (arguments.entity(0), arguments.period(1))
            noteMissing(period)
            guard let standing = arguments.index.standing(of: entity, in: period) else { return nil }
            trace.touch(standing.sources)
            return result(standing)
        }
    }

    /// Takes note of a period that the index has no edition of, and of those nearest to it.
    private func noteMissing(_ period: Period) {
        guard index.edition(period) == nil, let first = index.editions.first, let last = index.editions.last
        else { return }
        let before = index.editions.last { $0.period < period }?.period.text
        let after = index.editions.first { $0.period > period }?.period.text
        let nearest = [before, after].compactMap(\.self).joined(separator: " and ")
        trace.miss(
            "'\(index.name)' has no edition '\(period.text)'; its editions run from \(first.period.text) to "
                + "\(last.period.text), and the nearest \(before != nil && after != nil ? "are" : "is") \(nearest)"
        )
    }

    private func edition(
        _ name: String, from sources: @escaping @Sendable (Edition, Index) -> [RowID],
        _ result: @escaping @Sendable (Edition) -> DatabaseValue?
    ) -> DatabaseFunction {
        let trace = trace
        return function(name, 1) { arguments in
            let period = try arguments.period(0)
            noteMissing(period)
            guard let edition = arguments.index.edition(period) else { return nil }
            trace.touch(sources(edition, arguments.index))
            return result(edition)
        }
    }

    private func extreme(
        _ name: String, _ find: @escaping @Sendable (String, ClosedRange<Period>) -> Standing?
    ) -> DatabaseFunction {
        let trace = trace
        return function(name, 3) { arguments in
            guard let standing = try find(arguments.entity(0), arguments.range(1)) else { return nil }
            trace.touch(standing.sources)
            return standing.rank.map(Int64.init)?.databaseValue
        }
    }

    /// Places gained from the first period to the last; unknown over a change of the list.
    private var rankChange: DatabaseFunction {
        let trace = trace
        return function("rank_change", 3) { arguments in
            let (entity, range) = try (arguments.entity(0), arguments.range(1))
            let index = arguments.index
            let crossed = index.editions.first {
                $0.listBreak != nil && $0.period > range.lowerBound && $0.period <= range.upperBound
            }
            if let crossed {
                trace.miss("the list changed in \(crossed.period.text): ranks across it cannot be compared")
                return nil
            }
            guard let first = index.standing(of: entity, in: range.lowerBound), let before = first.rank,
                let last = index.standing(of: entity, in: range.upperBound), let after = last.rank
            else { return nil }
            trace.touch(first.sources + last.sources)
            return Int64(before - after).databaseValue
        }
    }

    /// In how many periods of a range the entity is known to have held a rank.
    private var periodsAt: DatabaseFunction {
        let trace = trace
        return function("periods_at", 4) { arguments in
            let (entity, rank) = try (arguments.entity(0), arguments.integer(1))
            let range = try arguments.range(2)
            let found = arguments.index.standings(of: entity)
                .filter { $0.rank == rank && range.contains($0.period) }
            trace.touch(found.flatMap(\.sources))
            return Int64(found.count).databaseValue
        }
    }
}
