import Datasets
import Templates

/// The lists that pages share as templates see them: made once for the whole site and handed out by reference.
struct SiteLists: Sendable {
    let listings: PageListings
    private let format: LanguageFormat
    private let relatedPages: RelatedPages
    /// None until the map of the site is there.
    var backlinks = Backlinks.none
    /// Cards of pages, by their place among the listings' pages.
    private let cards: [TemplateValue]
    /// Their titles and addresses alone.
    private let links: [TemplateValue]
    /// By the place of a taxonomy, then of a term.
    private let termRecords: [[TemplateValue]]

    /// How many articles `latest` holds.
    private static let latestCount = 10

    init(_ listings: PageListings, _ format: LanguageFormat) {
        self.format = format
        self.listings = listings
        relatedPages = RelatedPages(listings)
        // Many pages share a day, and putting it into words takes longer than the rest of a card.
        let dates = Dictionary(
            Set(listings.pages.compactMap(\.frontMatter.date)).map { ($0, format.record($0)) }
        ) { first, _ in first }
        cards = listings.pages.map { page in
            Self.card(of: page, listings, date: page.frontMatter.date.flatMap { dates[$0] } ?? .absent)
        }
        links = listings.pages.map { Self.link(to: $0) }
        termRecords = listings.taxonomies.enumerated().map { place, taxonomy in
            taxonomy.terms.enumerated().map { number, term in
                [
                    "title": .text(term.title), "url": .text(term.address.text),
                    "count": .text(String(listings.pages(under: number, of: place).count)),
                ]
            }
        }
    }

    // MARK: Of the whole site

    /// `sections`: by folder, with title, url and pages.
    var sections: TemplateValue {
        .record(
            TemplateRecord(
                listings.sectionNames.map { name in
                    let page = listings.sectionPage(of: name).map { listings.pages[$0] }
                    return (
                        name,
                        [
                            "title": .text(page?.title ?? name), "url": .optional(page?.address.text),
                            "pages": cardList(listings.members(of: name)),
                        ]
                    )
                }))
    }

    /// `collections`: by name, the rows with the title and url of their pages.
    func collections(_ collections: [CollectionSettings]) -> TemplateValue {
        .record(
            TemplateRecord(
                collections.map { collection in
                    let rows = listings.members(of: collection.name).compactMap { number -> TemplateValue? in
                        let page = listings.pages[number]
                        guard let row = page.row else { return nil }
                        return .record(
                            row.record.merging(["title": .text(page.title), "url": .text(page.address.text)]))
                    }
                    return (collection.name, .list(rows))
                }))
    }

    /// `taxonomies`: by name, with title, url and terms.
    var taxonomies: TemplateValue {
        .record(
            TemplateRecord(
                listings.taxonomies.indices.map { place in
                    let taxonomy = listings.taxonomies[place]
                    return (
                        taxonomy.settings.name,
                        [
                            "title": .text(taxonomy.title),
                            "url": taxonomy.terms.isEmpty ? .absent : .text(taxonomy.settings.listAddress),
                            "terms": terms(of: place),
                        ]
                    )
                }))
    }

    /// `latest`: the first articles of the site in reading order.
    var latest: TemplateValue { cardList(listings.articles.prefix(Self.latestCount)) }

    /// The sections at the top, for a site that names no navigation of its own.
    var topSections: [PagePlan] { listings.sections(below: "").map { listings.pages[$0] } }

    // MARK: Of one page

    /// The pages that a section, a term or the home page lists, or the part of them that this page shows.
    func pages(listedOn page: PagePlan) -> TemplateValue {
        let all = listings.pages(listedOn: page)
        guard let pagination = page.pagination else { return cardList(all) }
        return cardList(all[pagination.range])
    }

    /// The sections below a section; those at the top for the home page.
    func sections(below page: PagePlan) -> TemplateValue {
        switch page.kind {
        case .home: cardList(listings.sections(below: ""))
        case .section: cardList(listings.sections(below: page.section ?? ""))
        default: []
        }
    }

    /// The terms of a taxonomy with the number of their pages, on the page of all its terms.
    func terms(listedOn page: PagePlan) -> TemplateValue {
        guard case .terms(let name) = page.kind,
            let place = listings.taxonomies.firstIndex(where: { $0.settings.name == name })
        else { return [] }
        return terms(of: place)
    }

    private func terms(of place: Int) -> TemplateValue { .list(termRecords[place]) }

    /// The page's own terms: by taxonomy, with the taxonomy's title and url.
    func taxonomies(of page: PagePlan) -> TemplateRecord {
        TemplateRecord(
            listings.taxonomies.enumerated().map { place, taxonomy in
                (
                    taxonomy.settings.name,
                    [
                        "title": .text(taxonomy.title), "url": .text(taxonomy.settings.listAddress),
                        "terms": .list(page.places(in: taxonomy).map { termRecords[place][$0] }),
                    ]
                )
            })
    }

