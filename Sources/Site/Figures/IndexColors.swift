import Charts
import Datasets
import Diagnostics

/// The colours of an index's entities: written down in site.yaml, else assigned once over all periods, so
/// that an entity has the same colour in every chart.
struct IndexColors {
    let index: Datasets.Index
    /// From `colors` in site.yaml: a place in the palette, from 0, for each entity.
    let registered: [String: Int]

    /// Slots of the palette, from 0, by entity.
    var slots: [String: Int] {
        let series = self.series
        return Dictionary(zip(series.map(\.id), ColorAssignment.slots(for: series))) { first, _ in first }
    }

    /// A warning with the line to add for each entity that site.yaml gives no colour.
    func unregistered(in settings: SourceText?) -> [Diagnostic] {
        guard !registered.isEmpty else { return [] }
        let assigned = slots
        let missing = index.entities.filter { registered[$0] == nil }
        return missing.map { entity in
            Diagnostic(
                "unregistered-color", at: settings.map { SourceLocation(path: $0.path) },
                "'\(entity)' of the index '\(index.name)' has no colour in 'colors'", severity: .warning,
                notes: ["a colour that is not written down can change when the data do"],
                help: "add '\(entity): \((assigned[entity] ?? 0) + 1)' under 'colors'")
        }
    }

    private var series: [Series] {
        guard let grain = Grain(index.definition.grain) else { return [] }
        return index.entities.map { entity in
            let points = index.standings(of: entity).compactMap { standing -> Point? in
                guard let period = grain.period(standing.period.text) else { return nil }
                let rank = standing.rank.map { Rank(Double($0), .published) }
                return Point(period, value: standing.value, rank: rank)
            }
            return Series(
                id: entity, name: entity, slot: registered[entity], points: points)
        }
    }
}
