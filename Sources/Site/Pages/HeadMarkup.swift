import Markup

/// What a page says of itself to machines: its one address, its title and picture for link previews, and
/// whether search engines should list it.
struct HeadMarkup {
    let plan: PagePlan
    let settings: SiteSettings
    let preview: Preview?

    /// The picture by which a link to the page is shown elsewhere, with its whole address.
    struct Preview: Sendable {
        let address: String
        /// In pixels, where they are known.
        let width: Int?
        let height: Int?
        let description: String
    }

    var markup: Markup {
        var writer = MarkupWriter()
        if let policy = settings.rules.contentSecurityPolicy {
            writer.element("meta", ["http-equiv": "Content-Security-Policy", "content": "\(policy)"])
        }
        if plan.frontMatter.isHiddenFromSearchEngines || plan.kind == .notFound {
            writer.element("meta", ["name": "robots", "content": "noindex"])
        }
        property("og:title", plan.title, &writer)
        property("og:site_name", settings.title, &writer)
        property("og:type", plan.kind == .article ? "article" : "website", &writer)
        if let description = plan.frontMatter.description { property("og:description", description, &writer) }
        if let date = plan.frontMatter.date, plan.kind == .article {
            property("article:published_time", date.iso, &writer)
        }
        if let address = settings.baseURL?.absolute(plan.address), plan.kind != .notFound {
            writer.element("link", ["rel": "canonical", "href": "\(address)"])
            property("og:url", address, &writer)
        }
        if let preview { write(preview, &writer) }
        // What this does not name, readers of these cards take from the properties above.
        writer.element(
            "meta",
            ["name": "twitter:card", "content": preview == nil ? "summary" : "summary_large_image"])
        return writer.markup
    }

    private func write(_ preview: Preview, _ writer: inout MarkupWriter) {
        property("og:image", preview.address, &writer)
        if let width = preview.width, let height = preview.height {
            property("og:image:width", String(width), &writer)
            property("og:image:height", String(height), &writer)
        }
        property("og:image:alt", preview.description, &writer)
    }

    private func property(_ name: String, _ content: String, _ writer: inout MarkupWriter) {
        writer.element("meta", ["property": "\(name)", "content": "\(content)"])
    }
}
