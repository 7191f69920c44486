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

    /// The number of each work, linked to its line in the list, and where in the work: `1, p. 12; 3`. A work
    /// that is new to the page is added to the list.
    ///
    /// A key that no source has is an error at the citation.
    mutating func cite(
        _ citation: Citation, in source: SourceText, from library: [String: Reference],
        reporting diagnostics: inout [Diagnostic]
    ) -> Markup {
        var writer = MarkupWriter()
        let cited = citation.works.compactMap { work in
            entry(for: work.key, library).map { (entry: $0, locator: work.locator) }
        }
        for key in citation.works.map(\.key) where library[key] == nil {
            diagnostics.append(
                source.diagnostic(
                    "unknown-source", at: citation.location, "no source has the key '\(key)'",
                    notes: ["[@key] cites a row of the table that 'citations' in site.yaml names"],
                    help: suggestion(for: key, among: library.keys) ?? Self.adviceOnFigures(key)))
        }
        writer.element("sup", ["class": "citation"]) { writer in
            let separator = cited.contains { $0.locator != nil } ? "; " : ", "
            for (index, (entry, locator)) in cited.enumerated() {
                if index > 0 { writer.text(separator) }
                let label = [entry.reference.publisher, entry.reference.title].compactMap { $0 }.joined(
                    separator: ", ")
                writer.element(
                    "a", ["href": "#\(entry.anchor)", "title": "\(label)"], text: String(entry.number))
                if let locator { writer.text(", \(locator)") }
            }
        }
        return writer.markup
    }

    /// For keys that other tools refer to figures by.
    private static func adviceOnFigures(_ key: String) -> String? {
        let parts = key.split(maxSplits: 1) { $0 == "-" || $0 == ":" }
        guard parts.count == 2, ["fig", "tbl"].contains(parts[0]) else { return nil }
        return "refer to a figure of the page by [@\(parts[0]):\(parts[1])], in brackets of its own"
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
