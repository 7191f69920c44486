import Datasets

/// A feed of the site, settled before anything is rendered: where it stands and which pages it tells of.
struct FeedPlan: Sendable {
    /// Such as `Articles – Rivers`.
    let title: String
    let description: String?
    /// The page that lists the same pages; the feed stands beside it.
    let home: SiteAddress
    /// The newest first, as many as a feed holds.
    let items: [Item]
    /// The same of corrections, for the feed of these.
    var corrections: [Correction] = []
    /// For a feed without entries: the newest day that the site knows.
    var otherwiseUpdated: PublicationDate?

    struct Item: Sendable {
        let page: PagePlan
        let published: PublicationDate
        /// Never before the day it was published.
        let updated: PublicationDate
    }

    /// The form of a feed.
    enum Format: String, Sendable, CaseIterable {
        case atom = "feed.xml"
        case json = "feed.json"

        var mediaType: String {
            switch self {
            case .atom: "application/atom+xml"
            case .json: "application/feed+json"
            }
        }
    }

    func address(_ format: Format) -> SiteAddress? { SiteAddress(home.text + format.rawValue) }

    var addresses: [SiteAddress] { Format.allCases.compactMap(address) }

    /// The day on which the newest of its entries last changed.
    var updated: PublicationDate? {
        (items.map(\.updated) + corrections.map(\.date)).max() ?? otherwiseUpdated
    }
}

extension FeedPlan {
    /// One for the site, one for each section and collection, and one for each term; none without entries,
    /// and none at all for a site that does not know its own address.
    static func all(of pages: [PagePlan], _ settings: SiteSettings) -> [FeedPlan] {
        guard settings.publication.hasFeeds, settings.baseURL != nil else { return [] }
        let dates = Dictionary(settings.collections.map { ($0.name, $0.date) }) { first, _ in first }
        let dated = pages.compactMap { item(for: $0, dates) }.sorted { left, right in
            left.published == right.published
                ? left.page.address < right.page.address : left.published > right.published
        }
        let newest = NewestItems(dated, settings)
        var feeds = [feed(settings.title, settings.description, .home, newest.written)]
        for page in pages {
            guard let members = members(of: page, among: newest) else { continue }
            feeds.append(
                feed(
                    "\(page.title) – \(settings.title)", page.frontMatter.description, page.address, members))
        }
        return feeds.filter { !$0.items.isEmpty && $0.home.isFolder }
    }

    private static func feed(
        _ title: String, _ description: String?, _ home: SiteAddress, _ items: [Item]
    ) -> FeedPlan {
        FeedPlan(title: title, description: description, home: home, items: items)
    }

    /// The newest of the dated pages that a page lists; nil for one that lists none.
    private static func members(of page: PagePlan, among newest: NewestItems) -> [Item]? {
        // Only the first part of a long list has a feed, of the whole list.
        guard page.pagination.map({ $0.number == 1 }) ?? true else { return nil }
        switch page.kind {
        case .section: return newest.bySection[page.section ?? ""] ?? []
        case .term(let taxonomy, let key): return newest.byTerm[taxonomy]?[key] ?? []
        default: return nil
        }
    }

    /// Nil for a page that no day is known of.
    private static func item(for page: PagePlan, _ dates: [String: String?]) -> Item? {
        var published = page.frontMatter.date
        switch page.kind {
        case .article, .page: break
        case .row(let collection):
            guard let column = dates[collection] ?? nil else { return nil }
            published = published ?? page.row?[column]?.text.flatMap { PublicationDate($0) }
        default: return nil
        }
        guard let published, !page.frontMatter.isHiddenFromSearchEngines else { return nil }
        return Item(
            page: page, published: published, updated: max(published, page.frontMatter.updated ?? published))
    }
}

/// As many of the newest dated pages as a feed holds, of each list, from one walk over all of them.
private struct NewestItems {
    /// Of the whole site: what somebody wrote.
    private(set) var written: [FeedPlan.Item] = []
    /// By section, with those of the sections below it.
    private(set) var bySection: [String: [FeedPlan.Item]] = [:]
    /// By the name of a taxonomy, then by term.
    private(set) var byTerm: [String: [CollisionKey: [FeedPlan.Item]]] = [:]

    /// - Parameter items: the newest first
    init(_ items: [FeedPlan.Item], _ settings: SiteSettings) {
        let limit = settings.publication.feedLimit
        func newest<Key: Hashable>(
            of names: (PagePlan) -> [String], by key: (String) -> Key
        ) -> [Key: [FeedPlan.Item]] {
            var places: [Key: [Int]] = [:]
            // Most items are older than all that feeds hold, and nothing more is asked of these.
            var full: Set<String> = []
            for (place, item) in items.enumerated() {
                for name in names(item.page) where !full.contains(name) {
                    var list = places[key(name)] ?? []
                    // A page may name one of them twice.
                    if list.count < limit, list.last != place { list.append(place) }
                    if list.count >= limit { full.insert(name) }
                    places[key(name)] = list
                }
            }
            return places.mapValues { $0.map { items[$0] } }
        }
        written = Array(items.lazy.filter { $0.page.kind == .article || $0.page.kind == .page }.prefix(limit))
        var lineages: [String: [String]] = [:]
        bySection = newest(
            of: { page in
                let section = page.section ?? ""
                if let known = lineages[section] { return known }
                let lineage = SectionTree.lineage(of: section)
                lineages[section] = lineage
                return lineage
            }, by: { $0 })
        for taxonomy in settings.taxonomies.map(\.name) {
            byTerm[taxonomy] = newest(of: { $0.frontMatter.terms(in: taxonomy) }, by: CollisionKey.init)
        }
    }
}
