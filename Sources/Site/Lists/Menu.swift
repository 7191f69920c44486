import Templates

/// The site's menu as one page sees it: with the entries marked that lead to it.
struct Menu {
    let items: [NavigationItem]
    let page: PagePlan

    var record: TemplateValue { .list(items.map(record(of:))) }

    /// `{title, url, current, exact, children}`
    private func record(of item: NavigationItem) -> TemplateValue {
        [
            "title": .text(item.title), "url": .optional(item.address), "current": .flag(leadsHere(item)),
            "exact": .flag(item.address == page.address.text),
            "children": .list(item.children.map(record(of:))),
        ]
    }

    /// Whether it leads to this page, to the section it is in, or holds an entry that does.
    private func leadsHere(_ item: NavigationItem) -> Bool {
        if item.children.contains(where: leadsHere) { return true }
        guard let address = item.address else { return false }
        return address == "/" ? page.kind == .home : page.address.text.hasPrefix(address)
    }
}
