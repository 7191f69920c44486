import Diagnostics
import Foundation
import Testing

@testable import Site

/// The answer as text, or what is wrong with the question.
private func explain(_ asked: String, _ site: SiteFixture) async -> String {
    var problems: [Diagnostic] = []
    let answer = await SiteBuild.explain(asked, site.options, reporting: &problems)
    withExtendedLifetime(site) {}
    return answer?.text
        ?? problems.filter { $0.code == "unknown-subject" }.map { "\($0.message); \($0.help ?? "")" }.joined()
}

@Suite struct ExplainTests {
    @Test(arguments: ["/peaks/south/", "Output/peaks/south/index.html", "peaks/south"])
    func `a page leads to its row, queries, templates and tables`(asked: String) async throws {
        let text = await explain(asked, try peaks())
        #expect(
            text == """
                /peaks/south/ (peaks/south/index.html): South peak

                Row
                  Content/data/peaks.csv:3 (peaks, row 2)

                Lists
                  Content/queries/years.sql: heights; rows not kept

                Templates
                  Templates/peak.mustache

                Tables and views (2)
                  heights (Content/data/heights.csv)
                  peaks (Content/data/peaks.csv, 1 row)

                """)
    }

    @Test func `a page tells why the last build made it, if that is known`() async throws {
        let site = try peaks()
        #expect(await !explain("/peaks/south/", site).contains("In the last build"))
        waitForSettledStamps(since: timeOfStamps())
        await site.build()
        #expect(
            await explain("/peaks/south/", site).contains("In the last build\n  made with all other pages\n"))
        try site.edit("Content/index.md", try site.folder.read("Content/index.md") + "More.\n")
        waitForSettledStamps(since: timeOfStamps())
        await site.build()
        #expect(
            await explain("/peaks/south/", site).contains(
                "In the last build\n  taken over from the build before\n"))
        #expect(
            await explain("/", site).contains("In the last build\n  made anew: its text has changed\n"))
    }

    @Test func `a page of text leads to the rows and sources of its statements`() async throws {
        let text = await explain("Content/index.md", try peaks())
        #expect(
            text.contains(
                "Content/index.md:3:28: 'first' (=rank('south', '2021')) from Content/data/heights.csv:5"))
        #expect(
            text.contains("from Content/data/heights.csv:3, Content/data/heights.csv:5"),
            "a measure keeps the rows of what it stands for")
        #expect(text.contains("Land office, Survey of 2020"))
    }

    @Test(arguments: ["heights.csv:5", "Content/data/heights.csv:5", "heights:2021,south"])
    func `a row leads to the sentences, figures and pages that use it`(asked: String) async throws {
        let text = await explain(asked, try peaks())
        #expect(text.hasPrefix("Content/data/heights.csv:5, row 4 of heights\n"))
        #expect(text.contains("Sources\n  Snow office, Survey of 2021\n"))
        #expect(text.contains("Sentences (2)\n  Content/index.md:3"))
        #expect(text.contains("Charts and tables\n  height-of-two-peaks on /\n"))
        #expect(
            text.contains(
                """
                Read 'heights' by a query that does not keep its rows (2)
                  Content/queries/years.sql on /peaks/north/
                  Content/queries/years.sql on /peaks/south/
                """))
    }

    @Test func `a chart and a table lead to their pages`() async throws {
        let site = try peaks()
        let chart = await explain("height-of-two-peaks", site)
        #expect(chart.contains("Described in\n  Content/index.md:6"))
        #expect(chart.contains("Rows (4)\n  Content/data/heights.csv:2 (heights, row 1)"))
        let table = await explain("peaks", site)
        #expect(table.contains("Pages made from it (2)\n  /peaks/north/ North peak"))
    }

    @Test(arguments: [
        (
            "/peaks/suoth/",
            "this site has no page, row, chart or table '/peaks/suoth/'; did you mean '/peaks/south/'?"
        ),
        (
            "heights:2021,suth",
            "this site has no page, row, chart or table 'heights:2021,suth'; did you mean 'heights:2021,south'?"
        ),
        (
            "heights.csv:77",
            "this site has no page, row, chart or table 'heights.csv:77'; "
                + "the rows of 'heights' stand on the lines 2 to 5 of Content/data/heights.csv"
        ),
    ])
    func `what there is not is named, with what was probably meant`(asked: String, answer: String)
        async throws
    {
        #expect(await explain(asked, try peaks()) == answer)
    }

    @Test func `a program reads the same as JSON`() async throws {
        var problems: [Diagnostic] = []
        let site = try peaks()
        let answer = await SiteBuild.explain("heights:2021,south", site.options, reporting: &problems)
        withExtendedLifetime(site) {}
        let json = try JSONDecoder().decode(Answer.self, from: Data((answer?.json ?? "").utf8))
        #expect(json.kind == "row")
        #expect(json.figures.map(\.["name"]) == ["height-of-two-peaks"])
    }

    private struct Answer: Decodable {
        let kind: String
        let figures: [[String: String]]
    }
}
