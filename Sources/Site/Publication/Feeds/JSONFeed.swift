import Datasets
import Markup

/// A feed in the format of JSON Feed 1.1.
struct JSONFeed {
    let plan: FeedPlan
    let entries: [FeedEntry]
    let settings: SiteSettings
    let siteMap: SiteMap

    var bytes: [UInt8] {
        var feed = JSONObject()
        feed.add("version", "https://jsonfeed.org/version/1.1")
        feed.add("title", plan.title)
        feed.add("home_page_url", siteMap.absolute(plan.home))
        feed.add("feed_url", plan.address(.json).flatMap(siteMap.absolute))
        feed.add("description", plan.description)
        feed.add("language", settings.language)
        feed.add("authors", [settings.author ?? settings.title].map(Self.author))
        feed.add("items", entries.map(item))
        return Array((feed.text + "\n").utf8)
    }

    private func item(_ entry: FeedEntry) -> JSONObject {
        var item = JSONObject()
        item.add("id", entry.id)
        item.add("url", entry.address)
        item.add("title", entry.title)
        item.add("content_html", entry.content.string)
        item.add("summary", entry.summary)
        item.add("date_published", entry.published.timestamp)
        item.add("date_modified", entry.updated.timestamp)
        if !entry.authors.isEmpty { item.add("authors", entry.authors.map(Self.author)) }
        if !entry.tags.isEmpty { item.add("tags", texts: entry.tags) }
        item.add("language", entry.language)
        return item
    }

    private static func author(_ name: String) -> JSONObject {
        var author = JSONObject()
        author.add("name", name)
        return author
    }
}
