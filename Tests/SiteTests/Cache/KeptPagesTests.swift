import Diagnostics
import Foundation
import Testing

@testable import Site

/// A site of which each page reads something else.
private let shelves = [
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

@Suite struct `A page of an earlier process is made anew where something that it was made from has changed` {
    /// An edit, and the pages that are made anew for it, each with the reason.
    struct Case: Sendable, CustomTestStringConvertible {
        let edit: String
        let path: String
        let old: String
        let new: String
        let made: [String]

        var testDescription: String { edit }
    }

    @Test(arguments: [
        Case(
            edit: "a text", path: "Content/notes/two.md", old: "A text", new: "Another text",
            made: ["/notes/two/ is made anew: its text has changed"]),
        Case(
            edit: "a title, which lists and neighbours show", path: "Content/notes/two.md",
            old: "title: Two", new: "title: Second",
            made: [
                "/notes/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/notes/one/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/notes/three/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/notes/two/ is made anew: its text has changed",
                "/tags/a/ is made anew: its row, its neighbours or what it says of itself have changed",
            ]),
        Case(
            edit: "a template", path: "Templates/bare.mustache", old: "<main>", new: "<main id=\"m\">",
            made: ["/about/ is made anew: Templates/bare.mustache has changed"]),
        Case(
            edit: "a file that another includes", path: "Content/_address.md", old: "Road", new: "Lane",
            made: ["/about/ is made anew: its text has changed"]),
        Case(
            edit: "a cell that a list reads", path: "Content/data/loans.csv", old: "2020,11", new: "2021,11",
            made: ["/loans/ is made anew: the table 'loans' has changed"]),
        Case(
            edit: "a cell of a table with pages", path: "Content/data/books.csv", old: "atlas,90",
            new: "atlas,91",
            made: [
                "/books/atlas/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/books/primer/ is made anew: the table 'books' has changed",
            ]),
        Case(
            edit: "a query", path: "Content/queries/loans.sql", old: "SELECT year",
            new: "SELECT DISTINCT year",
            made: ["/loans/ is made anew: Content/queries/loans.sql has changed"]),
    ])
    func `and only there`(_ edit: Case) async throws {
        let site = try SiteFixture(shelves)
        #expect(await site.settledBuild().problems(besides: ["claims-new"]).isEmpty)
        try site.edit(edit.path, replacing: edit.old, with: edit.new)
        #expect(await site.made() == edit.made)
        let clean = try SiteFixture(site.sources())
        await clean.build()
        #expect(try site.output() == clean.output())
    }

    @Test func `a page with a warning is made anew each time, and the warning told again`() async throws {
        let site = try SiteFixture(
            shelves.with(["Content/notes/four.md": "---\ndate: 2020-02-01\n---\nText.\n"]))
        let first = await site.settledBuild()
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        let second = await site.settledBuild()
        #expect(
            first.problems.contains {
                $0.hasPrefix("Content/notes/four.md") && $0.contains("this page has no title")
            })
        #expect(second.problems == first.problems)
    }

    @Test func `a file that was saved with the same bytes is as it was`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.edit("Content/notes/two.md", try site.folder.read("Content/notes/two.md"))
        #expect(await site.made() == [])
    }

    @Test func `a link to an anchor that is gone is found on a page that was not made anew`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.edit("Content/notes/two.md", replacing: "## More", with: "## Less")
        let report = await site.settledBuild()
        #expect(
            report.problems(besides: ["claims-new"]) == [
                "Content/notes/one.md:6: error: there is no anchor '#more' on the page '/notes/two/'"
            ])
    }
}

/// The same with a page that stands on the data: a claim, a fact, a chart, a table that another page shows too.
private let lending = shelves.with([
    "Content/data/loans.csv": "year,branch,count\n2020,north,11\n2020,south,7\n2021,north,12\n2021,south,9\n",
    "Content/charts/branches.yaml":
        "type: table\ntitle: Branches\nquery: SELECT branch, sum(count) AS loans FROM loans GROUP BY branch\n",
    "Content/lending.md": """
    ---
    title: Lending
    ---
    [Two](<=SELECT count(DISTINCT branch) FROM loans>) branches lent `=SELECT sum(count) FROM loans` books.

    ```chart
    type: line
    name: lent
    title: Books lent
    query: SELECT year AS period, branch AS entity, count AS value FROM loans
    ```

    ```table
    figure: branches
    ```

    """,
    "Content/branches.md": "---\ntitle: Branches\n---\n```table\nfigure: branches\n```\n",
])

