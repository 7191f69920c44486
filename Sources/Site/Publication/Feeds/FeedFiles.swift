import Markup

/// The feeds of a rendered site as files.
struct FeedFiles {
    let site: ResolvedSite
    /// The pages that are as an earlier build made them.
    let reused: Set<SiteAddress>

    /// Each page that is in any feed is rendered once more, for readers of feeds.
    func files(remembering memory: inout BuildMemory) async -> [RenderedSite.File] {
        let feeds = site.publication.feeds
        let items = feeds.flatMap(\.items)
        let byAddress = Dictionary(items.map { ($0.page.address, $0) }) { first, _ in first }
        let renderer = site.renderer.forFeeds
        let entries = await parallelMap(byAddress.values.sorted { $0.page.address < $1.page.address }) {
            item -> (SiteAddress, FeedEntry?) in
            if reused.contains(item.page.address), let known = site.earlier?.feedEntries[item.page.address] {
                return (item.page.address, known)
            }
            let entry = FeedEntry(
                item, content: renderer.feedContent(of: item.page), moved: site.publication.redirects,
                siteMap: site.siteMap)
            return (item.page.address, entry)
        }
        let known = Dictionary(entries) { first, _ in first }
        memory.feedEntries = known.compactMapValues(\.self)
        return feeds.flatMap { feed in
            let pages = feed.items.compactMap { known[$0.page.address] ?? nil }
            let corrections = feed.corrections.compactMap { FeedEntry($0, siteMap: site.siteMap) }
            return files(of: feed, pages + corrections)
        }
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
