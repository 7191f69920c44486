/// `robots.txt`: everything may be read, and where the list of it is.
struct Robots {
    let siteMap: SiteMap
    /// Whether there is a `sitemap.xml` to name.
    let namesSitemap: Bool

    var bytes: [UInt8] {
        var text = "User-agent: *\nDisallow:\n"
        if namesSitemap, let sitemap = SiteAddress("/sitemap.xml").flatMap(siteMap.absolute) {
            text += "\nSitemap: \(sitemap)\n"
        }
        return Array(text.utf8)
    }
}
