import Datasets
import Diagnostics

/// The languages that are known, as `english.yaml` and `languages.yaml` describe them.
///
/// English stands in a file of its own because every build reads it, and most need no other language.
enum LanguageTable {
    static let english = english(in: PackageResources.english_yaml)
    /// By the first part of their tags.
    static let others = others(in: PackageResources.languages_yaml)

    private static func english(in bytes: [UInt8]) -> LanguageFormat {
        let source = SourceText(path: "english.yaml", bytes: bytes)
        var format = LanguageFormat()
        read(source) { value, problems in
            format.change(by: value, in: source, named: "en", reporting: &problems)
        }
        return format
    }

    private static func others(in bytes: [UInt8]) -> [String: LanguageFormat] {
        let source = SourceText(path: "languages.yaml", bytes: bytes)
        var formats: [String: LanguageFormat] = [:]
        read(source) { value, problems in
            for entry in value.mapping?.entries ?? [] {
                var format = english
                // What is not known of a language's ordinals is not English either.
                format.ordinalPattern = nil
                format.change(by: entry.value, in: source, named: entry.key, reporting: &problems)
                formats[entry.key] = format
            }
        }
        return formats
    }

    private static func read(_ source: SourceText, _ body: (StructuredValue, inout [Diagnostic]) -> Void) {
        var problems: [Diagnostic] = []
        if let value = StructuredValue.yaml(source, reporting: &problems) { body(value, &problems) }
        assert(problems.isEmpty, "\(source.path): \(problems.map(\.message))")
    }
}

extension LanguageFormat {
    static var english: LanguageFormat { LanguageTable.english }

    /// By the first part of a language tag; English for a language that is not known.
    static func standard(for language: String) -> LanguageFormat {
        let name = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return name == "en" ? english : LanguageTable.others[name] ?? english
    }

    fileprivate mutating func change(
        by value: StructuredValue, in source: SourceText, named name: String,
        reporting diagnostics: inout [Diagnostic]
    ) {
        var keys = KeyedReader(value, of: source, named: name)
        change(&keys)
        keys.finish(reporting: &diagnostics)
    }
}
