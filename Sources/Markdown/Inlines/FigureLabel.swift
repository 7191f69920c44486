/// What a page counts by itself: `Figure 1`, `Table 1`.
package enum NumberedKind: String, Sendable, Hashable, CaseIterable {
    case figure = "fig"
    case table = "tbl"
}

/// What a figure is called by those who refer to it: `fig:prices`, `tbl:prices`.
///
/// The spelling is pandoc-crossref's; Quarto's `fig-prices` is read as well where a label is given.
package struct FigureLabel: Sendable, Hashable {
    package let kind: NumberedKind
    package let name: String
    /// As it was written, and the anchor of what it is given to.
    package let text: String

    /// - Parameter separators: what may stand between the kind and the name
    init?(_ bytes: some Collection<UInt8>, separators: String) {
        let text = String(decoding: bytes, as: UTF8.self)
        let prefix = text.utf8.prefix(4)
        guard prefix.count == 4, text.utf8.count > 4, let mark = prefix.last, separators.utf8.contains(mark),
            let kind = NumberedKind(rawValue: String(decoding: prefix.dropLast(), as: UTF8.self))
        else { return nil }
        self.kind = kind
        name = String(decoding: text.utf8.dropFirst(4), as: UTF8.self)
        self.text = text
    }

    /// A label that an author gives: `{#fig:prices}`.
    init?(given anchor: String) { self.init(anchor.utf8, separators: ":-") }

    /// Takes the label off the end of a text; nil where none of the kind stands there.
    ///
    /// - Parameter isAlone: whether nothing but the label may stand in the text
    static func take(_ kind: NumberedKind, from text: CmarkNode, isAlone: Bool = false) -> FigureLabel? {
        guard let anchor = text.trailingAnchor, let label = FigureLabel(given: anchor), label.kind == kind
        else { return nil }
        let literal = text.literal
        let rest = literal.dropLast(anchor.utf8.count + 3)
        guard !isAlone || rest.isEmpty else { return nil }
        text.setLiteral(rest.prefix(through: rest.lastIndex { !$0.isBlank } ?? rest.startIndex - 1))
        return label
    }
}
