import Datasets

/// What site.yaml says of the files beside the pages.
struct PublicationSettings: Sendable, Hashable {
    var hasFeeds = true
    /// How many entries a feed holds, the newest.
    var feedLimit = 20
    /// Whether there is a page on which the site can be searched.
    var hasSearch = false
    /// Whether comments and white space that browsers do not show are taken out of pages and style sheets.
    var isMinified = false
    /// Whether texts are also written compressed, for hosts that send them so.
    var isCompressed = false
    /// Whether each page has a picture for previews of links to it.
    var hasCards = true

    mutating func read(_ keys: inout KeyedReader) {
        keys.mapping("publish") { publish in
            isMinified = publish.flag("minify") ?? false
            isCompressed = publish.flag("compress", "gzip") ?? false
            hasCards = publish.flag("cards") ?? true
        }
        hasSearch = keys.flag("search") ?? false
        if let feeds = keys.value("feeds") {
            if case .flag(let isOn) = feeds.kind {
                hasFeeds = isOn
            } else {
                feedLimit =
                    keys.nested(feeds, named: "'feeds'") { $0.integer("limit", in: 1...1_000) } ?? feedLimit
            }
        }
    }
}
