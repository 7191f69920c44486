import Datasets
import Diagnostics

/// Settings that stand in the environment, in place of those of site.yaml: `SITEGEN_LANGUAGE=de`,
/// `SITEGEN_PUBLISH_MINIFY=true`. Values are YAML.
package struct SettingOverrides: Sendable, Hashable {
    private struct Variable: Sendable, Hashable {
        let name: String
        let value: String
    }

    private static let prefix = "SITEGEN_"
    /// The keys of site.yaml whose own keys follow after another underscore.
    private static let groups = [
        "budgets", "check", "citations", "corrections", "data", "feeds", "formats", "links", "markdown",
        "publish",
        "words",
    ]

    private let variables: [Variable]

    /// - Parameter environment: all variables; the address of the site is asked for by whoever builds, and is
    ///   not among the overrides
    package init(environment: [String: String] = [:]) {
        variables = environment.filter { name, value in
            name.hasPrefix(Self.prefix) && name != "SITEGEN_BASE_URL" && !value.isEmpty
        }.map { Variable(name: $0, value: $1) }.sorted { $0.name < $1.name }
    }

    /// What tells two sets of overrides apart.
    var text: String { variables.map { "\($0.name)=\($0.value)\n" }.joined() }

    /// The settings with these in their places. What is no setting is an error of whoever reads them, at the
    /// variable's name.
    func applied(to settings: StructuredValue, reporting diagnostics: inout [Diagnostic]) -> StructuredValue {
        var settings = settings
        for variable in variables {
            let source = SourceText(path: variable.name, variable.value)
            guard let value = StructuredValue.yaml(source, reporting: &diagnostics) else { continue }
            settings = settings.with(
                StructuredValue(value.kind, raw: value.raw, at: SourceLocation(path: variable.name)),
                under: Self.keys(of: variable.name)[...])
        }
        return settings
    }

    /// `[publish, minify]`, `[base_url]`
    private static func keys(of name: String) -> [String] {
        let key = name.dropFirst(prefix.count).lowercased()
        guard let group = groups.first(where: { key.hasPrefix($0 + "_") }) else { return [key] }
        return [group, String(key.dropFirst(group.count + 1))]
    }
}

extension StructuredValue {
    /// With another value under a key, or under a key of the mapping under a key.
    fileprivate func with(_ value: StructuredValue, under keys: ArraySlice<String>) -> StructuredValue {
        guard let key = keys.first else { return value }
        let entries = mapping?.entries ?? []
        let old = entries.first { $0.key == key }
        let inner = old?.value ?? StructuredValue(.null, at: value.location)
        let entry = StructuredMapping.Entry(
            key: key, keyLocation: old?.keyLocation ?? value.location,
            value: inner.with(value, under: keys.dropFirst()))
        return StructuredValue(
            .mapping(StructuredMapping(entries.filter { $0.key != key } + [entry])), at: location)
    }
}
