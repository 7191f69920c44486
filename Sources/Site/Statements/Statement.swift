import Datasets
import Diagnostics
import Markup

/// A number of the text that the data bear out: a fact, which the data wrote, or a claim, which they confirm.
struct Statement: Sendable {
    enum Kind: String, Sendable {
        case fact, claim
    }

    let kind: Kind
    /// Where it stands in the list at the end of its page, from 1.
    let number: Int
    /// As it stands on the page.
    let text: String
    let expression: String
    let value: Value
    /// The rows of tables that the expression was worked out from.
    let rows: [RowID]
    let location: SourceLocation

    var anchor: String { "figure-\(number)" }
    /// Where it stands in the text, to come back to from the list.
    var textAnchor: String { "figure-\(number)-text" }

    /// The text with a discreet mark: its sources show on hover and focus, and it leads to the list.
    func markup(content: Markup, sources: String) -> Markup {
        var writer = MarkupWriter()
        writer.element(
            "a",
            ["class": "sg-claim", "id": "\(textAnchor)", "href": "#\(anchor)", "data-source": "\(sources)"]
        ) { writer in
            writer.element("data", ["value": "\(value.text ?? "")"]) { $0.append(content) }
        }
        return writer.markup
    }
}
