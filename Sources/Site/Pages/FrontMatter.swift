import Datasets
import Diagnostics
import Templates

/// What a page says of itself between its `---` lines.
struct FrontMatter: Sendable, Equatable {
    var title: String?
    var description: String?
    var summary: String?
    var date: PublicationDate?
    var updated: PublicationDate?
    var publishDate: PublicationDate?
    var expiryDate: PublicationDate?
    var isDraft = false
    var slug: String?
    var permalink: String?
    var aliases: [String] = []
    var template: String?
    var weight: Int?
    /// How many pages a list shows before it goes on to another page.
    var pageSize: Int?
    var tags: [String] = []
    /// By the name of a taxonomy other than `tags` and `authors`.
    var otherTerms: [String: [String]] = [:]
    var authors: [String] = []
    var image: String?
    var language: String?
    var showsTableOfContents: Bool?
    var isHiddenFromSearchEngines = false
    var sources: [String] = []
    var corrections: [Correction] = []
    var params: StructuredValue?
    /// Where each key stands, for messages that come of its value later.
    var locations: [String: SourceLocation] = [:]

    init() {}

    /// Where the value of a key stands, or of the first of its other names that is there.
    func location(of keys: String...) -> SourceLocation? { keys.lazy.compactMap { locations[$0] }.first }

    /// The words that the page is sorted under in a taxonomy.
    func terms(in taxonomy: String) -> [String] {
        switch taxonomy {
        case "tags": tags
        case "authors": authors
        default: otherTerms[taxonomy] ?? []
        }
    }

    /// A mistake that was mended after the page was published.
    struct Correction: Sendable, Hashable {
        let date: PublicationDate?
        let text: String
        let location: SourceLocation
    }
}
