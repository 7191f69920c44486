package import Diagnostics

/// Reads a mapping strictly, key by key: a value of the wrong kind, a missing key and a key that nobody
/// asked for are errors at their place.
///
///     var keys = KeyedReader(value, of: source, named: "site.yaml")
///     let title = keys.text("title", required: true)
///     let updated = keys.text("updated", "lastmod")          // an alias
///     let tags = keys.texts("tags")                          // a single text will do
///     let rank = keys.mapping("rank") { keys in RankColumn(column: keys.text("column", required: true)) }
///     keys.finish(reporting: &diagnostics)
///
/// A key whose value is empty (`title:`) counts as one that is not there. In an inner mapping `finish` is
/// called for the closure, and what it finds is kept until the outer reader finishes.
package struct KeyedReader: Sendable {
    /// What becomes of keys that nobody asked for.
    package enum UnknownKeys: Sendable {
        case refused
        /// Refused only where they are near a key that was asked for.
        case accepted
        /// As `accepted`, and a warning says that the others belong under the key named here; the names given
        /// as well are near to none.
        case belongUnder(String, besides: Set<String> = [])
    }

    /// Unknown keys looked at in one mapping; who has more has given it another mapping altogether.
    private static let mostUnknownKeys = 50

    /// What the mapping is, as messages name it: `a field`, `the front matter`.
    package let name: String
    package let location: SourceLocation
    let source: SourceText
    package let entries: [StructuredMapping.Entry]
    var asked: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// A value that is no mapping is reported, and reads as one without keys.
    package init(_ value: StructuredValue, of source: SourceText, named name: String) {
        self.source = source
        self.name = name
        location = value.location
        switch value.kind {
        case .mapping(let mapping): entries = mapping.entries
        case .null: entries = []
        default:
            entries = []
            report(
                "wrong-type", at: value.location,
                "\(name) must be a mapping of keys to values, not \(value.described)")
        }
    }

    /// Every key of the mapping, in the order of the file.
    package var keys: [String] { entries.map(\.key) }

    /// The entries that nobody has asked for yet.
    package var remaining: [StructuredMapping.Entry] { entries.filter { !asked.contains($0.key) } }

    /// Whether the key is there and has a value; counts as asking for it.
    package mutating func has(_ key: String) -> Bool { value([key]) != nil }

    /// Where the key stands, or where the mapping does.
    package func location(of key: String) -> SourceLocation {
        entries.first { $0.key == key }?.keyLocation ?? location
    }

    /// Where the key's value stands, or where the mapping does.
    package func valueLocation(of key: String) -> SourceLocation {
        entries.first { $0.key == key }?.value.location ?? location
    }

    /// A problem of the caller's own at a place in this file.
    package mutating func report(
        _ code: String, at location: SourceLocation, _ message: String, severity: Severity = .error,
        notes: [String] = [], help: String? = nil
    ) {
        diagnostics.append(
            source.diagnostic(
                code, at: location, message, severity: severity, notes: notes, help: help))
    }

    mutating func take(_ problems: [Diagnostic]) { diagnostics += problems }

    /// Reports what was found, and the keys that nobody asked for.
    package mutating func finish(
        unknown: UnknownKeys = .refused, reporting problems: inout [Diagnostic]
    ) {
        for entry in remaining.prefix(Self.mostUnknownKeys) { judge(entry, unknown) }
        problems += diagnostics
        diagnostics = []
    }

    private mutating func judge(_ entry: StructuredMapping.Entry, _ unknown: UnknownKeys) {
        let near = nearMiss(entry.key, among: asked)
        switch unknown {
        case .accepted where near == nil: return
        case .belongUnder(let place, let others) where near == nil || others.contains(entry.key):
            report(
                "unknown-key", at: entry.keyLocation, "'\(entry.key)' is not a key of \(name)",
                severity: .warning, help: "move it under '\(place)'")
        default:
            report(
                "unknown-key", at: entry.keyLocation, "'\(entry.key)' is not a key of \(name)",
                help: suggestion(for: entry.key, among: asked))
        }
    }
}