    /// The page's tags, without addresses where tags are no taxonomy of the site.
    func tags(of page: PagePlan) -> TemplateValue {
        guard let place = listings.taxonomies.firstIndex(where: { $0.settings.name == "tags" }) else {
            return .list(
                page.frontMatter.tags.map { ["title": .text($0), "url": .absent, "count": .absent] })
        }
        return .list(page.places(in: listings.taxonomies[place]).map { termRecords[place][$0] })
    }

    /// Pages that share terms, at most three.
    func related(to page: PagePlan) -> TemplateValue {
        guard let number = listings.number(of: page) else { return [] }
        return cardList(relatedPages.related(to: number))
    }

    /// Pages whose texts lead to this one.
    func backlinks(to page: PagePlan) -> TemplateValue { cardList(backlinks.pages(leadingTo: page.address)) }

    /// The page before and after in reading order. Articles by date run from the oldest to the newest.
    func neighbours(of page: PagePlan) -> (previous: TemplateValue, next: TemplateValue) {
        guard let number = listings.number(of: page) else { return (.absent, .absent) }
        let (before, after) = listings.neighbours(of: number)
        let isForward = page.kind != .article || page.frontMatter.weight != nil
        let (previous, next) = isForward ? (before, after) : (after, before)
        return (previous.map(link) ?? .absent, next.map(link) ?? .absent)
    }

    func section(of page: PagePlan) -> TemplateValue {
        guard page.kind != .section, let number = listings.sectionPage(of: page.section ?? "") else {
            return .absent
        }
        return link(number)
    }

    /// The pages above this one, from the home page down.
    func breadcrumbs(of page: PagePlan, home: String) -> TemplateValue {
        guard page.kind != .notFound, page.kind != .home || (page.pagination?.number ?? 1) > 1 else {
            return []
        }
        var links: [TemplateValue] = [["title": .text(home), "url": "/"]]
        if let section = page.section {
            links += listings.sections(above: section).map(link)
            if page.kind != .section, let own = listings.sectionPage(of: section) { links.append(link(own)) }
        }
        if page.kind == .chart { links.append(["title": .text(format.word("charts")), "url": "/charts/"]) }
        if case .term(let name, _) = page.kind,
            let taxonomy = listings.taxonomies.first(where: { $0.settings.name == name })
        {
            links.append(["title": .text(taxonomy.title), "url": .text(taxonomy.settings.listAddress)])
        }
        if let pagination = page.pagination, pagination.number > 1, page.kind != .home {
            links.append(["title": .text(page.title), "url": .text(pagination.base.text)])
        }
        return .list(links)
    }

    private func link(_ number: Int) -> TemplateValue { links[number] }

    private func cardList(_ numbers: some Sequence<Int>) -> TemplateValue { .list(numbers.map { cards[$0] }) }

    private static let linkNames = TemplateNames(["title", "url"])

    private static func link(to page: PagePlan) -> TemplateValue {
        .record(
            TemplateRecord(names: linkNames, values: [.text(page.title), .text(page.address.text)]))
    }

    private static let cardNames = TemplateNames([
        "title", "url", "description", "summary", "date", "kind", "authors", "image", "section",
    ])

    private static func card(
        of page: PagePlan, _ listings: PageListings, date: TemplateValue
    ) -> TemplateValue {
        let section = listings.sectionPage(of: page.section ?? "").map { listings.pages[$0] }
        return .record(
            TemplateRecord(
                names: cardNames,
                values: [
                    .text(page.title), .text(page.address.text), .optional(page.frontMatter.description),
                    .optional(page.frontMatter.summary ?? page.frontMatter.description),
                    date, .text(page.kind.name),
                    .list(page.frontMatter.authors.map(TemplateValue.text)),
                    .optional(page.frontMatter.image), section.map(link) ?? .absent,
                ]))
    }
}

extension LanguageFormat {
    /// What sitegen itself says on pages.
    var wordsRecord: TemplateValue {
        .record(TemplateRecord(words.sorted { $0.key < $1.key }.map { ($0, .text($1)) }))
    }

    /// `{iso, text}`
    func record(_ date: PublicationDate) -> TemplateValue {
        ["iso": .text(date.iso), "text": .text(text(date))]
    }
}

extension PagePlan.Row {
    /// Each column's value as text; a missing value is known and empty.
    var record: TemplateRecord {
        TemplateRecord(zip(columns, values).map { ($0, .optional($1.text)) })
    }
}
