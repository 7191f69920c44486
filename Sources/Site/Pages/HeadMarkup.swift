import Markup

/// What a page says of itself to machines: its one address, its title and picture for link previews, and
/// whether search engines should list it.
struct HeadMarkup {
    let plan: PagePlan
    let settings: SiteSettings

    var markup: Markup {
        var writer = MarkupWriter()
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
        return writer.markup
    }

    private func property(_ name: String, _ content: String, _ writer: inout MarkupWriter) {
        writer.element("meta", ["property": "\(name)", "content": "\(content)"])
    }
}
