import Markdown

/// Which pages lead to a page in their texts, so that it can lead back to them.
///
/// Links of templates do not count: they stand on every page of a kind, and say nothing of this one.
struct Backlinks: Sendable {
    /// By the address that is led to: the places of pages among the listings', in reading order.
    private let pages: [SiteAddress: [Int]]

    /// Of a site whose templates name none.
    static let none = Backlinks(pages: [:])

    private init(pages: [SiteAddress: [Int]]) {
        self.pages = pages
    }

    init(_ listings: PageListings, siteMap: SiteMap) {
        var pages: [SiteAddress: [Int]] = [:]
        for number in PagePlan.readingOrder(of: listings.pages) where listings.pages[number].isListed {
            for target in Self.targets(of: listings.pages[number], siteMap) {
                pages[target, default: []].append(number)
            }
        }
        self.pages = pages
    }

    func pages(leadingTo address: SiteAddress) -> [Int] { pages[address] ?? [] }

    /// Each once, without the page itself.
    private static func targets(of page: PagePlan, _ siteMap: SiteMap) -> Set<SiteAddress> {
        guard let article = page.article else { return [] }
        var targets: Set<SiteAddress> = []
        for destination in article.face.links.all {
            let target = siteMap.target(of: destination, on: page.address, source: article.contentPath)
            if case .inside(let address, _, _) = target { targets.insert(address) }
        }
        targets.remove(page.address)
        return targets
    }
}
