import Datasets
import Diagnostics

/// A page before it is rendered: where it stands, what it is made from and how it will look.
struct PagePlan: Sendable {
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

    var kind: Kind
    var address: SiteAddress
    var title: String
    var template: String
    /// Where the template is named, or the page's file.
    var location: SourceLocation?
    @Shared var frontMatter: FrontMatter
    /// The Markdown the body comes from; pages of rows need none.
    @Shared var article: Article? = nil
    /// The row of a collection's page, by column.
    var row: Row?
    /// The folder under `Content/` to whose section it belongs.
    var section: String?
    /// Which part of a long list the page shows; nil where it shows the whole.
    var pagination: Pagination?

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
    /// What messages call the page: its file, or its kind and title where sitegen made it.
    var described: String {
        if let article { return article.path }
        switch kind {
        case .row(let collection): return "the page of '\(title)' in the collection '\(collection)'"
        case .term(let taxonomy, _): return "the page of '\(title)' in '\(taxonomy)'"
        default: return "the page '\(title)'"
        }
    }

    /// By weight, the lightest first, and those without one last; then the newest first; then by address.
    static func precedes(_ left: PagePlan, _ right: PagePlan) -> Bool {
        if left.frontMatter.weight != right.frontMatter.weight {
            return (left.frontMatter.weight ?? Int.max) < (right.frontMatter.weight ?? Int.max)
        }
        switch (left.frontMatter.date, right.frontMatter.date) {
        case (let a?, let b?) where a != b: return a > b
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.address < right.address
        }
    }
}
