/// The files beside the pages of a rendered site.
struct Publication {
    let site: ResolvedSite
    /// All pages, also those of figures.
    let pages: [RenderedPage]

    /// A file that the site brings itself takes the place of one of these.
    func files() async -> [RenderedSite.File] {
        var files = RedirectFiles(
            redirects: site.publication.redirects, siteMap: site.siteMap, language: site.settings.language
        ).files
        files += await FeedFiles(site: site).files()
        let sitemap = Sitemap(pages: pages.map(\.plan), siteMap: site.siteMap).files
        files += sitemap
        if let robots = SiteAddress("/robots.txt") {
            let robotsText = Robots(siteMap: site.siteMap, namesSitemap: !sitemap.isEmpty)
            files.append(RenderedSite.File(address: robots, bytes: robotsText.bytes))
        }
        let given = Set(site.assets.files.map(\.address))
        return files.filter { !given.contains($0.address) }
    }
}
