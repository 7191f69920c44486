import Datasets
import Templates

/// The lists that pages share: computed once for the whole site and handed out by reference.
struct SiteLists: Sendable {
    /// Cards of pages by their address.
    private let cards: [SiteAddress: TemplateValue]
    /// The pages of a section or collection in reading order: articles by date, newest first, rows as in
    /// their table.
    private let members: [String: [PagePlan]]
    private let sectionPages: [String: PagePlan]
    private let tagged: [String: [PagePlan]]

    init(pages: [PagePlan], rowOrder: [String: [SiteAddress]]) {
        var members: [String: [PagePlan]] = [:]
        var sectionPages: [String: PagePlan] = [:]
        var tagged: [String: [PagePlan]] = [:]
        for page in pages {
            switch page.kind {
            case .section: sectionPages[page.section ?? ""] = page
            case .article, .row: members[page.section ?? "", default: []].append(page)
            default: break
            }
            for tag in page.frontMatter.tags { tagged[tag, default: []].append(page) }
        }
        for (name, pages) in members {
            members[name] =
                rowOrder[name].map { Self.ordered(pages, by: $0) } ?? pages.sorted(by: PagePlan.precedes)
        }
        self.members = members
        self.sectionPages = sectionPages
        self.tagged = tagged.mapValues { $0.sorted(by: PagePlan.precedes) }
        var cards: [SiteAddress: TemplateValue] = [:]
        for page in pages {
            cards[page.address] = Self.card(of: page, section: sectionPages[page.section ?? ""])
        }
        self.cards = cards
    }

    private static func ordered(_ pages: [PagePlan], by addresses: [SiteAddress]) -> [PagePlan] {
        let byAddress = Dictionary(pages.map { ($0.address, $0) }) { first, _ in first }
        return addresses.compactMap { byAddress[$0] }
    }

    // MARK: What templates see

    /// `sections`: by folder, with title, url and pages.
    var sections: TemplateValue {
        let names = members.keys.filter { !$0.isEmpty }.sorted()
        return .record(
            TemplateRecord(
                names.map { name in
                    let page = sectionPages[name]
                    return (
                        name,
                        [
                            "title": .text(page?.title ?? name), "url": .optional(page?.address.text),
                            "pages": cardList(members[name] ?? []),
                        ]
                    )
                }))
    }

    /// `collections`: by name, the columns of each row with the title and url of its page.
    func collections(_ settings: [CollectionSettings]) -> TemplateValue {
        .record(
            TemplateRecord(
                settings.map { collection in
                    let rows = (members[collection.name] ?? []).compactMap { page -> TemplateValue? in
                        guard let row = page.row else { return nil }
                        return .record(
                            row.record.merging(["title": .text(page.title), "url": .text(page.address.text)]))
                    }
                    return (collection.name, .list(rows))
                }))
    }

    /// The pages that a section, a tag or the home page lists.
    func pages(listedOn page: PagePlan) -> TemplateValue {
        switch page.kind {
        case .section: cardList(members[page.section ?? ""] ?? [])
        case .term(let tag): cardList(tagged[tag] ?? [])
        default: []
        }
    }

    /// All tags with the number of their pages, for the page of all tags.
    var terms: TemplateValue {
        .list(
            tagged.keys.sorted().map { tag in
                [
                    "title": .text(tag), "url": .text(PagePlanner.address(ofTag: tag)),
                    "count": .text(String(tagged[tag]?.count ?? 0)),
                ]
            })
    }

    /// Pages that share most tags, at most three.
    func related(to page: PagePlan) -> TemplateValue {
        var shared: [SiteAddress: (count: Int, page: PagePlan)] = [:]
        for tag in page.frontMatter.tags {
            for other in tagged[tag] ?? [] where other.address != page.address {
                shared[other.address, default: (0, other)].count += 1
            }
        }
        let nearest = shared.values.sorted {
            $0.count == $1.count ? PagePlan.precedes($0.page, $1.page) : $0.count > $1.count
        }
        return cardList(nearest.prefix(3).map(\.page))
    }

    /// The page before and after in reading order. Articles run from the oldest to the newest.
    func neighbours(of page: PagePlan) -> (previous: TemplateValue, next: TemplateValue) {
        let list = members[page.section ?? ""] ?? []
        guard let place = list.firstIndex(where: { $0.address == page.address }) else {
            return (.absent, .absent)
        }
        let before = place > 0 ? link(list[place - 1]) : .absent
        let after = place + 1 < list.count ? link(list[place + 1]) : .absent
        if case .row = page.kind { return (before, after) }
        return (after, before)
    }

    func section(of page: PagePlan) -> TemplateValue {
        guard page.kind != .section, let section = sectionPages[page.section ?? ""] else { return .absent }
        return link(section)
    }

    /// The pages above this one, from the home page down.
    func breadcrumbs(of page: PagePlan, home: String) -> TemplateValue {
        guard page.kind != .home, page.kind != .notFound else { return [] }
        var links: [TemplateValue] = [["title": .text(home), "url": "/"]]
        if case .record = section(of: page) { links.append(section(of: page)) }
        if page.kind == .chart { links.append(["title": "Charts and tables", "url": "/charts/"]) }
        if case .term = page.kind { links.append(["title": "Tags", "url": "/tags/"]) }
        return .list(links)
    }

    private func link(_ page: PagePlan) -> TemplateValue {
        ["title": .text(page.title), "url": .text(page.address.text)]
    }

    private func cardList(_ pages: [PagePlan]) -> TemplateValue {
        .list(pages.compactMap { cards[$0.address] })
    }

    private static func card(of page: PagePlan, section: PagePlan?) -> TemplateValue {
        [
            "title": .text(page.title), "url": .text(page.address.text),
            "description": .optional(page.frontMatter.description),
            "summary": .optional(page.frontMatter.summary ?? page.frontMatter.description),
            "date": page.frontMatter.date?.record ?? .absent, "kind": .text(page.kind.name),
            "authors": .list(page.frontMatter.authors.map(TemplateValue.text)),
            "section": section.map { ["title": .text($0.title), "url": .text($0.address.text)] } ?? .absent,
        ]
    }
}

extension PublicationDate {
    /// `{iso, text}`
    var record: TemplateValue { ["iso": .text(iso), "text": .text(text)] }
}

extension PagePlan.Row {
    /// Each column's value as text; a missing value is known and empty.
    var record: TemplateRecord {
        TemplateRecord(zip(columns, values).map { ($0, .optional($1.text)) })
    }
}
