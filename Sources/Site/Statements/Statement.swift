import Claims
import Datasets
import Diagnostics
import Markup

/// A number of the text that stands on the data: a fact, which they wrote, or a claim, which is held against
/// them.
struct Statement: Sendable {
    let kind: ClaimEntry.Kind
    /// Where it stands in the list at the end of its page, from 1; nil for one that stands in no text, such
    /// as a title.
    let number: Int?
    /// As it stands on the page.
    let text: String
    /// As the author wrote it: a claim's text, a fact's code span.
    let written: String
    let expression: String
    let value: Value
    /// The rows of tables that the expression was worked out from.
    let rows: [RowID]
    let source: SourceText
    let location: SourceLocation
    /// Nil for a fact, which cannot fail.
    let verdict: Verdict?
    /// Tells apart what is worked out again for each row of a collection; empty where it is not.
    var occasion = ""

    var holds: Bool { verdict?.holds ?? true }

    var anchor: String { "figure-\(number ?? 0)" }
    /// Where it stands in the text, to come back to from the list.
    var textAnchor: String { "figure-\(number ?? 0)-text" }

    /// How the lock knows it; occurrences are counted over a whole file.
    var entry: ClaimEntry {
        let place = occasion.isEmpty ? source.path : "\(source.path)#\(occasion)"
        let key = ClaimEntry.Key(path: place, kind: kind, text: written, expression: expression)
        return ClaimEntry(key: key, value: ClaimValue(value))
    }

    /// The text with a discreet mark: its sources show on hover and focus, and it leads to the list where its
    /// page has one.
    func markup(content: Markup, sources: String, leadsToList: Bool) -> Markup {
        var writer = MarkupWriter()
        guard leadsToList else {
            writer.element(
                "data",
                [
                    "class": "sg-claim", "value": "\(value.text ?? "")", "tabindex": 0,
                    "data-source": "\(sources)",
                ]
            ) { $0.append(content) }
            return writer.markup
        }
        writer.element(
            "a",
            ["class": "sg-claim", "id": "\(textAnchor)", "href": "#\(anchor)", "data-source": "\(sources)"]
        ) { writer in
            writer.element("data", ["value": "\(value.text ?? "")"]) { $0.append(content) }
        }
        return writer.markup
    }
}

extension ClaimValue {
    init(_ value: Value) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .real(number)
        case .text(let text): self = .text(text)
        }
    }
}
