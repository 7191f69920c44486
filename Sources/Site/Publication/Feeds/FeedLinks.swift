import Markup

/// The lines of a page's head by which readers of feeds find them.
struct FeedLinks {
    let feeds: [FeedPlan]
    let siteMap: SiteMap
    let page: SiteAddress

    var markup: Markup {
        var writer = MarkupWriter()
        for feed in feeds {
            for format in FeedPlan.Format.allCases {
                guard let address = feed.address(format) else { continue }
                writer.element(
                    "link",
                    [
                        "rel": "alternate", "type": .text(format.mediaType), "title": .text(feed.title),
                        "href": .text(siteMap.written(address, on: page)),
                    ])
            }
        }
        return writer.markup
    }
}
