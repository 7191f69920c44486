import Foundation
import Testing

@testable import Site

/// A site of which each page reads something else.
let shelves = [
    "Content/site.yaml": """
    title: Shelves
    base_url: https://shelves.example/
    collections:
      books: { from: books, key: code, permalink: "/books/{code}/", template: book, title: "{code}" }
    taxonomies: { tags: {} }
    feeds: { limit: 2 }

    """,
    "Content/data/books.csv": "code,pages\natlas,90\nprimer,40\n",
    "Content/data/loans.csv": "year,count\n2020,11\n",
    "Content/queries/loans.sql": "SELECT year FROM loans\n",
    "Content/notes/_index.md": "---\ntitle: Notes\n---\n",
    "Content/notes/one.md": "---\ntitle: One\ndate: 2020-01-01\ntags: [a]\n---\nSee [two](two.md#more).\n",
    "Content/notes/two.md":
        "---\ntitle: Two\ndate: 2020-01-02\ntags: [a]\n---\nA text.\n\n## More\n\nText.\n",
    "Content/notes/three.md": "---\ntitle: Three\ndate: 2020-01-03\n---\nA text of 17 pages.\n",
    "Content/about.md": "---\ntitle: About\ntemplate: bare\n---\n<!-- include: _address.md -->\n",
    "Content/_address.md": "Shelf Road\n",
    "Content/loans.md": "---\ntitle: Loans\ntemplate: loans\n---\n",
    "Templates/page.mustache":
        "<!doctype html><main>{{page.content}}</main>{{#page.previous}}{{title}}{{/page.previous}}\n",
    "Templates/section.mustache":
        "<!doctype html><main>{{#page.pages}}<a href=\"{{url}}\">{{title}}</a>{{/page.pages}}</main>\n",
    "Templates/bare.mustache": "<!doctype html><main>{{page.content}}</main>\n",
    "Templates/book.mustache": "<!doctype html><main>{{row.pages}}</main>\n",
    "Templates/loans.mustache": "<!doctype html><main>{{#queries.loans}}{{year}}{{/queries.loans}}</main>\n",
]

/// An edit, and the pages with a text that are made anew for it, as the test tells them: each by its address, or with the
/// reason too.
struct SiteEdit: Sendable, CustomTestStringConvertible {
    let edit: String
    let path: String
    let old: String
    let new: String
    let made: [String]

    var testDescription: String { edit }
}

extension SiteFixture {
    var optionsOfTheDay: BuildOptions {
        BuildOptions(source: root, today: PublicationDate("2024-01-01")!)
    }

    /// Builds the site when the times of its files tell every later change.
    @discardableResult
    func settledBuild(_ change: (inout BuildOptions) -> Void = { _ in }) async -> BuildReport {
        waitForSettledStamps(since: timeOfStamps())
        return await build(change)
    }

    /// What such a build tells of the pages that it took over or made.
    private func told(_ change: (inout BuildOptions) -> Void = { _ in }) async -> [String] {
        let timings = Timings()
        await settledBuild {
            $0.timings = timings
            change(&$0)
        }
        return timings.lines
    }

    func made() async -> [String] {
        var made: [String] = []
        await settledBuild(telling: &made)
        return made
    }

    /// - Parameter made: takes the pages that are made anew, each with the reason
    @discardableResult
    func settledBuild(telling made: inout [String]) async -> BuildReport {
        let timings = Timings()
        let report = await settledBuild { $0.timings = timings }
        made = timings.lines.filter { $0.contains("is made anew") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return report
    }

    func takenOver(_ change: (inout BuildOptions) -> Void = { _ in }) async -> String? {
        await told(change).first { $0.hasPrefix("pages taken over") }
    }

    func sources() throws -> [String: String] {
        try folder.tree().filter { $0.key.hasPrefix("Content/") || $0.key.hasPrefix("Templates/") }
    }
}
