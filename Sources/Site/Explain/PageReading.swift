import Datasets
import Diagnostics
import Templates

// Explain: from what was published back to what it was made of, and from the data on to what uses them.
//
// Belongs here: what each page read while it was rendered, taken down by those who read it, and the answers
// that follow from it. Does not belong here: a list of dependencies that somebody would have to keep.

/// What a page was made from, as it was read while the page was rendered.
///
/// Together with the site's settings these are all inputs of a page: one whose inputs are as before need not
/// be rendered again.
struct PageReading: Sendable {
    /// A part of a page, with the queries that it asked.
    struct Part: Sendable {
        enum Kind: String, Sendable {
            /// The row of a collection that the page is made from.
            case row
            /// Facts and claims.
            case text
            case figure
            /// A query of `Content/queries/` that the template lists.
            case list

            /// What it is timed as.
            var timed: Timings.Part? {
                switch self {
                case .row: nil
                case .figure: .figure
                case .text, .list: .query
                }
            }
        }

        let kind: Kind
        let name: String
        /// Where it is written; nil for what comes from a table alone.
        let location: SourceLocation?
        let reading: Reading
    }

    var parts: [Part] = []
    /// The files of the template, its parents and its partials.
    var templates: [String] = []
    /// What the template shows that pages share, as it names it: `sections.articles`, `page.related`.
    var names: [String] = []
    /// The pages and files that it leads to.
    var links: Set<SiteAddress> = []

    /// The tables that its queries read.
    var tables: Set<String> { parts.reduce(into: []) { $0.formUnion($1.reading.tables) } }

    /// Everything that its queries read.
    var reading: Reading {
        parts.reduce(into: Reading()) { $0.formUnion($1.reading) }
    }
}

extension PageRenderer {
    /// Runs `body` over data whose queries are taken down as one part of a page.
    func recording<Result>(
        _ kind: PageReading.Part.Kind, _ name: String, at location: SourceLocation?,
        in reading: inout PageReading, _ body: (FigureData) -> Result
    ) -> Result {
        let log = ReadLog()
        var data = figureData
        data.database = data.database.recorded(in: log)
        let result =
            kind.timed.flatMap { part in timings?.measure(part, name) { body(data) } } ?? body(data)
        if log.reading != Reading() {
            reading.parts.append(
                PageReading.Part(kind: kind, name: name, location: location, reading: log.reading))
        }
        return result
    }

    /// What is known of a page's inputs before anything on it is drawn.
    func reading(of plan: PagePlan) -> PageReading {
        var reading = PageReading()
        reading.templates = templates.files(of: plan.template)
        reading.names = templates.names(in: plan.template)
        if let row = plan.row, case .row(let collection) = plan.kind,
            let table = settings.collections.first(where: { $0.name == collection })?.table
        {
            var read = Reading()
            read.tables = [table]
            read.rows = Set(row.sources)
            reading.parts.append(
                PageReading.Part(kind: .row, name: table, location: nil, reading: read))
        }
        return reading
    }
}
