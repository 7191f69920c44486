import Datasets
import Diagnostics

/// An entry of the site's menu, with those below it.
struct NavigationItem: Sendable, Hashable {
    let title: String
    /// Nil for a heading that only holds others.
    let address: String?
    let location: SourceLocation
    let children: [NavigationItem]

    init(title: String, address: String?, location: SourceLocation, children: [NavigationItem]) {
        self.title = title
        self.address = address
        self.location = location
        self.children = children
    }

    /// The entry of a page, for a menu that the site does not write itself.
    init(of page: PagePlan) {
        self.init(
            title: page.title, address: page.address.text,
            location: page.location ?? SourceLocation(path: "Content"), children: [])
    }

    /// The entry of the search page, for such a menu.
    static func search(titled title: String) -> NavigationItem {
        NavigationItem(
            title: title, address: "/search/", location: SourceLocation(path: "Content/site.yaml"),
            children: [])
    }

    /// How deep menus nest.
    private static let deepest = 4

    /// `navigation` of site.yaml.
    static func read(_ keys: inout KeyedReader, _ key: String = "navigation", depth: Int = 1)
        -> [NavigationItem]
    {
        keys.mappings(key) { item(&$0, depth) }?.compactMap { $0 } ?? []
    }

    private static func item(_ keys: inout KeyedReader, _ depth: Int) -> NavigationItem? {
        let title = keys.text("title", required: true)
        let children = depth < deepest ? read(&keys, "children", depth: depth + 1) : []
        let address = keys.text("url", "page", required: children.isEmpty)
        guard let title, address != nil || !children.isEmpty else { return nil }
        return NavigationItem(
            title: title, address: address,
            location: keys.valueLocation(of: keys.keys.contains("page") ? "page" : "url"), children: children)
    }

    /// This entry and all below it.
    var all: [NavigationItem] { [self] + children.flatMap(\.all) }
}
