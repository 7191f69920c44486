import Datasets
import Diagnostics

/// The languages that are known, by the first part of their tags, as `languages.yaml` describes them.
enum LanguageTable {
    static let formats = read()

    private static func read() -> [String: LanguageFormat] {
        let source = SourceText(path: "languages.yaml", bytes: PackageResources.languages_yaml)
        var problems: [Diagnostic] = []
        let entries = StructuredValue.yaml(source, reporting: &problems)?.mapping?.entries ?? []
        var formats: [String: LanguageFormat] = [:]
        for entry in entries {
            var format = formats["en"] ?? LanguageFormat()
            // What is not known of a language's ordinals is not English either.
            format.ordinalPattern = nil
            var keys = KeyedReader(entry.value, of: source, named: entry.key)
            format.change(&keys)
            keys.finish(reporting: &problems)
            formats[entry.key] = format
        }
        assert(problems.isEmpty, "languages.yaml: \(problems.map(\.message))")
        return formats
    }
}

extension LanguageFormat {
    static let english = standard(for: "en")

    /// By the first part of a language tag; English for a language that is not known.
    static func standard(for language: String) -> LanguageFormat {
        let name = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return LanguageTable.formats[name] ?? LanguageTable.formats["en"] ?? LanguageFormat()
    }
}
