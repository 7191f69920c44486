import Diagnostics
import Testing

@testable import Site

@Suite struct `Including the text of other files` {
    private func site(_ files: [String: String]) throws -> SiteFixture {
        let small = ["Content/site.yaml": "title: Rivers\n", "Templates/page.mustache": "{{page.content}}"]
        return try SiteFixture(small.merging(files) { $1 })
    }

    @Test func `a comment takes in a file, whose facts, claims and footnotes are the page's`() async throws {
        let site = try site([
            "Content/about.md": """
            ---
            title: About
            ---
            Before
            <!-- include: _terms.md -->
            after.[^wet]
            """,
            "Content/_terms.md": "There are `= 1 + 1` rivers, [two](=1+1).\n\n[^wet]: Wet.",
        ])
        let report = await site.build()
        #expect(report.problems.filter { $0.contains(": error:") } == [])
        let page = try #require(site.page("about/index.html"))
        #expect(page.contains("<p>Before</p>\n<p>There are "))
        #expect(page.contains("<p>after.<sup class=\"footnote-reference\">"))
        #expect(page.contains("Wet."))
        #expect(site.page("_terms/index.html") == nil)
        #expect(try #require(site.page("manifest.json")).contains("Content/_terms.md"))
    }

    @Test func `a problem is told of at the line of the file it stands in`() async throws {
        let site = try site([
            "Content/about.md": "# About\n\n<!-- include: parts/_terms.md -->\n\n[gone](/gone/)\n",
            "Content/parts/_terms.md": "# Terms\n\nA `= nothing` here.\n\n[Nobody](/nobody/)\n",
        ])
        let problems = await site.build().problems
        #expect(problems.contains { $0.hasPrefix("Content/parts/_terms.md:3: error") })
        #expect(problems.contains { $0.hasPrefix("Content/parts/_terms.md:5: error") })
        #expect(problems.contains { $0.hasPrefix("Content/about.md:5: error") })
    }

    @Test func `what stands in code is code`() async throws {
        let site = try site([
            "Content/about.md":
                "# About\n\n```\n<!-- include: _terms.md -->\n```\n\n    <!-- include: _a.md -->\n"
        ])
        #expect(await site.build().problems.filter { $0.contains(": error:") } == [])
        let page = try #require(site.page("about/index.html"))
        #expect(page.contains("&lt;!-- include: _terms.md --&gt;"))
        #expect(page.contains("&lt;!-- include: _a.md --&gt;"))
    }

    @Test(arguments: [
        ("_missing.md", "Content/about.md:3: error: there is no file 'Content/_missing.md' to include"),
        (
            "../site.yaml", "Content/about.md:3: error: there is no file 'Content/../site.yaml' to include"
        ),
        ("_round.md", "Content/_round.md:1: error: this file includes itself"),
        ("_itself.md", "Content/_itself.md:2: error: this file includes itself"),
    ])
    func `what cannot be included is refused at its line`(path: String, problem: String) async throws {
        let site = try site([
            "Content/about.md": "# About\n\n<!-- include: \(path) -->\n",
            "Content/_round.md": "<!-- include: /_there.md -->\n",
            "Content/_there.md": "<!-- include: _round.md -->\n",
            "Content/_itself.md": "Text\n<!-- include: _itself.md -->\n",
        ])
        let errors = await site.build().problems.filter { $0.contains(": error:") }
        let expected = path == "_round.md" ? "Content/_there.md:1: error: this file includes itself" : problem
        #expect(errors == [expected])
    }

    @Test func `a file that nothing includes is told of`() async throws {
        let site = try site(["Content/about.md": "# About\n", "Content/_old.md": "Old\n"])
        #expect(
            await site.build().problems.contains(
                "Content/_old.md:0: warning: no page includes this file"))
    }

    @Test func `files that double one another stay within the size of a file`() async throws {
        var files = ["Content/about.md": "# About\n\n<!-- include: _0.md -->\n"]
        for depth in 0..<14 {
            let line = "<!-- include: _\(depth + 1).md -->\n"
            files["Content/_\(depth).md"] = String(repeating: line, count: 4)
        }
        files["Content/_14.md"] = String(repeating: "text\n", count: 100)
        let errors = try await site(files).build().problems.filter { $0.contains(": error:") }
        #expect(errors.count == 1)
        #expect(errors.first?.contains("larger than a Markdown file may be") == true)
    }

    @Test func `a link that names a file counts from the file it is written in, any other from the page`()
        async throws
    {
        let site = try site([
            "Content/articles/deep/a.md": "# A\n\n<!-- include: ../../parts/_terms.md -->\n",
            "Content/parts/_terms.md": "[b](b.md) ![c](c.svg) [up](../../)\n",
            "Content/parts/b.md": "# B\n",
            "Content/parts/c.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>",
        ])
        #expect(await site.build().problems == [])
        let page = try #require(site.page("articles/deep/a/index.html"))
        #expect(page.contains("<a href=\"../../../parts/b/index.html\">b</a>"))
        #expect(page.contains("<img src=\"../../../parts/c.svg\" alt=\"c\" width=\"4\" height=\"3\""))
        #expect(page.contains("<a href=\"../../index.html\">up</a>"))
    }

    @Test func `front matter of a part is left out and told of once`() async throws {
        let site = try site([
            "Content/a.md": "# A\n\n<!-- include: _t.md -->\n",
            "Content/b.md": "# B\n\n<!-- include: _t.md -->\n",
            "Content/_t.md": "---\ntitle: T\n---\nText\n",
        ])
        #expect(
            await site.build().problems == [
                "Content/_t.md:2: warning: the front matter of an included file is left out"
            ])
        #expect(site.page("a/index.html")?.contains("title: T") == false)
    }

    @Test func `charts of a page and of what it includes are known by the lines of their own files`()
        async throws
    {
        let chart =
            "```chart\nname: NAME\ntype: line\ntitle: T\nquery: SELECT 'a' AS entity, '2014' AS period, 1 AS value\n```\n"
        let site = try site([
            "Content/a.md": "# A\n\n<!-- include: _t.md -->\n\n" + chart.replacing("NAME", with: "own"),
            "Content/_t.md": "Text\n\n> "
                + chart.replacing("NAME", with: "part").replacing("\n", with: "\n> "),
        ])
        let built = await SiteBuild.inMemory(
            BuildOptions(source: site.root, today: PublicationDate("2024-01-01")!))
        let charts = built.charts
        #expect(charts.map(\.name) == ["own", "part"])
        #expect(charts.map(\.specification.location.line) == [6, 4])
        #expect(charts.map(\.specification.location.path) == ["Content/a.md", "Content/_t.md"])
        let part = charts[1]
        let changed = built.file(with: "name: part\ntype: area\n", inPlaceOf: part)
        #expect(changed.path == "Content/_t.md")
        #expect(
            String(decoding: changed.after, as: UTF8.self)
                == "Text\n\n> ```chart\n> name: part\n> type: area\n> ```\n> ")
    }
}
