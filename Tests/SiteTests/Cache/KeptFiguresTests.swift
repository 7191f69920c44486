import Diagnostics
import Testing

@testable import Site

/// Shelves with a page that stands on the data: a claim, a fact, a chart, a table that another page shows too.
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
    @Test(arguments: [
        SiteEdit(
            edit: "another text", path: "Content/notes/two.md", old: "A text", new: "Another text",
            made: ["/notes/two/ is made anew: its text has changed"]),
        SiteEdit(
            edit: "its own text", path: "Content/lending.md", old: "branches lent", new: "branches have lent",
            made: ["/lending/ is made anew: its text has changed"]),
        SiteEdit(
            edit: "the text of one of two pages with a figure", path: "Content/branches.md", old: "```table",
            new: "See:\n\n```table", made: ["/branches/ is made anew: its text has changed"]),
        SiteEdit(
            edit: "a cell that it reads", path: "Content/data/loans.csv", old: "2021,south,9",
            new: "2021,south,10",
            made: [
                "/branches/ is made anew: the table 'loans' has changed",
                "/lending/ is made anew: the table 'loans' has changed",
                "/loans/ is made anew: the table 'loans' has changed",
            ]),
        SiteEdit(
            edit: "a cell that it does not read", path: "Content/data/books.csv", old: "atlas,90",
            new: "atlas,91",
            made: [
                "/books/atlas/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/books/primer/ is made anew: the table 'books' has changed",
            ]),
        SiteEdit(
            edit: "a figure", path: "Content/charts/branches.yaml", old: "title: Branches",
            new: "title: Both branches",
            made: [
                "/branches/ is made anew: Content/charts/branches.yaml has changed",
                "/lending/ is made anew: Content/charts/branches.yaml has changed",
            ]),
        SiteEdit(
            edit: "the template of the charts' own pages", path: "Templates/chart.mustache",
            old: "<!doctype html>", new: "<!doctype html><p>Chart</p>", made: []),
    ])
    func `and made anew for what it reads`(_ edit: SiteEdit) async throws {
        let site = try SiteFixture(
            lending.with(["Templates/chart.mustache": "<!doctype html>{{page.content}}\n"]))
        let first = await site.settledBuild()
        #expect(first.problems(besides: ["claims-new"]).isEmpty)
        try site.edit(edit.path, replacing: edit.old, with: edit.new)
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
