import Diagnostics

/// The files beside the pages of a rendered site.
struct Publication {
    let site: ResolvedSite
    /// All pages, also those of figures.
    let pages: [RenderedPage]

    /// All but the search page.
    ///
    /// - Parameter memory: takes what a later build can take over
    func files(remembering memory: inout BuildMemory) async -> [RenderedSite.File] {
        let made = Set(pages.lazy.filter { !$0.isReused }.map(\.plan.address))
        var files = RedirectFiles(
            redirects: site.publication.redirects, siteMap: site.siteMap, language: site.settings.language
        ).files
        files += await FeedFiles(site: site, made: made).files(remembering: &memory)
        files += calendars.compactMap(\.file)
        let sitemap = sitemap(remembering: &memory)
        files += sitemap
        if let robots = SiteAddress("/robots.txt") {
            let robotsText = Robots(siteMap: site.siteMap, namesSitemap: !sitemap.isEmpty)
            files.append(RenderedSite.File(address: robots, bytes: robotsText.bytes))
        }
        if site.renderer.hasCards { files += standingCards }
        return files
    }

    /// On a site of which texts alone were edited, that of the earlier build, if the same figures could be drawn.
    private func sitemap(remembering memory: inout BuildMemory) -> [RenderedSite.File] {
        let addresses = SHA256(ofEach: pages.map(\.plan.address))
        if site.edited != nil, let known = site.earlier?.sitemap, known.pages == addresses {
            memory.sitemap = known
            return known.files
        }
        let files = Sitemap(pages: pages.map(\.plan), siteMap: site.siteMap).files
        memory.sitemap = BuildMemory.KnownSitemap(pages: addresses, files: files)
        return files
    }

    /// The pictures by which links to pages are shown elsewhere.
    func cards(remembering memory: inout BuildMemory) async -> [RenderedSite.Picture] {
        guard site.renderer.hasCards else { return [] }
        let given = Set(site.assets.files.map(\.address))
        let figures = Dictionary(pages.flatMap(\.figures).map { ($0.addresses.page, $0) }) { first, _ in first
        }
        let (settings, earlier) = (site.settings, site.earlier)
        let cards = await parallelMap(pages) { page -> (SiteAddress, RenderedSite.Picture)? in
            if page.isReused, let known = earlier?.cards[page.plan.address] {
                return (page.plan.address, known)
            }
            guard let address = PageCard.address(of: page.plan), !given.contains(address),
                standingCard(of: page) == nil
            else { return nil }
            let shown = figures[page.plan.address].map { [$0] } ?? page.figures
            let card = PageCard(page: page.plan, figures: shown, settings: settings)
            return (
                page.plan.address, RenderedSite.Picture(address: address, svg: card.svg, zoom: 1)
            )
        }.compactMap(\.self)
        memory.cards = Dictionary(cards) { first, _ in first }
        return cards.map(\.1)
    }

    /// The pictures of pages that another process has made.
    private var standingCards: [RenderedSite.File] { pages.compactMap(standingCard) }

    private func standingCard(of page: RenderedPage) -> RenderedSite.File? {
        guard page.isReused, let output = site.earlier?.output,
            let address = PageCard.address(of: page.plan)
        else { return nil }
        return output.content(at: address.file).map { RenderedSite.File(address: address, $0) }
    }

    private var calendars: [EventCalendar] {
        let settings = site.settings
        return settings.events.map { events in
            EventCalendar(
                settings: events, title: "\(settings.title): \(events.name)", database: site.data.database,
                siteMap: site.siteMap,
                authority: (settings.baseURL?.host).map(String.init) ?? slug(settings.title))
        }
    }
}
