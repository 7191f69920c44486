import Diagnostics

/// What a template uses, also in its partials, parents and blocks; worked out once, because every page asks.
struct TemplateUses: Sendable {
    /// By the first part of a dotted name, its uses by place.
    private(set) var references: [String: [TemplateReference]] = [:]
    /// The files that the template is made of.
    let files: [String]
    /// The names as far as their second part.
    let names: [String]
    /// All parts of its names.
    private(set) var parts: Set<String> = []

    init(of root: Int, in program: TemplateProgram) {
        var found: [String: Set<TemplateReference>] = [:]
        var names: Set<String> = []
        for use in program.names(reachableFrom: root) {
            // `{{.}}` is part of a list that another name stands for.
            guard !use.path.parts.isEmpty else { continue }
            parts.formUnion(use.path.parts)
            names.insert(use.path.parts.prefix(2).joined(separator: "."))
            guard let first = use.path.parts.first, use.path.parts.count > 1 else { continue }
            let (offset, length) = use.path.place(of: 1)
            let location = program.sources[use.source].location(at: offset, length: length)
            found[first, default: []].insert(TemplateReference(name: use.path.parts[1], location: location))
        }
        references = found.mapValues { uses in
            uses.sorted { ($0.location, $0.name) < ($1.location, $1.name) }
        }
        let units = program.units(reachableFrom: root)
        files = Set(units.map { program.sources[program.units[$0].source].text.path }).sorted()
        self.names = names.sorted()
    }
}
