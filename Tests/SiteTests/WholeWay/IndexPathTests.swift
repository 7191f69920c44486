import Datasets
import Diagnostics
import Testing

@testable import Site

@Suite struct `An index of another subject` {
    private let site: SiteFixture

    init() throws { site = try SiteFixture(clinics) }

    /// The rows of a query on the site's data, cells joined by `|`.
    private func answer(_ query: String) -> [String] {
        var problems: [Diagnostic] = []
        let data = SiteBuild.database(source: site.root, reporting: &problems)
        #expect(problems.filter { $0.severity == .error }.isEmpty)
        let result = data.query(SQLText(query), reporting: &problems)
        return result?.rows.map { row in row.values.map { $0.text ?? "-" }.joined(separator: "|") } ?? []
    }

    @Test func `published, derived and computed ranks are told apart, and a gap stays a gap`() {
        #expect(
            answer("SELECT period, entity, rank, rank_kind, is_tied FROM wait_standings ORDER BY 1, 3, 2")
                == [
                    "2019-Q4|hill|1|published|0", "2019-Q4|lake|2|published|0", "2019-Q4|moor|3|derived|0",
                    "2020-Q1|lake|1|computed|0", "2020-Q1|hill|2|computed|1", "2020-Q1|moor|2|computed|1",
                    "2020-Q2|hill|-|-|0", "2020-Q2|moor|-|-|0",
                    "2020-Q3|lake|1|published|0", "2020-Q3|hill|2|published|0",
                ])
    }

    @Test func `the shorter wait leads`() {
        #expect(
            answer("SELECT period, leader, list_size, is_complete FROM wait_editions ORDER BY 1") == [
                "2019-Q4|hill|3|1", "2020-Q1|lake|3|1", "2020-Q2|-|3|0", "2020-Q3|lake|2|1",
            ])
    }

    @Test func `moves are counted over one quarter, and not over a gap or another list`() {
        #expect(
            answer("SELECT period, entity, change, streak FROM wait_standings WHERE rank ORDER BY 1, 2") == [
                "2019-Q4|hill|-|1", "2019-Q4|lake|-|1", "2019-Q4|moor|-|1", "2020-Q1|hill|-1|1",
                "2020-Q1|lake|1|1", "2020-Q1|moor|1|1", "2020-Q3|hill|-|1", "2020-Q3|lake|-|1",
            ])
    }

    @Test func `a date keeps its precision and sorts before the days in it`() {
        #expect(answer("SELECT * FROM opened") == ["moor|1971-03-02", "hill|1987", "lake|1990-05"])
    }

    @Test func `a rank shared without a word of it is refused at its row`() async throws {
        try site.edit(
            "Content/data/waits.csv", replacing: "2019-Q4,lake,11.5,2,", with: "2019-Q4,lake,9.0,1,")
        let problems = await site.build().problems
        #expect(
            problems.contains {
                $0.hasPrefix("Content/data/waits.csv:2: error:")
                    || $0.hasPrefix("Content/data/waits.csv:3: error:")
            })
    }

    @Test func `a clinic and a quarter each get a page, and Markdown of the same name is its text`()
        async throws
    {
        #expect(await site.build().diagnostics.filter { $0.severity == .error } == [])
        #expect(
            site.page("c/hill/index.html")
                == "<!doctype html><html lang=\"en\"><h1>The clinic on the hill</h1><p>It has a view.</p>\n</html>\n"
        )
        #expect(site.page("c/moor/index.html") == "<!doctype html><html lang=\"en\"><h1>Moor</h1></html>\n")
        #expect(
            site.page("when/2020-q1/index.html")
                == "<!doctype html><html lang=\"en\"><h1>Q1 2020</h1>lake</html>\n")
        #expect(site.page("index.html")?.contains("<a href=\"c/hill/index.html\">Hill</a>") == true)
    }

    @Test func `text for a row that the table does not have is refused`() async throws {
        try site.edit("Content/clinics/hil.md", "It has no row.\n")
        #expect(
            await site.build().problems.filter { $0.contains(": error:") } == [
                "Content/clinics/hil.md:0: error: no row of 'clinics' has the code 'hil'"
            ])
    }
}
