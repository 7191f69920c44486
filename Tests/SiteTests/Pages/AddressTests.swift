import Diagnostics
import Site
import Testing

/// Where Markdown files and the files beside them are published.
@Suite struct AddressTests {
    /// One page template that shows what a test asks for.
    static let page = "<p>{{page.title}}</p>{{page.content}}"

    private static func site(_ files: [String: String], _ settings: String = "") throws -> SiteFixture {
        var all = files
        all["Content/site.yaml"] = "title: Rivers\n" + settings
        all["Templates/page.mustache"] = page
        return try SiteFixture(all)
    }

    @Test(arguments: [
        ("Content/about.md", "", "about/index.html"),
        ("Content/Über Uns.md", "", "über-uns/index.html"),
        ("Content/articles/2014-04-28-verizon.md", "", "articles/verizon/index.html"),
        ("Content/articles/old/rhine.md", "", "articles/old/rhine/index.html"),
        ("Content/articles/rhine/index.md", "", "articles/rhine/index.html"),
        ("Content/about/index.md", "", "about/index.html"),
        ("Content/articles/rhine.md", "slug: the-rhine\n", "articles/the-rhine/index.html"),
        ("Content/articles/rhine.md", "permalink: /r.html\n", "r.html"),
        ("Content/articles/rhine.md", "url: /r/\n", "r/index.html"),
        ("Content/404.md", "", "404.html"),
    ])
    func `a file's address is made of its folders and its name`(
        _ file: String, _ matter: String, _ expected: String
    ) async throws {
        let site = try Self.site([file: "---\ntitle: Rhine\n\(matter)---\n"])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page(expected)?.contains("<p>Rhine</p>") == true)
    }

    @Test(arguments: [
        ("/{year}/{month}/{slug}/", "2014/04/verizon/index.html"),
        ("/{section}/{year}-{day}/{title}.html", "articles/2014-28/a-deal.html"),
        ("/a/{filename}/", "a/verizon/index.html"),
    ])
    func `a section's pattern makes the addresses of its pages`(
        _ pattern: String, _ expected: String
    ) async throws {
        let site = try Self.site(
            ["Content/articles/2014-04-28-verizon.md": "# A deal"], "permalinks: { articles: '\(pattern)' }\n"
        )
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page(expected) != nil)
    }

    @Test func `a pattern names only what an article has, and a page without a date cannot fill one`()
        async throws
    {
        let misspelt = try Self.site(
            ["Content/articles/a.md": "# A"], "permalinks: { articles: '/{slog}/' }\n")
        let report = await misspelt.build()
        #expect(
            report.diagnostics.brief == [
                "Content/site.yaml:2: pattern: '{slog}' is nothing that an article's address can be made of"
            ])
        #expect(report.diagnostics.first { $0.severity == .error }?.help == "did you mean 'slug'?")
        let undated = try Self.site(
            ["Content/articles/a.md": "# A"], "permalinks: { articles: '/{year}/{slug}/' }\n")
        #expect(
            await undated.build().diagnostics.brief == [
                "Content/articles/a.md:0: address: this page has no date, which its address is made of"
            ])
    }

    @Test(arguments: [
        ("Content/rhine.md", "Content/Rhine.md", "slug: rhine\n"),
        ("Content/a.md", "Content/b.md", "permalink: /a/\n"),
        ("Content/a.md", "Content/b.md", "permalink: /A/\n"),
        ("Content/caf\u{E9}.md", "Content/b.md", "permalink: /cafe\u{301}/\n"),
    ])
    func `two pages at one address are an error that names both files`(
        _ first: String, _ second: String, _ matter: String
    ) async throws {
        let site = try Self.site([
            first: "---\ntitle: A\n---\n", second: "---\ntitle: B\n\(matter)---\n",
        ])
        let problems = await site.build().diagnostics.filter { $0.severity == .error }
        #expect(problems.map(\.code) == ["address-taken"])
        #expect(problems.first?.message.contains(first) == true)
        #expect(problems.first?.message.contains(second) == true)
        #expect(try site.output().isEmpty)
    }

    @Test func `files beside an index page go where the page goes, and links to them resolve`() async throws {
        let site = try Self.site([
            "Content/articles/2014-04-28-rhine/index.md":
                "---\ntitle: Rhine\nslug: the-rhine\n---\n[Data](levels.txt) [More](more/notes.txt)",
            "Content/articles/2014-04-28-rhine/levels.txt": "1",
            "Content/articles/2014-04-28-rhine/more/notes.txt": "2",
            "Content/articles/elbe.md": "# Elbe\n\n[Map](map.txt) [Rhine](2014-04-28-rhine/index.md)",
            "Content/articles/map.txt": "3",
        ])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("articles/the-rhine/levels.txt") == "1")
        #expect(site.page("articles/the-rhine/more/notes.txt") == "2")
        let rhine = try #require(site.page("articles/the-rhine/index.html"))
        #expect(rhine.contains(#"<a href="levels.txt">Data</a> <a href="more/notes.txt">More</a>"#))
        let elbe = try #require(site.page("articles/elbe/index.html"))
        #expect(elbe.contains(#"<a href="../map.txt">Map</a> <a href="../the-rhine/index.html">Rhine</a>"#))
    }
}
