package import Diagnostics
package import Markup

/// Everything about a text that a site must know before it renders it, in the order of the text.
package struct Outline: Sendable, Hashable {
    package var headings: [Heading] = []
    package var links: [Link] = []
    package var images: [Image] = []
    package var figures: [FigureBlock] = []
    package var expressions: [Expression] = []
    package var citations: [Citation] = []
    package var figureReferences: [FigureReference] = []
    /// What is said above tables of Markdown.
    package var captions: [Caption] = []
    /// The figures, images and captions that a page may number, whatever they are.
    package var numberable: [NumberedPlace] = []
    /// Where raw HTML was left out, one place a line.
    package var droppedHTML: [SourceLocation] = []
    /// The paragraphs before `<!-- more -->`, without markup; a fact in them stands as it is written. Nil where the
    /// text has no such mark.
    package var summary: String?
    /// What of the text no fact, claim, link or quotation covers.
    package var prose: [Prose] = []
    /// Words in prose: text, code spans and headings, not code blocks or figures.
    package var wordCount = 0

    package init() {}

    /// The text of the first heading of level one.
    package var title: String? { headings.first { $0.level == 1 }?.text }
}

/// A heading and the anchor it got.
package struct Heading: Sendable, Hashable {
    package let level: Int
    /// Unique in the text, made as GitHub makes it or given by `{#id}`.
    package let id: String
    /// Without markup; a fact in it stands as it is written.
    package let text: String
    package let location: SourceLocation

    package init(level: Int, id: String, text: String, location: SourceLocation) {
        self.level = level
        self.id = id
        self.text = text
        self.location = location
    }
}

/// A link that is no claim.
package struct Link: Sendable, Hashable {
    package let destination: String
    package let text: String
    package let location: SourceLocation

    package init(destination: String, text: String, location: SourceLocation) {
        self.destination = destination
        self.text = text
        self.location = location
    }
}

package struct Image: Sendable, Hashable {
    package let destination: String
    package let alt: String
    package let title: String
    /// Whether it stands alone in its paragraph, and so becomes a figure.
    package let isFigure: Bool
    /// Given by `{#fig:name}` behind it.
    package var label: FigureLabel?
    package let location: SourceLocation

    package init(
        destination: String, alt: String, title: String, isFigure: Bool, label: FigureLabel? = nil,
        location: SourceLocation
    ) {
        self.destination = destination
        self.alt = alt
        self.title = title
        self.isFigure = isFigure
        self.label = label
        self.location = location
    }
}

/// A fenced block that stands for a chart, a table or another figure.
package struct FigureBlock: Sendable, Hashable {
    /// The first word of the info string.
    package let kind: String
    /// What stands between the fences, without the indentation of the block.
    package let text: String
    /// The file's line on which `text` begins.
    package let firstLine: Int
    /// The column at which each line of `text` begins, counted from 1 in bytes.
    package let column: Int
    /// The opening fence.
    package let location: SourceLocation

    package init(kind: String, text: String, firstLine: Int, column: Int, location: SourceLocation) {
        self.kind = kind
        self.text = text
        self.firstLine = firstLine
        self.column = column
        self.location = location
    }
}

/// An expression over the data that the text states or is checked against.
package struct Expression: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A code span that begins with `=`, which its value replaces.
        case fact
        /// A link whose destination begins with `=`, whose text must agree with it.
        case claim
    }

    package let kind: Kind
    /// Without the `=` and the spaces around it.
    package let expression: String
    /// What the author wrote: a claim's text without markup; a fact's code span.
    package let text: String
    /// What the author wrote, rendered.
    package let content: Markup
    /// The first byte of the expression's code span or link.
    package let location: SourceLocation

    package init(
        kind: Kind, expression: String, text: String, content: Markup, location: SourceLocation
    ) {
        self.kind = kind
        self.expression = expression
        self.text = text
        self.content = content
        self.location = location
    }
}

/// One pair of brackets around the keys of sources: `[@key]`, `[@one; @two, p. 12]`.
package struct Citation: Sendable, Hashable {
    /// A work that is cited, and where in it: `p. 12`.
    package struct Work: Sendable, Hashable {
        package let key: String
        package let locator: String?

        package init(key: String, locator: String? = nil) {
            self.key = key
            self.locator = locator
        }
    }

    package let works: [Work]
    package let location: SourceLocation

    package init(works: [Work], location: SourceLocation) {
        self.works = works
        self.location = location
    }
}
