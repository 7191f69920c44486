import Diagnostics
import Site
import Testing

/// What the commands write for an author, and the templates that come with the program.
@Suite struct StartingTests {
    @Test func `a started site builds without a warning, with its chart and its claims`() async throws {
        let site = try SiteFixture([:])
        var problems: [Diagnostic] = []
        let written = SiteStarter.start(in: site.root, adds: false, reporting: &problems)
        #expect(problems.isEmpty)
        #expect(written.contains("Content/site.yaml"))
        let report = await site.build(baseURL: "https://example.org/") {
            $0.today = .init("2026-11-25") ?? $0.today
        }
        #expect(report.diagnostics.brief == [])
        #expect(report.chartCount == 2)
        #expect((report.claimCount, report.holdingClaimCount) == (6, 6))
        let row = try #require(site.page("lines/north/index.html"))
        #expect(row.contains("<div><dt>Opened</dt><dd>1988</dd></div>"))
    }

    @Test func `a started site looks up its figures, and publishes a correction of its data`() async throws {
        let site = try SiteFixture([:])
        var problems: [Diagnostic] = []
        _ = SiteStarter.start(in: site.root, adds: false, reporting: &problems)
        let day = try #require(PublicationDate("2024-08-01"))
        await site.build { $0.today = day }
        let article = try #require(site.page("articles/north-line-first/index.html"))
        #expect(article.contains("5 of 5 figures were computed from the data, or checked against it."))
        #expect(article.contains("<a href=\"../../data/index.html#punctuality\">2024-03 north</a>"))
        #expect(site.page("data/index.html")?.contains("<section class=\"dataset\" id=\"lines\"") == true)

        let table = "    path: punctuality.csv\n"
        try site.edit(
            "Content/data/datapackage.yaml", replacing: table, with: table + "    history: append_only\n")
        try site.edit("Content/corrections.md", "---\ntitle: Corrections\ntemplate: corrections\n---\n")
        let settings = try site.folder.read("Content/site.yaml")
        let options = BuildOptions(source: site.root, today: day)
        #expect(await SiteBuild.accept(Acceptance(), options).rows == 24)
        try site.edit(
            "Content/site.yaml", settings + "corrections: { table: corrections, page: /corrections/ }\n")
        try site.edit(
            "Content/data/punctuality.csv", replacing: "2024-05,night,86.1", with: "2024-05,night,86.2")
        var acceptance = Acceptance()
        acceptance.reason = "Counted again"
        #expect(await SiteBuild.accept(acceptance, options).diagnostics.brief == [])
        #expect(await site.build { $0.today = day }.problems == [])
        #expect(
            site.page("corrections/index.html")?.contains(
                "On time, 2024-05, night</a>: 86.1 became 86.2. Counted again</li>") == true)
    }

    @Test func `a folder that holds something is refused, unless what is missing is asked for`() throws {
        let site = try SiteFixture(["Content/site.yaml": "title: Mine", "README.md": "x"])
        var problems: [Diagnostic] = []
        #expect(SiteStarter.start(in: site.root, adds: false, reporting: &problems).isEmpty)
        #expect(problems.map(\.code) == ["folder-not-empty"])
        #expect(try site.folder.tree("Content") == ["site.yaml": "title: Mine"])
        problems = []
        let written = SiteStarter.start(in: site.root, adds: true, reporting: &problems)
        #expect(problems.isEmpty)
        #expect(!written.contains("Content/site.yaml"))
        #expect(written.contains("Content/index.md"))
        #expect(try site.folder.read("Content/site.yaml") == "title: Mine")
    }

    @Test func `a new page is a draft with its front matter, and never takes another's place`() async throws {
        let site = try SiteFixture(["Content/site.yaml": "title: Rivers"])
        let day = try #require(PublicationDate("2024-05-06"))
        var problems: [Diagnostic] = []
        let page = try #require(PageStarter("articles/two-rivers", date: day, reporting: &problems))
        #expect(page.write(in: site.root, reporting: &problems))
        #expect(
            try site.folder.read("Content/articles/two-rivers.md") == """
                ---
                title: "Two rivers"
                description:
                date: 2024-05-06
                draft: true
                tags: []
                ---

                """)
        #expect(await site.build().skipped.map(\.path) == ["Content/articles/two-rivers.md"])
        #expect(!page.write(in: site.root, reporting: &problems))
        #expect(
            problems.brief == ["Content/articles/two-rivers.md:0: file-exists: this file is there already"])
    }

    @Test(arguments: ["", "/a", "a//b", "../a", "a/"])
    func `a name that would leave the site makes no page`(_ name: String) throws {
        var problems: [Diagnostic] = []
        let day = PublicationDate(secondsSince1970: 0)
        #expect(PageStarter(name, date: day, reporting: &problems) == nil)
        #expect(problems.map(\.code) == ["page-name"])
    }

    @Test func `a template of the site's own wins over the standard one of its name`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers", "Content/index.md": "# Home",
            "Content/notes/a.md": "# A", "Templates/article.mustache": "mine: {{page.title}}",
            "Templates/partials/footer.mustache": "<footer>my foot</footer>",
        ])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("notes/a/index.html") == "mine: A")
        let home = try #require(site.page("index.html"))
        #expect(home.contains("<h1>Home</h1>"))
        #expect(home.contains("<footer>my foot</footer>"))
    }

    @Test func `a folder of Markdown without templates or a front page builds, and lists what it has`()
        async throws
    {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers", "Content/notes/2014-04-28-rhine.md": "# The Rhine\n\nText",
        ])
        #expect(await site.build().diagnostics.brief == [])
        let home = try #require(site.page("index.html"))
        #expect(home.contains("<h1>Rivers</h1>"))
        #expect(home.contains(#"<a href="notes/rhine/index.html">The Rhine</a>"#))
    }

    @Test func `the inventory tells what is published and what is not`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers", "Content/index.md": "# Home",
            "Content/a.md": "---\ntitle: Draft\ndraft: true\n---",
            "Content/b.md": "---\ntitle: Later\ndate: 2025-01-01\n---",
        ])
        var problems: [Diagnostic] = []
        let today = try #require(PublicationDate("2024-01-01"))
        let inventory = await SiteBuild.inventory(
            BuildOptions(source: site.root, today: today), reporting: &problems)
        #expect(
            PageInventory.json(inventory.entries) == """
                [{"state":"published","address":"/","title":"Home","path":"Content/index.md"},
                {"state":"published","address":"/404.html","title":"Page not found"},
                {"state":"draft","title":"Draft","path":"Content/a.md"},
                {"state":"future","date":"2025-01-01","title":"Later","path":"Content/b.md"}]

                """)
    }

    @Test func `cleaning takes away what sitegen wrote, and nothing else`() async throws {
        let site = try SiteFixture(["Content/site.yaml": "title: Rivers", "Content/index.md": "# Home"])
        try site.edit("Output/CNAME", "example.org")
        try site.edit(".sitegen/cache/png/a/b", "x")
        await site.build()
        #expect(try SiteBuild.forgetCache(of: site.root))
        #expect(try !SiteBuild.forgetCache(of: site.root))
        _ = try SiteBuild.clearOutput(
            BuildOptions(source: site.root, today: PublicationDate(secondsSince1970: 0)))
        #expect(try site.output() == ["CNAME": "example.org"])
    }
}
