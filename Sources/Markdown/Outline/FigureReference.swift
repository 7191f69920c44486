package import Diagnostics

/// One pair of brackets around the labels of figures of the page: `[@fig:prices]`, `[@fig:one; @tbl:two, left]`.
package struct FigureReference: Sendable, Hashable {
    package struct Target: Sendable, Hashable {
        package let label: FigureLabel
        /// Which part of the figure: `left`.
        package let detail: String?
    }

    package let targets: [Target]
    package let location: SourceLocation
}

/// The caption of a table of Markdown.
package struct Caption: Sendable, Hashable {
    /// Given by `{#tbl:name}` at its end.
    package let label: FigureLabel?
    package let location: SourceLocation
}

/// Where something stands that a page may number, by index into the outline's arrays.
package enum NumberedPlace: Sendable, Hashable {
    /// A figure block.
    case block(Int)
    /// An image alone in its paragraph.
    case image(Int)
    /// A caption of a table.
    case table(Int)
}
