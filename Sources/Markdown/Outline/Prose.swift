package import Diagnostics

/// A stretch of running text that an author wrote himself: without markup, code, links, images, quotations,
/// facts, claims and citations.
package struct Prose: Sendable, Hashable {
    /// Where a byte of the text stands in the file; up to the next place the bytes follow one another.
    package struct Place: Sendable, Hashable {
        package let offset: Int
        package let location: SourceLocation
    }

    package let text: String
    /// By rising offset, the first at 0.
    package let places: [Place]
}
