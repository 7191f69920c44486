import Datasets
import Diagnostics
import Templates

/// What a page says of itself between its `---` lines.
struct FrontMatter: Sendable {
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
    var tags: [String] = []
    var authors: [String] = []
    var image: String?
    var language: String?
    var showsTableOfContents: Bool?
    var isHiddenFromSearchEngines = false
    var sources: [String] = []
    var params: StructuredValue?
    /// Where each key stands, for messages that come of its value later.
    var locations: [String: SourceLocation] = [:]

    init() {}

    func location(of key: String) -> SourceLocation? { locations[key] }
}
