import Charts
import Datasets
import Diagnostics

/// The colours that a site writes down for its entities: places in the standard palette, or pairs of its own.
struct SiteColors: Sendable {
    /// By entity: its place in the palette, from 0.
    private(set) var slots: [String: Int] = [:]
    /// The standard colours, and after them the site's own.
    private(set) var palette = Palette.standard

    /// Reads `north: 8`, or `north: { light: "#2D4BA5", dark: "#5A96D2" }`.
    mutating func read(_ keys: inout KeyedReader) {
        for entity in keys.keys {
            guard keys.value(entity)?.mapping != nil else {
                slots[entity] = keys.integer(entity, in: 1...Palette.standard.pairs.count).map { $0 - 1 }
                continue
            }
            keys.mapping(entity) { keys in
                let (light, dark) = (Self.color(.light, &keys), Self.color(.dark, &keys))
                // A colour that is refused is one that is written down, and nothing more is said of it.
                slots[entity] = 0
                guard let light, let dark else { return }
                slots[entity] = palette.pairs.count
                palette.pairs.append(Palette.Pair(light: light, dark: dark))
            }
        }
    }

    /// The colour for one theme; nil with a problem where it is none, or too pale or dark to be read in.
    private static func color(_ theme: Theme, _ keys: inout KeyedReader) -> Color? {
        guard let text = keys.text(theme.rawValue, required: true) else { return nil }
        let location = keys.valueLocation(of: theme.rawValue)
        guard let color = Color(text) else {
            keys.report(
                "color", at: location, "'\(text)' is no colour",
                help: "write it with its digits and in quotes: \"#2D4BA5\"")
            return nil
        }
        if let problem = ChartProblem.lowContrast(of: color, on: theme) {
            keys.report(
                problem.code, at: location, problem.message, notes: problem.notes, help: problem.help)
            return nil
        }
        return color
    }
}
