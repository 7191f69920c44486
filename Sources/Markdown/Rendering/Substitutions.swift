package import Markup

/// What the site puts in the places that an outline told of, by index into the outline's arrays.
///
/// Where an array is too short or an entry is nil, the place is rendered as the author wrote it.
package struct Substitutions: Sendable, Hashable {
    /// Addresses as they must be written on the page.
    package var links: [String?] = []
    package var images: [ImageSubstitution?] = []
    package var figures: [Markup?] = []
    package var expressions: [Markup?] = []
    package var citations: [Markup?] = []
    package var figureReferences: [Markup?] = []
    /// What stands before the words of a table's caption.
    package var captionNumbers: [Markup?] = []
    /// Whether the first heading of level one is left out, because the page shows its title elsewhere.
    package var dropsTitle = false

    package init() {}
}

/// Where an image is found on the site, and its size in CSS pixels where that is known.
package struct ImageSubstitution: Sendable, Hashable {
    package var source: String
    package var width: Int?
    package var height: Int?
    /// In the place of its description, where that holds facts.
    package var alt: String?
    /// What stands before its caption.
    package var number: Markup?

    package init(
        source: String, width: Int? = nil, height: Int? = nil, alt: String? = nil, number: Markup? = nil
    ) {
        self.source = source
        self.width = width
        self.height = height
        self.alt = alt
        self.number = number
    }
}
