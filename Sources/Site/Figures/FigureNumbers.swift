import Diagnostics
import Markdown
import Markup

/// The numbers of the figures of one page, as `[@fig:name]` and `[@tbl:name]` refer to them.
///
/// A page whose text refers to one of its figures, or gives one a label, numbers all of them in the order of the
/// text: charts, timelines and captioned images as figures, tables as tables. On any other page numbers would be
/// noise, and there are none.
struct FigureNumbers {
    /// One that has a number.
    private struct Entry {
        let kind: NumberedKind
        let number: Int
        /// The name under which it is known; nil for one that nothing can refer to.
        let name: String?
        let anchor: String
    }

    private let format: LanguageFormat
    private var entries: [NumberedPlace: Entry] = [:]
    private var byName: [String: Entry] = [:]

    /// - Parameter figures: the drawn figures of the text's blocks, with the names that their author knows
    init(_ outline: Outline, figures: [(figure: Figure, name: String)?], format: LanguageFormat) {
        self.format = format
        let hasLabels =
            outline.images.contains { $0.label != nil } || outline.captions.contains { $0.label != nil }
        guard hasLabels || !outline.figureReferences.isEmpty else { return }
        var counts: [NumberedKind: Int] = [:]
        func add(_ place: NumberedPlace, _ kind: NumberedKind, name: String?, anchor: String) {
            counts[kind, default: 0] += 1
            let entry = Entry(kind: kind, number: counts[kind] ?? 0, name: name, anchor: anchor)
            entries[place] = entry
            if let name, byName[name] == nil { byName[name] = entry }
        }
        for place in outline.numberable {
            switch place {
            case .block(let index):
                guard let (figure, name) = figures[index] else { continue }
                add(place, figure.kind == .table ? .table : .figure, name: name, anchor: figure.id)
            case .image(let index):
                let image = outline.images[index]
                guard image.label != nil || !image.title.isEmpty else { continue }
                add(place, .figure, name: image.label?.name, anchor: image.label?.text ?? "")
            case .table(let index):
                let label = outline.captions[index].label
                add(place, .table, name: label?.name, anchor: label?.text ?? "")
            }
        }
    }

    /// `Figure 1.` before the words of a figure; nil where it has no number.
    func mark(at place: NumberedPlace) -> Markup? {
        guard let entry = entries[place] else { return nil }
        var writer = MarkupWriter()
        writer.element("span", ["class": "sg-number"], text: words(for: entry) + ".")
        writer.text(" ")
        return writer.markup
    }

    /// `Figure 1, left; Table 2`, each a link; a label that nothing on the page has is an error there.
    func markup(
        of reference: FigureReference, in source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> Markup {
        var writer = MarkupWriter()
        let hasDetails = reference.targets.contains { $0.detail != nil }
        for (index, target) in reference.targets.enumerated() {
            guard let entry = byName[target.label.name], entry.kind == target.label.kind else {
                diagnostics.append(problem(with: target.label, at: reference.location, in: source))
                continue
            }
            if index > 0 { writer.text(hasDetails ? "; " : ", ") }
            writer.element(
                "a", ["class": "figure-reference", "href": "#\(entry.anchor)"], text: words(for: entry))
            if let detail = target.detail { writer.text(", \(detail)") }
        }
        return writer.markup
    }

    /// The word and its number, which no line break parts.
    private func words(for entry: Entry) -> String {
        format.word(entry.kind == .figure ? "figure" : "table") + "\u{A0}\(entry.number)"
    }

    private func problem(
        with label: FigureLabel, at location: SourceLocation, in source: SourceText
    ) -> Diagnostic {
        let kind = label.kind == .figure ? "figure" : "table"
        if let other = byName[label.name] {
            let prefix = other.kind.rawValue
            return source.diagnostic(
                "unknown-figure", at: location, "'\(label.name)' is no \(kind)",
                help: "write [@\(prefix):\(label.name)]")
        }
        let names = byName.values.filter { $0.kind == label.kind }.compactMap(\.name).sorted()
        return source.diagnostic(
            "unknown-figure", at: location, "no \(kind) of this page is called '\(label.name)'",
            notes: [
                "a chart or table is known by its name; '{#\(label.text)}' gives one to "
                    + (label.kind == .figure ? "an image" : "the caption of a table")
            ], help: suggestion(for: label.name, among: names))
    }
}
