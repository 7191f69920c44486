import Diagnostics

// Publication: what a site publishes beside its pages, each output a function from the resolved and
// rendered site to files.
//
// Belongs here: feeds, calendars, the site map, robots.txt, redirects, the search index, archives, the
// manifest, and what is done to every file before it is written. Does not belong here: how a page looks,
// where a link leads (``SiteMap``), and putting files into place (Output).

/// What a site publishes beside its pages, settled before anything is rendered, so that pages can link to it.
struct PublicationPlan: Sendable {
    let redirects: [Redirect]
    let feeds: [FeedPlan]
    /// By the address that a feed stands beside: its place in `feeds`.
    private let places: [SiteAddress: Int]

    init(
        _ pages: [PagePlan], corrections: [Correction], settings: SiteSettings,
        reporting diagnostics: inout [Diagnostic]
    ) {
        redirects = Redirect.all(of: pages, reporting: &diagnostics)
        let corrected = FeedPlan.corrections(corrections, of: pages, settings)
        let feeds =
            FeedPlan.all(of: pages, settings).filter { $0.home != corrected?.home }
            + [corrected].compactMap { $0 }.filter { $0.updated != nil }
        self.feeds = feeds
        places = Dictionary(feeds.indices.map { (feeds[$0].home, $0) }) { first, _ in first }
        let search = settings.publication.hasSearch ? [SearchPage.address].compactMap(\.self) : []
        addresses = feeds.flatMap(\.addresses) + settings.events.compactMap(EventCalendar.address) + search
        if settings.baseURL == nil { diagnostics.append(Self.noBaseURL) }
    }

    /// From each address that a page once had to the one it has now.
    var moved: [SiteAddress: SiteAddress] {
        Dictionary(redirects.map { ($0.from, $0.to.address) }) { first, _ in first }
    }

    /// The files that pages may link to.
    let addresses: [SiteAddress]

    /// The feeds that a page leads to: the site's, and that of what it lists or is listed by.
    func feeds(of page: PagePlan) -> [FeedPlan] {
        var found = Set([places[.home], places[page.address]].compactMap(\.self))
        if let section = page.section, let place = SiteAddress("/\(section)/").flatMap({ places[$0] }),
            feeds[place].items.contains(where: { $0.page.address == page.address })
        {
            found.insert(place)
        }
        return found.sorted().map { feeds[$0] }
    }

    private static let noBaseURL = Diagnostic(
        "no-base-url",
        "feeds, sitemap.xml, canonical links and pictures for link previews are left out, because the "
            + "site does not know its own address",
        severity: .note,
        help: "write 'base_url: https://example.org/' in Content/site.yaml, or give --base-url")
}
