import Markup

/// An entry of a feed, in no format yet.
struct FeedEntry: Sendable {
    let title: String
    /// The whole address of what it tells of.
    let address: String
    /// Stays as it is when a page gets another title, and where it is moved and its old address kept as its
    /// first alias.
    let id: String
    let published: PublicationDate
    /// Never before the day it was published.
    let updated: PublicationDate
    var authors: [String] = []
    var tags: [String] = []
    var language: String?
    var summary: String?
    /// The whole text, fit for any reader: whole addresses, pictures in place of drawings, no scripts.
    let content: Markup
}

extension FeedEntry {
    /// Nil where the site does not know its own address.
    init?(_ item: FeedPlan.Item, content: Markup, moved: [Redirect], siteMap: SiteMap) {
        let page = item.page
        guard let address = siteMap.absolute(page.address) else { return nil }
        let first = page.frontMatter.aliases.first.flatMap { alias in
            moved.first { $0.to.address == page.address && $0.from.text.hasPrefix(alias) }
        }
        self.init(
            title: page.title, address: address,
            id: first.flatMap { siteMap.absolute($0.from) } ?? address,
            published: item.published, updated: item.updated, authors: page.frontMatter.authors,
            tags: page.frontMatter.tags, language: page.frontMatter.language,
            summary: page.frontMatter.summary ?? page.frontMatter.description, content: content)
    }

    init?(_ correction: FeedPlan.Correction, siteMap: SiteMap) {
        guard let page = siteMap.absolute(correction.page) else { return nil }
        let address = page + (correction.anchor.map { "#" + percentEncoded($0) } ?? "")
        var writer = MarkupWriter()
        writer.element("p", text: correction.text)
        self.init(
            title: correction.title, address: address,
            id: correction.anchor == nil ? "\(page)#\(correction.key)" : address,
            published: correction.date, updated: correction.date, content: writer.markup)
    }
}

extension PublicationDate {
    /// The beginning of the day in UTC, by RFC 3339.
    var timestamp: String { "\(iso)T00:00:00Z" }
}
