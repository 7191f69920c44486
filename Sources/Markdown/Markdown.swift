// Markdown: CommonMark and what GitHub and this generator add to it, to an outline and to markup.
//
// Belongs here: the limits a text must keep before libcmark sees it, the walk over cmark's tree, what an
// outline holds, and the markup with places for what the site puts there. Does not belong here: what an
// expression, a citation key or a figure means, and where a link leads. No C pointer leaves the module.

/// Which rules a text is read by.
package enum Flavour: String, Sendable, Hashable, CaseIterable {
    /// CommonMark 0.31.2 as libcmark reads it, and nothing else.
    case commonmark
    /// GitHub Flavored Markdown 0.29, written as its specification writes it.
    case gfm
    /// GitHub's extensions, and facts, claims, citations, figures and heading anchors, as accessible HTML.
    case site
}

/// How a Markdown text is read and written.
package struct MarkdownOptions: Sendable, Hashable {
    package var flavour: Flavour
    /// Raw HTML is left out, with a warning at its line, unless this is set.
    package var allowsRawHTML: Bool
    /// Whether straight quotes, `--`, `---` and `...` become typographic ones.
    package var usesSmartPunctuation: Bool
    /// What straight quotes become.
    package var quotationMarks = QuotationMarks.english
    /// The first words of info strings that make a fenced block a figure.
    package var figureKinds: Set<String>
    /// The schemes that links and images may have, in lower case.
    package var schemes: Set<String>
    /// What stands over alerts, where it is not the English word.
    package var alertTitles: [Alert: String] = [:]
    /// How the link from a footnote back to the text is called.
    package var footnoteBackLabel = "Back to the text"

    package init(
        flavour: Flavour = .site, allowsRawHTML: Bool = false, usesSmartPunctuation: Bool = false,
        figureKinds: Set<String> = ["chart", "table", "timeline"],
        schemes: Set<String> = ["http", "https", "mailto", "tel"]
    ) {
        self.flavour = flavour
        self.allowsRawHTML = allowsRawHTML
        self.usesSmartPunctuation = usesSmartPunctuation
        self.figureKinds = figureKinds
        self.schemes = schemes
    }
}
