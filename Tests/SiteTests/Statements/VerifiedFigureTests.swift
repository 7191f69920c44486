import Diagnostics
import Testing

@testable import Site

/// The list at the end of a page: where each number of its text comes from.
@Suite struct `The list of verified figures` {
    private let list = """
        {{page.content}}
        {{#page.verified}}{{#items}}
        {{text}}:{{#tables}} {{name}} ({{count}}, <a href="{{url}}">):{{#rows}} {{title}} {{url}}{{/rows}}{{#rest}} [{{title}}:{{#rows}} {{title}}{{/rows}}{{#beyond}} {{title}} {{url}}{{/beyond}}]{{/rest}}{{/tables}}{{#sources}} by {{title}}{{#works}} {{title}} {{url}}{{/works}}{{/sources}}
        {{/items}}{{/page.verified}}
        """

    private func lines(_ text: String, _ changes: [String: String] = [:]) async throws -> [String] {
        var files = [
            "Content/index.md": "# Home\n",
            "Content/text.md": "# Text\n\n\(text)\n", "Templates/page.mustache": list,
        ]
        files.merge(changes) { $1 }
        let site = try peaks(files)
        let report = await site.build()
        #expect(report.problems(besides: ["claims-new"]) == [])
        let page = try #require(site.page("text/index.html"))
        return page.split(separator: "\n").dropFirst().map(String.init)
    }

    private let editions = """
        title: Two peaks
        indexes:
          height:
            table: heights
            period: year
            grain: year
            entity: { column: peak }
            value: { column: metres, unit: m }
        collections:
          peaks: { from: peaks, permalink: "/peaks/{id}/", template: page, title: "{name}" }
          years: { periods_of: height, permalink: "/years/{period}/", template: page }
        citations: { table: surveys, key: key, publisher: office, title: title, date: published }
        data: { page: /tables/ }

        """

    @Test func `a row of an index leads to the page of its edition`() async throws {
        let lines = try await lines(
            "`=SELECT sum(metres) FROM heights WHERE peak = 'north'`",
            ["Content/site.yaml": editions, "Content/tables.md": "# Tables\n\n## heights {#heights}\n"])
        #expect(
            lines == [
                "1624: heights (2, <a href=\"../tables/index.html#heights\">): 2020 north /years/2020/"
                    + " 2021 north /years/2021/ by Land office by Snow office"
            ])
    }

    @Test func `a row with a page of its own leads there`() async throws {
        let lines = try await lines(
            "`=SELECT name FROM peaks WHERE id = 'south'`",
            ["Content/site.yaml": editions, "Content/tables.md": "# Tables\n\n## peaks {#peaks}\n"])
        #expect(
            lines == ["South peak: peaks (1, <a href=\"../tables/index.html#peaks\">): row 2 /peaks/south/"])
    }

    @Test func `any other row leads to its table on the page of the data, and without one to the file`()
        async throws
    {
        let fact = "`=SELECT office FROM surveys WHERE key = 'new'`"
        let tables = "# Tables\n\n## surveys {#surveys}\n"
        let described = try await lines(
            fact, ["Content/site.yaml": editions, "Content/tables.md": tables])
        #expect(
            described == [
                "Snow office: surveys (1, <a href=\"../tables/index.html#surveys\">): row 2 /tables/#surveys"
            ])
        let bare = try await lines(fact)
        #expect(
            bare == ["Snow office: surveys (1, <a href=\"../data/surveys.csv\">): row 2 /data/surveys.csv"])
    }

    @Test func `a page of the data that is not there is an error with the nearest one`() async throws {
        let site = try peaks([
            "Content/site.yaml": editions, "Content/table.md": "# Tables\n\n## heights {#heights}\n",
        ])
        let problem = try #require(await site.build().findings.first { $0.code == "dead-link" })
        #expect(problem.message == "there is no page '/tables/' to show the tables on")
        #expect(problem.location.map { "\($0.path):\($0.line):\($0.column)" } == "Content/site.yaml:13:15")
        #expect(problem.help == "did you mean '/table/'?")
    }

    @Test func `of very many rows some are left to the table`() async throws {
        let years = (1901...1999).map { "\($0),north,\($0),old" }
        let lines = try await lines(
            "`=SELECT max(metres) FROM heights`",
            [
                "Content/data/heights.csv": "year,peak,metres,survey\n"
                    + years.joined(separator: "\n") + "\n",
                "Content/site.yaml": editions, "Content/tables.md": "# Tables\n\n## heights {#heights}\n",
            ])
        #expect(lines.first?.contains(" [91 more rows: 1909 north 1910 north ") == true)
        #expect(lines.first?.contains(" 1968 north and 31 more /tables/#heights] by Land office") == true)
    }

    @Test func `many rows are folded up, and a publisher of several sources is named once`() async throws {
        let years = (2001...2012).map { "\($0),north,\($0 - 1200),\($0 % 2 == 0 ? "old" : "new")" }
        let lines = try await lines(
            "`=SELECT max(metres) FROM heights`, `=SELECT count(*) FROM heights WHERE year > 2002`",
            [
                "Content/data/heights.csv": "year,peak,metres,survey\n"
                    + years.joined(separator: "\n") + "\n",
                "Content/data/surveys.csv":
                    "key,office,title,published\nold,Land office,Survey A,2020\nnew,Land office,Survey B,2021-05\n",
                "Content/site.yaml": editions,
                "Content/tables.md": "# Tables\n\n## heights {#heights}\n",
            ])
        let maximum = try #require(lines.first)
        #expect(maximum.contains("heights (12, <a href=\"../tables/index.html#heights\">): 2001 north "))
        #expect(
            maximum.contains(
                "2008 north /years/2008/ [4 more rows: 2009 north 2010 north 2011 north 2012 north]")
        )
        #expect(maximum.hasSuffix(" by Land office May 2021  2020 "))
        #expect(lines.last?.contains("2012 north /years/2012/ by Land office") == true)
    }
}