@Suite struct `A page that stands on the data is taken over like any other` {
    /// An edit, and the pages with a text that are made anew for it, each with the reason.
    struct Case: Sendable, CustomTestStringConvertible {
        let edit: String
        let path: String
        let old: String
        let new: String
        let made: [String]

        var testDescription: String { edit }
    }

    @Test(arguments: [
        Case(
            edit: "another text", path: "Content/notes/two.md", old: "A text", new: "Another text",
            made: ["/notes/two/ is made anew: its text has changed"]),
        Case(
            edit: "its own text", path: "Content/lending.md", old: "branches lent", new: "branches have lent",
            made: ["/lending/ is made anew: its text has changed"]),
        Case(
            edit: "the text of one of two pages with a figure", path: "Content/branches.md", old: "```table",
            new: "See:\n\n```table", made: ["/branches/ is made anew: its text has changed"]),
        Case(
            edit: "a cell that it reads", path: "Content/data/loans.csv", old: "2021,south,9",
            new: "2021,south,10",
            made: [
                "/branches/ is made anew: the table 'loans' has changed",
                "/lending/ is made anew: the table 'loans' has changed",
                "/loans/ is made anew: the table 'loans' has changed",
            ]),
        Case(
            edit: "a cell that it does not read", path: "Content/data/books.csv", old: "atlas,90",
            new: "atlas,91",
            made: [
                "/books/atlas/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/books/primer/ is made anew: the table 'books' has changed",
            ]),
        Case(
            edit: "a figure", path: "Content/charts/branches.yaml", old: "title: Branches",
            new: "title: Both branches",
            made: [
                "/branches/ is made anew: Content/charts/branches.yaml has changed",
                "/lending/ is made anew: Content/charts/branches.yaml has changed",
            ]),
        Case(
            edit: "the template of the charts' own pages", path: "Templates/chart.mustache",
            old: "", new: "<!doctype html><main>{{page.content}}</main>\n", made: []),
    ])
    func `and made anew for what it reads`(_ edit: Case) async throws {
        let site = try SiteFixture(
            lending.with(["Templates/chart.mustache": "<!doctype html>{{page.content}}\n"]))
        let first = await site.settledBuild()
        #expect(first.problems(besides: ["claims-new"]).isEmpty)
        if edit.old.isEmpty {
            try site.edit(edit.path, edit.new)
        } else {
            try site.edit(edit.path, replacing: edit.old, with: edit.new)
        }
        var told: [String] = []
        let second = await site.settledBuild(telling: &told)
        #expect(told == edit.made)
        #expect(second.problems == first.problems)
        let clean = try SiteFixture(site.sources())
        let afresh = await clean.build()
        #expect(try site.output() == clean.output())
        #expect(second.chartCount == afresh.chartCount && second.tableCount == afresh.tableCount)
        #expect(second.claimCount == afresh.claimCount && second.factCount == afresh.factCount)
    }

    @Test func `a claim that fails on new data is told, and one that was accepted is new no more`()
        async throws
    {
        let site = try SiteFixture(lending)
        let first = await site.settledBuild()
        #expect(first.problems.contains { $0.contains("2 facts and claims have not been accepted yet") })
        let lock = """
            claims-lock 1

            file Content/lending.md
              claim\tTwo\t2\t2024-01-01\tSELECT count(DISTINCT branch) FROM loans
              fact\t=SELECT sum(count) FROM loans\t39\t2024-01-01\tSELECT sum(count) FROM loans

            """
        try site.edit("Content/claims.lock", lock)
        #expect(await site.settledBuild().problems == [])
        try site.edit("Content/data/loans.csv", replacing: "2021,south,9\n", with: "2021,east,9\n")
        let problems = await site.settledBuild().problems
        #expect(problems.contains { $0.hasPrefix("Content/lending.md:4: error: the text says 2") })
    }

