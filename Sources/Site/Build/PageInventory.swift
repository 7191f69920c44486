import Datasets
package import Diagnostics

/// What is published, and what is not yet or no more, for a look at a site from outside.
package struct PageInventory: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case published, draft, future, expired
    }

    package struct Entry: Sendable, Hashable {
        package let state: State
        package let date: String
        /// Empty for a page that is not published.
        package let address: String
        package let title: String
        /// The Markdown file; empty for pages that sitegen makes.
        package let path: String
    }

    /// Published pages by address, then the others by path.
    package let entries: [Entry]

    init(_ plan: PagePlanner.Plan) {
        let published = plan.pages.map { page in
            Entry(
                state: .published, date: page.frontMatter.date?.iso ?? "", address: page.address.text,
                title: page.title, path: page.article?.path ?? "")
        }
        let skipped = plan.skipped.map { page in
            Entry(
                state: page.reason.state, date: page.reason.date?.iso ?? page.date?.iso ?? "", address: "",
                title: page.title, path: page.path)
        }
        entries = published + skipped.sorted { ($0.state.rawValue, $0.path) < ($1.state.rawValue, $1.path) }
    }

    /// One JSON array of objects.
    package static func json(_ entries: [Entry]) -> String {
        let objects = entries.map { entry in
            let fields = [
                ("state", entry.state.rawValue), ("date", entry.date), ("address", entry.address),
                ("title", entry.title), ("path", entry.path),
            ].filter { !$0.1.isEmpty }
            return "{"
                + fields.map { JSONText.quoted($0) + ":" + JSONText.quoted($1) }.joined(separator: ",") + "}"
        }
        return "[" + objects.joined(separator: ",\n") + "]\n"
    }
}

extension SkippedPage.Reason {
    fileprivate var state: PageInventory.State {
        switch self {
        case .draft: .draft
        case .future: .future
        case .expired: .expired
        }
    }

    fileprivate var date: PublicationDate? {
        switch self {
        case .draft: nil
        case .future(let date), .expired(let date): date
        }
    }
}

extension SiteBuild {
    /// All pages of a site, without rendering them.
    package static func inventory(
        _ options: BuildOptions, reporting diagnostics: inout [Diagnostic]
    ) async -> PageInventory {
        let sources = await SourceLoader(options).load(reporting: &diagnostics)
        return PageInventory(await resolve(sources, options, reporting: &diagnostics).plan)
    }
}
