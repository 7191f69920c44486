/// A ranking over time, with everything that follows from it: previous ranks, changes, streaks.
///
/// Published, derived and computed ranks are kept apart, and a rank is never made up: it is computed only
/// for a period in which every member of the list has a value.
package struct Index: Sendable, Hashable {
    package let definition: IndexDefinition
    /// Sorted by period; within a period by rank, then value, then entity, those without a rank last.
    package let standings: [Standing]
    /// Sorted by period.
    package let editions: [Edition]
    /// Sorted by period, also those outside the editions.
    package let breaks: [Break]
    /// Who was on the list, for the periods of which that is known.
    package let members: [Period: Set<String>]
    /// For each entity where its standings are in `standings`, in the order of periods.
    let positions: [String: [Int]]
    let editionPositions: [Period: Int]
}

extension Index {
    package var name: String { definition.name }

    /// In byte order.
    package var entities: [String] { positions.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    func hasEntity(_ name: String) -> Bool { positions[name] != nil }

    package func edition(_ period: Period) -> Edition? {
        editionPositions[period].map { editions[$0] }
    }

    /// The standings of an entity in the order of periods.
    package func standings(of entity: String) -> [Standing] {
        (positions[entity] ?? []).map { standings[$0] }
    }

    package func standing(of entity: String, in period: Period) -> Standing? {
        guard let found = positions[entity] else { return nil }
        var low = 0
        var high = found.count
        while low < high {
            let middle = (low + high) / 2
            if standings[found[middle]].period < period { low = middle + 1 } else { high = middle }
        }
        guard low < found.count, standings[found[low]].period == period else { return nil }
        return standings[found[low]]
    }

    /// The best place of an entity within a range of periods, in the period in which it was first held;
    /// nil where no rank is known there.
    package func best(of entity: String, in range: ClosedRange<Period>) -> Standing? {
        ranked(entity, in: range).min { ($0.rank ?? 0, $0.period) < ($1.rank ?? 0, $1.period) }
    }

    /// The worst place of an entity within a range of periods, in the period in which it was first held.
    package func worst(of entity: String, in range: ClosedRange<Period>) -> Standing? {
        ranked(entity, in: range).min { (-($0.rank ?? 0), $0.period) < (-($1.rank ?? 0), $1.period) }
    }

    private func ranked(_ entity: String, in range: ClosedRange<Period>) -> [Standing] {
        standings(of: entity).filter { $0.rank != nil && range.contains($0.period) }
    }
}
