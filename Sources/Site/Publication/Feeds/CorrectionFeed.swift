extension FeedPlan {
    /// A value or a text that the site has changed after it was published.
    struct Correction: Sendable {
        let date: PublicationDate
        let title: String
        let text: String
        /// The page that lists or has it, and its place there.
        let page: SiteAddress
        let anchor: String?
        /// Tells corrections without a place of their own apart.
        let key: String
    }

    /// The corrections of data and of texts, beside the page that lists those of data; there from the first day
    /// on, so that readers can subscribe before anything is corrected.
    ///
    /// Nil for a site without such a page, or that does not know its own address.
    static func corrections(
        _ corrections: [Site.Correction], of pages: [PagePlan], _ settings: SiteSettings
    ) -> FeedPlan? {
        guard settings.publication.hasFeeds, settings.baseURL != nil,
            let home = settings.corrections?.page.flatMap(SiteAddress.init),
            let page = pages.first(where: { $0.address == home }), home.isFolder
        else { return nil }
        let ofData = corrections.map { correction in
            Correction(
                date: correction.date, title: correction.title,
                text: "\(correction.change). \(correction.reason)", page: home, anchor: correction.anchor,
                key: correction.anchor)
        }
        let newest = (ofData + pages.flatMap(Self.corrections)).sorted { left, right in
            left.date == right.date ? left.key < right.key : left.date > right.date
        }
        return FeedPlan(
            title: "\(page.title) – \(settings.title)", description: page.frontMatter.description, home: home,
            items: [], corrections: Array(newest.prefix(settings.publication.feedLimit)),
            otherwiseUpdated: pages.compactMap(\.modified).max())
    }

    /// Those of a page's text.
    private static func corrections(of page: PagePlan) -> [Correction] {
        page.frontMatter.corrections.enumerated().compactMap { number, correction in
            correction.date.map { date in
                Correction(
                    date: date, title: page.title, text: correction.text, page: page.address, anchor: nil,
                    key: "correction-\(date.iso)-\(number + 1)")
            }
        }
    }
}
