import Diagnostics

/// Decides which pages a site has: from Markdown files, from the rows of collections, for folders without a
/// page of their own, for the terms of taxonomies, and for the parts of long lists.
struct PagePlanner {
    let settings: SiteSettings
    let options: BuildOptions
    let templates: TemplateChoice
    /// Of the files that the site brings.
    let files: Set<SiteAddress>

    struct Plan: Sendable {
        /// Ordered by address.
        var pages: [PagePlan]
        let listings: PageListings
        let skipped: [SkippedPage]
    }

    /// A collection's table, read.
    struct CollectionRows: Sendable {
        let settings: CollectionSettings
        let rows: [PagePlan.Row]
    }

    /// All pages of the site. Articles that are drafts, future or expired are left out with their reason.
    func plan(
        articles: [Article], collections: [CollectionRows], reporting diagnostics: inout [Diagnostic]
    ) async -> Plan {
        diagnostics += templates.problems(in: settings)
        let schedule = Schedule(articles, options)
        let sections = SectionTree(articles: schedule.published, collections: collections)
        let bodies = PageBodies(schedule.published, collections, settings.taxonomies)
        var pages = await ArticlePages(settings: settings, sections: sections, templates: templates)
            .plans(for: bodies.articles, reporting: &diagnostics)
        for collection in collections {
            pages += RowPages(collection: collection, bodies: bodies, templates: templates)
                .plans(reporting: &diagnostics)
        }
        pages += sections.missingPages(beside: pages, collections, templates)
        pages += missingPages(beside: pages)
        let classified = settings.taxonomies.map {
            Taxonomy($0, of: pages, bodies: bodies, reporting: &diagnostics)
        }
        for taxonomy in classified {
            pages += taxonomy.plans(by: templates, reporting: &diagnostics)
        }
        let listings = PageListings(pages: pages, taxonomies: classified)
        pages = listings.paginated(settings)
        pages.sort { $0.address < $1.address }
        reportCollisions(among: pages, reporting: &diagnostics)
        return Plan(pages: pages, listings: listings, skipped: schedule.skipped)
    }

    /// The front page, and the page that hosts show at addresses that lead nowhere, for a site that has a
    /// template of its name and neither a text nor a file for it.
    private func missingPages(beside pages: [PagePlan]) -> [PagePlan] {
        let made = [
            (PagePlan.Kind.home, SiteAddress.home, settings.title),
            (.notFound, .notFound, settings.format.word("no_page")),
        ]
        return made.compactMap { kind, address, title in
            guard templates.names.contains(kind.name), !files.contains(address),
                !pages.contains(where: { $0.address == address || $0.kind == kind })
            else { return nil }
            return PagePlan(
                kind: kind, address: address, title: title, template: templates.standard(for: kind),
                frontMatter: FrontMatter())
        }
    }

    private static func isTerm(_ page: PagePlan) -> Bool {
        if case .term = page.kind { true } else { false }
    }

    /// Two pages at one address, also at addresses that some file systems hold for one, are an error.
    private func reportCollisions(among pages: [PagePlan], reporting diagnostics: inout [Diagnostic]) {
        var first: [CollisionKey: Int] = [:]
        first.reserveCapacity(pages.count)
        for (number, page) in pages.enumerated() {
            let key = page.address.file.collisionKey
            guard let other = first[key].map({ pages[$0] }) else {
                first[key] = number
                continue
            }
            let isSpelling = page.address != other.address
            diagnostics.append(
                Diagnostic(
                    "address-taken", at: page.location,
                    "\(page.described) and \(other.described) have the same address '\(page.address.text)'",
                    notes: isSpelling
                        ? [
                            "the other is '\(other.address.text)': letter case and the way accents are written do not tell addresses apart"
                        ] : [],
                    help: Self.isTerm(page)
                        ? "write one of them otherwise" : "give one of them another 'slug'"))
        }
    }
}
