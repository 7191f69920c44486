import Diagnostics
import Markdown
import Markup

/// The sources one page cites, numbered in the order in which they are first cited.
struct Bibliography: Sendable {
    struct Entry: Sendable, Hashable {
        let number: Int
        let reference: Reference
        /// The anchor of its line in the list.
        var anchor: String { "ref-" + slug(reference.key) }
    }

    private(set) var entries: [Entry] = []
    private var numbers: [String: Int] = [:]

    init() {}

    /// The note number of a key, linked to its line in the list; the source is added where it is new.
    ///
    /// A key that no source has is an error at the citation.
    mutating func cite(
        _ citation: Citation, in source: SourceText, from library: [String: Reference],
        reporting diagnostics: inout [Diagnostic]
    ) -> Markup {
        var writer = MarkupWriter()
        let cited = citation.keys.compactMap { entry(for: $0, library) }
        for key in citation.keys where library[key] == nil {
            diagnostics.append(
                source.diagnostic(
                    "unknown-source", at: citation.location, "no source has the key '\(key)'",
                    notes: ["[@key] cites a row of the table that 'citations' in site.yaml names"],
                    help: suggestion(for: key, among: library.keys)))
        }
        writer.element("sup", ["class": "citation"]) { writer in
            for (index, entry) in cited.enumerated() {
                if index > 0 { writer.text(", ") }
                let label = [entry.reference.publisher, entry.reference.title].compactMap { $0 }.joined(
                    separator: ", ")
                writer.element(
                    "a", ["href": "#\(entry.anchor)", "title": "\(label)"], text: String(entry.number))
            }
        }
        return writer.markup
    }

    private mutating func entry(for key: String, _ library: [String: Reference]) -> Entry? {
        guard let reference = library[key] else { return nil }
        if let number = numbers[key] { return entries[number - 1] }
        let entry = Entry(number: entries.count + 1, reference: reference)
        numbers[key] = entry.number
        entries.append(entry)
        return entry
    }
}