    @Test func `a value that moved from what a changed lock accepts is told with its line`() async throws {
        let site = try SiteFixture(lending)
        await site.settledBuild()
        try site.edit(
            "Content/claims.lock",
            "claims-lock 1\n\nfile Content/lending.md\n"
                + "  claim\tTwo\t3\t2024-01-01\tSELECT count(DISTINCT branch) FROM loans\n")
        let report = await site.settledBuild()
        let moved = try #require(report.diagnostics.first { $0.code == "claim-moved" })
        #expect(moved.excerpt?.hasPrefix("[Two](<=SELECT count(DISTINCT branch)") == true)
    }
}

@Suite struct `What an earlier process has left is used only where it is whole` {
    @Test(arguments: ["", "sitegen", "cut", "flipped"])
    func `damaged, it is dropped`(damage: String) async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        for name in try site.folder.tree(".sitegen/cache").keys where name.hasSuffix(".pages") {
            let path = site.root + "/.sitegen/cache/" + name
            var bytes = try Array(Data(contentsOf: URL(filePath: path)))
            switch damage {
            case "cut": bytes.removeLast(bytes.count / 2)
            case "flipped": bytes[bytes.count / 2] ^= 1
            default: bytes = Array(damage.utf8)
            }
            try Data(bytes).write(to: URL(filePath: path))
        }
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        #expect(await site.takenOver() == "pages taken over from the last build: 0 of 11")
        #expect(site.page("notes/two/index.html")?.contains("Another text") == true)
    }

    @Test func `an output that somebody changed is built anew`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.remove("Output/about/index.html")
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        #expect(await site.takenOver() == "pages taken over from the last build: 0 of 11")
        #expect(site.page("about/index.html") != nil)
    }

    @Test func `a page that changes while the site is built on it makes the build begin anew`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        let kept = try #require(await BuildCache.look(site.optionsOfTheDay).found.pages)
        try site.edit("Output/about/index.html", "mine")
        let page = try #require(SiteAddress("/about/"))
        #expect(kept.output.content(at: page.file)?.bytes == [])
        #expect(kept.output.staleness.isFound)
    }

    @Test func `of many output folders the pages of the last four are kept`() async throws {
        let site = try SiteFixture(shelves)
        for number in 1...6 { await site.settledBuild { $0.output = site.root + "/out-\(number)" } }
        let kept = try site.folder.tree(".sitegen/cache").keys.filter { $0.hasSuffix(".pages") }
        #expect(kept.count == 4)
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        let last = await site.takenOver { $0.output = site.root + "/out-6" }
        #expect(last == "pages taken over from the last build: 10 of 11")
        let first = await site.takenOver { $0.output = site.root + "/out-1" }
        #expect(first == "pages taken over from the last build: 0 of 11")
    }

    @Test func `with other settings or on another day nothing is taken over`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        #expect(
            await site.takenOver { $0.today = PublicationDate("2024-01-02")! }
                == "pages taken over from the last build: 0 of 11")
        try site.edit("Content/site.yaml", replacing: "title: Shelves", with: "title: Books")
        #expect(await site.takenOver() == "pages taken over from the last build: 0 of 11")
    }
}

extension SiteFixture {
    fileprivate var optionsOfTheDay: BuildOptions {
        BuildOptions(source: root, today: PublicationDate("2024-01-01")!)
    }

    /// Builds the site when the times of its files tell every later change.
    @discardableResult
    fileprivate func settledBuild(_ change: (inout BuildOptions) -> Void = { _ in }) async -> BuildReport {
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

    fileprivate func made() async -> [String] {
        var made: [String] = []
        await settledBuild(telling: &made)
        return made
    }

    /// - Parameter made: takes the pages that are made anew, each with the reason
    @discardableResult
    fileprivate func settledBuild(telling made: inout [String]) async -> BuildReport {
        let timings = Timings()
        let report = await settledBuild { $0.timings = timings }
        made = timings.lines.filter { $0.contains("is made anew") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return report
    }

    fileprivate func takenOver(_ change: (inout BuildOptions) -> Void = { _ in }) async -> String? {
        await told(change).first { $0.hasPrefix("pages taken over") }
    }

    fileprivate func sources() throws -> [String: String] {
        try folder.tree().filter { $0.key.hasPrefix("Content/") || $0.key.hasPrefix("Templates/") }
    }
}
