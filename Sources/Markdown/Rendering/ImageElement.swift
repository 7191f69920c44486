import Markup

/// An image as it is written on a page, but for what the site knows of it.
struct ImageElement: Sendable, Hashable {
    /// As its author wrote it.
    private let source: String
    private let alt: String
    private let title: String
    private let label: String?
    let isFigure: Bool

    init(_ image: Findings.Image) {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        source = text(Address.encoded(image.node.destination))
        alt = text(image.node.plainText)
        title = text(image.node.title)
        label = image.label?.text
        isFigure = image.isFigure
    }

    func markup(with substitution: ImageSubstitution? = nil) -> Markup {
        let source = substitution.map { String(decoding: Address.encoded($0.source.utf8), as: UTF8.self) }
        let attributes: KeyValuePairs<StaticString, AttributeValue> = [
            "src": .text(source ?? self.source),
            "alt": .text(substitution?.alt ?? alt),
            "title": isFigure || title.isEmpty ? .absent : .text(title),
            "width": substitution?.width.map(AttributeValue.integer) ?? .absent,
            "height": substitution?.height.map(AttributeValue.integer) ?? .absent,
            "loading": "lazy",
            "decoding": "async",
        ]
        var writer = MarkupWriter()
        guard isFigure else {
            writer.element("img", attributes)
            return writer.markup
        }
        let number = substitution?.number
        writer.element("figure", ["id": .optional(label)]) {
            $0.element("img", attributes)
            guard number != nil || !title.isEmpty else { return }
            $0.element("figcaption") { caption in
                if let number { caption.append(number) }
                caption.text(title)
            }
        }
        return writer.markup
    }
}
