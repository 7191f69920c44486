import Markup

/// A feed in the Atom format (RFC 4287).
struct AtomFeed {
    let plan: FeedPlan
    let entries: [FeedEntry]
    let settings: SiteSettings
    let siteMap: SiteMap

    var bytes: [UInt8] {
        let home = siteMap.absolute(plan.home) ?? ""
        return document { writer in
            writer.element(
                "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "\(settings.language)"]
            ) { feed in
                feed.element("title", text: plan.title)
                if let description = plan.description { feed.element("subtitle", text: description) }
                feed.element("id", text: home)
                if let own = plan.address(.atom).flatMap(siteMap.absolute) {
                    feed.element(
                        "link",
                        ["rel": "self", "type": .text(FeedPlan.Format.atom.mediaType), "href": .text(own)])
                }
                feed.element("link", ["rel": "alternate", "type": "text/html", "href": .text(home)])
                feed.element("updated", text: plan.updated?.timestamp ?? "")
                feed.element("author") { $0.element("name", text: settings.author ?? settings.title) }
                for entry in entries { write(entry, to: &feed) }
            }
        }.bytes
    }

    private func write(_ entry: FeedEntry, to writer: inout MarkupWriter) {
        writer.append(literal: "\n")
        writer.element("entry") { element in
            element.element("title", text: entry.title)
            element.element("id", text: entry.id)
            element.element("link", ["rel": "alternate", "type": "text/html", "href": .text(entry.address)])
            element.element("published", text: entry.published.timestamp)
            element.element("updated", text: entry.updated.timestamp)
            for author in entry.authors {
                element.element("author") { $0.element("name", text: author) }
            }
            for tag in entry.tags { element.element("category", ["term": .text(tag)]) }
            if let summary = entry.summary { element.element("summary", text: summary) }
            element.element("content", ["type": "html"], text: entry.content.string)
        }
    }
}
