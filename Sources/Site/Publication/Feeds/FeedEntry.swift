import Markup

/// An entry of a feed, in no format yet.
struct FeedEntry: Sendable {
    let item: FeedPlan.Item
    /// The whole address of the page.
    let address: String
    /// Stays as it is when the page gets another title, and where it is moved and its old address kept as
    /// its first alias.
    let id: String
    /// The whole text, fit for any reader: whole addresses, pictures in place of drawings, no scripts.
    let content: Markup

    var page: PagePlan { item.page }
    var summary: String? { page.frontMatter.summary ?? page.frontMatter.description }

    init?(_ item: FeedPlan.Item, content: Markup, moved: [Redirect], siteMap: SiteMap) {
        let page = item.page
        guard let address = siteMap.absolute(page.address) else { return nil }
        let first = page.frontMatter.aliases.first.flatMap { alias in
            moved.first { $0.to.address == page.address && $0.from.text.hasPrefix(alias) }
        }
        self.item = item
        self.address = address
        id = first.flatMap { siteMap.absolute($0.from) } ?? address
        self.content = content
    }
}

extension PublicationDate {
    /// The beginning of the day in UTC, by RFC 3339.
    var timestamp: String { "\(iso)T00:00:00Z" }
}
