import Markup

/// The feeds of a rendered site as files.
struct FeedFiles {
    let site: ResolvedSite
    /// The pages that are not as an earlier build made them.
    let made: Set<SiteAddress>

    /// Each page that is in any feed is rendered once more, for readers of feeds.
    func files(remembering memory: inout BuildMemory) async -> [RenderedSite.File] {
        let feeds = site.publication.feeds
        let known = feeds.map(known)
        let entries = await entries(of: zip(feeds, known).filter { $1 == nil }.map(\.0))
        memory.feedEntries = site.earlier?.feedEntries.filter { !made.contains($0.key) } ?? [:]
        memory.feedEntries.merge(entries) { $1 }
        let all = await parallelMap(Array(zip(feeds, known)), grain: 4) { feed, known in
            known
                ?? files(
                    of: feed,
                    feed.items.compactMap { entries[$0.page.address] }
                        + feed.corrections.compactMap { FeedEntry($0, siteMap: site.siteMap) })
        }
        memory.feeds = Dictionary(zip(feeds, all).map { ($0.home, $1) }) { first, _ in first }
        return all.flatMap(\.self)
    }

    /// The files of a feed whose pages are all as they were, on a site of which texts alone were edited.
    private func known(_ feed: FeedPlan) -> [RenderedSite.File]? {
        guard site.edited != nil, !feed.items.contains(where: { made.contains($0.page.address) }) else {
            return nil
        }
        return site.earlier?.feeds[feed.home]
    }

    private func entries(of feeds: [FeedPlan]) async -> [SiteAddress: FeedEntry] {
        let items = Dictionary(feeds.flatMap(\.items).map { ($0.page.address, $0) }) { first, _ in first }
        let renderer = site.renderer.forFeeds
        let edited = site.editedPlans
        let entries = await parallelMap(items.values.sorted { $0.page.address < $1.page.address }) {
            item -> (SiteAddress, FeedEntry)? in
            let address = item.page.address
            if !made.contains(address), let known = site.earlier?.feedEntries[address] {
                return (address, known)
            }
            let content = renderer.feedContent(of: edited[address] ?? item.page)
            return FeedEntry(
                item, content: content, moved: site.publication.redirects, siteMap: site.siteMap
            ).map { (address, $0) }
        }
        return Dictionary(entries.compactMap(\.self)) { first, _ in first }
    }

    private func files(of feed: FeedPlan, _ entries: [FeedEntry]) -> [RenderedSite.File] {
        let atom = AtomFeed(plan: feed, entries: entries, settings: site.settings, siteMap: site.siteMap)
        let json = JSONFeed(plan: feed, entries: entries, settings: site.settings, siteMap: site.siteMap)
        return FeedPlan.Format.allCases.compactMap { format in
            feed.address(format).map { address in
                RenderedSite.File(address: address, bytes: format == .atom ? atom.bytes : json.bytes)
            }
        }
    }
}
