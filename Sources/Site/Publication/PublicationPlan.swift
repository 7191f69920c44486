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

    init(
        _ pages: [PagePlan], corrections: [Correction], settings: SiteSettings,
        reporting diagnostics: inout [Diagnostic]
    ) {
        redirects = Redirect.all(of: pages, reporting: &diagnostics)
        let corrected = FeedPlan.corrections(corrections, of: pages, settings)
        feeds =
            FeedPlan.all(of: pages, settings).filter { $0.home != corrected?.home }
            + [corrected].compactMap { $0 }.filter { $0.updated != nil }
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
        feeds.filter { feed in
            feed.home == .home || feed.home == page.address
                || feed.items.contains { $0.page.address == page.address }
                    && feed.home.text == "/\(page.section ?? "")/"
        }
    }

    private static let noBaseURL = Diagnostic(
        "no-base-url",
        "feeds, sitemap.xml, canonical links and pictures for link previews are left out, because the "
            + "site does not know its own address",
        severity: .note,
        help: "write 'base_url: https://example.org/' in Content/site.yaml, or give --base-url")
}
