import Diagnostics

/// The files beside the pages of a rendered site.
struct Publication {
    let site: ResolvedSite
    /// All pages, also those of figures.
    let pages: [RenderedPage]

    /// A file that the site brings itself takes the place of one of these.
    func files(reporting diagnostics: inout [Diagnostic]) async -> [RenderedSite.File] {
        var files = RedirectFiles(
            redirects: site.publication.redirects, siteMap: site.siteMap, language: site.settings.language
        ).files
        files += await FeedFiles(site: site).files()
        files += calendars.compactMap(\.file)
        SearchPage(site: site, pages: pages).write(to: &files, reporting: &diagnostics)
        let sitemap = Sitemap(pages: pages.map(\.plan), siteMap: site.siteMap).files
        files += sitemap
        if let robots = SiteAddress("/robots.txt") {
            let robotsText = Robots(siteMap: site.siteMap, namesSitemap: !sitemap.isEmpty)
            files.append(RenderedSite.File(address: robots, bytes: robotsText.bytes))
        }
        let given = Set(site.assets.files.map(\.address))
        return files.filter { !given.contains($0.address) }
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
