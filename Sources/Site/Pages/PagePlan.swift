import Datasets
import Diagnostics

/// A page before it is rendered: where it stands, what it is made from and how it will look.
///
/// A class, because plans are handed on, listed and sorted far more often than they are made.
final class PagePlan: Sendable {
    enum Kind: Sendable, Hashable {
        case home
        /// A page outside of any section.
        case page
        /// A folder's own page, from its `_index.md` or made for it.
        case section
        case article
        /// A row of a collection.
        case row(collection: String)
        /// All the terms of a taxonomy, such as the tags of the site, and one of them by its folded text.
        case terms(taxonomy: String)
        case term(taxonomy: String, CollisionKey)
        case notFound
        /// A figure's own page, the same for a frame on another site, and the list of all figures.
        case chart, embed, charts

        /// The name that templates know it by.
        var name: String {
            switch self {
            case .home: "home"
            case .page: "page"
            case .section: "section"
            case .article: "article"
            case .row(let collection): collection
            case .terms: "terms"
            case .term: "term"
            case .notFound: "404"
            case .chart: "chart"
            case .embed: "embed"
            case .charts: "charts"
            }
        }
    }

    let kind: Kind
    let address: SiteAddress
    let title: String
    let template: String
    /// Where the template is named, or the page's file.
    let location: SourceLocation?
    private let matter: Shared<FrontMatter>
    /// The Markdown the body comes from; pages of rows need none.
    let article: Article?
    /// The row of a collection's page, by column.
    let row: Row?
    /// The folder under `Content/` to whose section it belongs.
    let section: String?
    /// Which part of a long list the page shows; nil where it shows the whole.
    let pagination: Pagination?

    convenience init(
        kind: Kind, address: SiteAddress, title: String, template: String, location: SourceLocation? = nil,
        frontMatter: FrontMatter, article: Article? = nil, row: Row? = nil, section: String? = nil
    ) {
        self.init(
            kind: kind, address: address, title: title, template: template, location: location,
            shared: Shared(wrappedValue: frontMatter), article: article, row: row, section: section)
    }

    /// - Parameter shared: the front matter, with its place in memory
    init(
        kind: Kind, address: SiteAddress, title: String, template: String, location: SourceLocation? = nil,
        shared: Shared<FrontMatter>, article: Article? = nil, row: Row? = nil, section: String? = nil,
        pagination: Pagination? = nil
    ) {
        self.kind = kind
        self.address = address
        self.title = title
        self.template = template
        self.location = location
        matter = shared
        self.article = article
        self.row = row
        self.section = section
        self.pagination = pagination
    }

    var frontMatter: FrontMatter { matter.wrappedValue }

    /// The columns of a row with their values, in the table's order.
    struct Row: Sendable {
        let columns: [String]
        let values: [Value]
        /// The rows of files that it comes from.
        let sources: [RowID]

        init(columns: [String], values: [Value], sources: [RowID] = []) {
            self.columns = columns
            self.values = values
            self.sources = sources
        }

        subscript(column: String) -> Value? {
            columns.firstIndex(of: column).map { values[$0] }
        }

        /// As parameters of a query: each column's value by its name.
        var parameters: [String: Value] {
            Dictionary(zip(columns, values)) { first, _ in first }
        }
    }
}

extension PagePlan {
    /// The same page with another text.
    func with(_ article: Article) -> PagePlan {
        with(address, matter, article, pagination)
    }

    /// The same page, showing the first part of a long list.
    func with(_ pagination: Pagination) -> PagePlan {
        with(address, matter, article, pagination)
    }

    /// A page for a further part of a long list, which repeats neither the text nor what is said to search engines.
    func further(_ pagination: Pagination, at address: SiteAddress) -> PagePlan {
        var matter = frontMatter
        matter.aliases = []
        return with(address, Shared(wrappedValue: matter), nil, pagination)
    }

    private func with(
        _ address: SiteAddress, _ matter: Shared<FrontMatter>, _ article: Article?,
        _ pagination: Pagination?
    ) -> PagePlan {
        PagePlan(
            kind: kind, address: address, title: title, template: template, location: location,
            shared: matter, article: article, row: row, section: section, pagination: pagination)
    }

    /// What messages call the page: its file, or its kind and title where sitegen made it.
    var described: String {
        if let article { return article.path }
        switch kind {
        case .row(let collection): return "the page of '\(title)' in the collection '\(collection)'"
        case .term(let taxonomy, _): return "the page of '\(title)' in '\(taxonomy)'"
        default: return "the page '\(title)'"
        }
    }

}

// MARK: Order

extension PagePlan {
    /// By what pages are ordered before their addresses.
    private struct Rank {
        let weight: Int?
        let date: PublicationDate?

        init(_ page: PagePlan) {
            weight = page.frontMatter.weight
            date = page.frontMatter.date
        }

        /// By weight, the lightest first, and those without one last; then the newest first, and those without a
        /// day last. Nil where both are alike.
        func precedes(_ other: Rank) -> Bool? {
            if weight != other.weight { return (weight ?? Int.max) < (other.weight ?? Int.max) }
            if date == other.date { return nil }
            guard let date, let otherDate = other.date else { return date != nil }
            return date > otherDate
        }
    }

    /// By weight, then the newest first, then by address.
    static func precedes(_ left: PagePlan, _ right: PagePlan) -> Bool {
        Rank(left).precedes(Rank(right)) ?? (left.address < right.address)
    }

    /// The places of pages in that order.
    static func readingOrder(of pages: [PagePlan]) -> [Int] {
        let ranks = pages.map(Rank.init)
        return pages.indices.sorted { left, right in
            ranks[left].precedes(ranks[right]) ?? (pages[left].address < pages[right].address)
        }
    }
}
