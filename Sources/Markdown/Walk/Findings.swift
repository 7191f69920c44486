/// What the walk found in a tree, each kind in the order of the text.
///
/// The outline is read from it and the slots of the markup are made of its nodes, so that both count alike.
struct Findings {
    struct Heading {
        let node: CmarkNode
        let level: Int
        let text: [UInt8]
        let id: String
        let place: Place
    }

    struct Image {
        let node: CmarkNode
        let isFigure: Bool
        let label: FigureLabel?
        let place: Place
    }

    struct Caption {
        /// The paragraph that becomes the caption.
        let node: CmarkNode
        let table: CmarkNode
        let label: FigureLabel?
        let place: Place
    }

    struct Expression {
        let node: CmarkNode
        /// Without the `=` and the blanks around it.
        let expression: [UInt8]
        let place: Place
    }

    struct Citation {
        /// The custom node that stands in the place of the brackets.
        let node: CmarkNode
        let works: [CitationScanner.Work]
        /// The brackets and what is in them, as written.
        let text: [UInt8]
        let place: Place
    }

    struct FigureReference {
        struct Target {
            let label: FigureLabel
            /// Which part of the figure: `left`.
            let detail: [UInt8]?
        }

        /// The custom node that stands in the place of the brackets.
        let node: CmarkNode
        let targets: [Target]
        /// The brackets and what is in them, as written.
        let text: [UInt8]
        let place: Place
    }

    struct Located {
        let node: CmarkNode
        let place: Place
    }

    struct FootnoteReference {
        /// The custom node that stands in the place of the brackets.
        let node: CmarkNode
        let number: Int
        /// The how-many-eth reference to its footnote.
        let occurrence: Int
    }

    var headings: [Heading] = []
    var links: [Located] = []
    var images: [Image] = []
    var figures: [Located] = []
    var expressions: [Expression] = []
    var citations: [Citation] = []
    var figureReferences: [FigureReference] = []
    var captions: [Caption] = []
    /// What can be numbered, whatever it is.
    var numberable: [NumberedPlace] = []
    var footnoteReferences: [FootnoteReference] = []
    /// The list items that hold the footnotes, in the order of their numbers.
    var footnotes: [CmarkNode] = []
    /// What the footnotes of the text are called, where these are not too many to suggest one.
    var footnoteLabels: [String] = []
    /// Links and images whose scheme is not allowed.
    var refusedAddresses: [Located] = []
    /// Raw HTML, comments included.
    var rawHTML: [Located] = []
    /// A code span that begins with `\=`: the backslash goes.
    var literalEquals: [CmarkNode] = []
    /// The block `<!-- more -->`.
    var summaryBreak: CmarkNode?
}
