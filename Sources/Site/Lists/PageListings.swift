/// Which pages each list of the site holds: of sections, of terms, of the home page. Worked out once for all
/// pages, so that no page looks through the others.
struct PageListings: Sendable {
    /// Without the further pages of long lists. Pages are known by their place here.
    let pages: [PagePlan]
    let taxonomies: [Taxonomy]
    /// By folder: its pages in reading order, articles by date, the newest first, rows as in their table.
    private let members: [String: [Int]]
    /// The pages of sections by folder.
    private let sectionPages: [String: Int]
    /// The sections directly below each section.
    private let children: [String: [Int]]
    /// By the place of a taxonomy, then of a term: its pages in reading order.
    private let tagged: [[[Int]]]
    /// All articles in reading order.
    let articles: [Int]
    private let numbers: [SiteAddress: Int]
    /// By page: its place among the members of its section.
    private let places: [Int]

    init(pages: [PagePlan], taxonomies: [Taxonomy]) {
        let order = PagePlan.readingOrder(of: pages)
        var members: [String: [Int]] = [:]
        var sectionPages: [String: Int] = [:]
        var tagged = taxonomies.map { Array(repeating: [Int](), count: $0.terms.count) }
        var articles: [Int] = []
        for number in pages.indices {
            guard case .row = pages[number].kind, let section = pages[number].section else { continue }
            members[section, default: []].append(number)
        }
        for number in order {
            let page = pages[number]
            switch page.kind {
            case .section: sectionPages[page.section ?? ""] = number
            case .article:
                members[page.section ?? "", default: []].append(number)
                articles.append(number)
            default: break
            }
            guard page.isClassified else { continue }
            for (place, taxonomy) in taxonomies.enumerated() {
                for term in page.places(in: taxonomy) { tagged[place][term].append(number) }
            }
        }
        var children: [String: [Int]] = [:]
        for number in order where pages[number].kind == .section {
            let parent = Self.parent(of: pages[number].section ?? "", among: sectionPages)
            children[parent ?? "", default: []].append(number)
        }
        var places = Array(repeating: 0, count: pages.count)
        for list in members.values {
            for (place, number) in list.enumerated() { places[number] = place }
        }
        self.pages = pages
        self.taxonomies = taxonomies
        self.members = members
        self.sectionPages = sectionPages
        self.children = children
        self.tagged = tagged
        self.articles = articles
        self.places = places
        numbers = Dictionary(pages.indices.map { (pages[$0].address, $0) }) { first, _ in first }
    }

    private static func parent(of folder: String, among sections: [String: Int]) -> String? {
        var parent = SectionTree.parent(of: folder)
        while !parent.isEmpty, sections[parent] == nil { parent = SectionTree.parent(of: parent) }
        return parent.isEmpty ? nil : parent
    }

    // MARK: Lists

    /// The names of sections and collections that have pages, in order.
    var sectionNames: [String] { Set(members.keys).union(sectionPages.keys).filter { !$0.isEmpty }.sorted() }

    func members(of section: String) -> [Int] { members[section] ?? [] }

    func sectionPage(of folder: String) -> Int? { sectionPages[folder] }

    /// The sections directly below one; those at the top for the empty name.
    func sections(below folder: String) -> [Int] { children[folder] ?? [] }

    /// The sections around a folder, the outermost first, without its own.
    func sections(above folder: String) -> [Int] {
        var found: [Int] = []
        var current = folder
        while let parent = Self.parent(of: current, among: sectionPages), let page = sectionPages[parent] {
            found.append(page)
            current = parent
        }
        return found.reversed()
    }

    func pages(under term: Int, of taxonomy: Int) -> [Int] { tagged[taxonomy][term] }

    func number(of page: PagePlan) -> Int? { numbers[page.address] }

    /// The pages before and after one in its section's order.
    func neighbours(of number: Int) -> (before: Int?, after: Int?) {
        let list = members(of: pages[number].section ?? "")
        let place = places[number]
        guard list.indices.contains(place), list[place] == number else { return (nil, nil) }
        return (place > 0 ? list[place - 1] : nil, place + 1 < list.count ? list[place + 1] : nil)
    }

    /// What a section, a term or the home page lists.
    func pages(listedOn page: PagePlan) -> [Int] {
        switch page.kind {
        case .section: return members(of: page.section ?? "")
        case .home: return articles
        case .term(let name, let key):
            guard let taxonomy = taxonomies.firstIndex(where: { $0.settings.name == name }),
                let term = taxonomies[taxonomy].place(of: key)
            else { return [] }
            return tagged[taxonomy][term]
        default: return []
        }
    }

    // MARK: Long lists

    /// All pages, those of long lists cut into parts, each with an address of its own.
    func paginated(_ settings: SiteSettings) -> [PagePlan] {
        var all: [PagePlan] = []
        all.reserveCapacity(pages.count)
        for page in pages {
            guard let pageSize = pageSize(of: page, settings) else {
                all.append(page)
                continue
            }
            let parts = Pagination.pages(
                of: pages(listedOn: page).count, by: pageSize, at: page.address)
            all += parts.compactMap { Self.part($0, of: page) }
        }
        return all
    }

    private func pageSize(of page: PagePlan, _ settings: SiteSettings) -> Int? {
        if let own = page.frontMatter.pageSize { return own }
        switch page.kind {
        case .section:
            let collection = settings.collections.first { $0.name == page.section }
            return collection?.pageSize ?? settings.pageSize
        case .term(let name, _):
            let taxonomy = settings.taxonomies.first { $0.name == name }
            return taxonomy?.pageSize ?? settings.pageSize
        default: return nil
        }
    }

    /// The list's own page with its first part, or another page for a further one.
    private static func part(_ pagination: Pagination, of page: PagePlan) -> PagePlan? {
        guard pagination.number > 1 else { return page.with(pagination) }
        return SiteAddress(pagination.address(of: pagination.number)).map { page.further(pagination, at: $0) }
    }
}

extension PagePlan {
    /// Whether its terms count: those in a file about a term or a list do not.
    fileprivate var isClassified: Bool {
        switch kind {
        case .term, .terms: false
        default: true
        }
    }

    /// The places of its terms in a taxonomy, each once, in its own order.
    func places(in taxonomy: Taxonomy) -> [Int] {
        var places: [Int] = []
        for term in frontMatter.terms(in: taxonomy.settings.name) {
            if let place = taxonomy.place(of: term), !places.contains(place) { places.append(place) }
        }
        return places
    }
}
