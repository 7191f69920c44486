import Diagnostics
import Site
import Testing

/// Every key of front matter with its other names, and what becomes of keys that are none.
@Suite struct FrontMatterTests {
    private static func site(_ matter: String, template: String) throws -> SiteFixture {
        try SiteFixture([
            "Content/site.yaml": "title: Rivers",
            "Content/notes/a.md": "---\n\(matter)\n---\n# Heading\n\nText\n",
            "Content/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "Templates/page.mustache": "other", "Templates/article.mustache": template,
        ])
    }

    @Test(arguments: [
        ("title: T", "{{page.title}}", "T"),
        ("weight: 1", "{{page.title}}", "Heading"),
        ("description: D", "{{page.description}}", "D"),
        ("summary: S", "{{page.summary}}", "S"),
        ("date: 2014-04-28", "{{page.date.iso}} {{page.date.text}}", "2014-04-28 28 April 2014"),
        ("updated: 2014-04-28", "{{page.updated.iso}}", "2014-04-28"),
        ("lastmod: 2014-04-28", "{{page.updated.iso}}", "2014-04-28"),
        ("date-modified: 2014-04-28", "{{page.updated.iso}}", "2014-04-28"),
        ("template: article", "{{page.template}}", "article"),
        ("layout: article", "{{page.template}}", "article"),
        ("weight: 3", "{{page.weight}}", "3"),
        ("tags: [a, b]", "{{#page.tags}}{{title}};{{/page.tags}}", "a;b;"),
        ("tags: a", "{{#page.tags}}{{title}};{{/page.tags}}", "a;"),
        ("authors: [Ada, Bo]", "{{#page.authors}}{{.}};{{/page.authors}}", "Ada;Bo;"),
        ("author: Ada", "{{#page.authors}}{{.}};{{/page.authors}}", "Ada;"),
        ("author: [{ name: Ada, orcid: 1 }, Bo]", "{{#page.authors}}{{.}};{{/page.authors}}", "Ada;Bo;"),
        ("categories: [a, b]\ntags: [c]", "{{#page.tags}}{{title}};{{/page.tags}}", "c;a;b;"),
        ("lang: de", "{{page.language}}", "de"),
        ("layout: article.html", "{{page.template}}", "article"),
        ("published: true", "{{page.title}}", "Heading"),
        ("images: [/x.svg, /y.svg]", "{{page.image}}", "/x.svg"),
        ("sidebar_position: 2", "{{page.weight}}", "2"),
        ("image: /x.svg", "{{page.image}}", "/x.svg"),
        ("language: de", "{{page.language}}", "de"),
        ("toc: true", "{{#page.toc}}{{title}}{{/page.toc}}", ""),
        ("noindex: true", "{{#page.noindex}}hidden{{/page.noindex}}", "hidden"),
        ("sources: [k1]", "{{#page.sources}}{{.}}{{/page.sources}}", "k1"),
        (
            "corrections: [{ date: 2014-05-01, text: A figure was wrong. }]",
            "{{#page.corrections}}{{date.iso}}: {{text}}{{/page.corrections}}",
            "2014-05-01: A figure was wrong."
        ),
        ("params: { river: Rhine }", "{{page.params.river}}", "Rhine"),
        ("extra: { river: Rhine }", "{{page.params.river}}", "Rhine"),
    ])
    func `a key and its other names are read`(_ matter: String, _ template: String, _ expected: String)
        async throws
    {
        let site = try Self.site(matter, template: template)
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("notes/a/index.html") == expected)
    }

    @Test func `what stands before the mark for more is the summary of a page that gives none`() async throws
    {
        let text = "One `=1 + 1` *river*.\n\n<!-- more -->\n\nTwo\n"
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers",
            "Content/a.md": "# A\n\n" + text, "Content/b.md": "---\nsummary: S\n---\n# B\n\n" + text,
            "Templates/page.mustache": "{{page.summary}}",
        ])
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        #expect(site.page("a/index.html") == "One 2 river.")
        #expect(site.page("b/index.html") == "S")
    }

    @Test func `front matter may be TOML between plus signs`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers",
            "Content/notes/a.md": """
            +++
            title = "T"
            date = 2014-04-28T10:00:00-05:00
            [taxonomies]
            tags = ["x", "y"]
            [extra]
            river = "Rhine"
            +++
            Text
            """,
            "Content/b.md": "+++\ntitle: T\n+++\n# B\n", "Templates/page.mustache": "other",
            "Templates/article.mustache":
                "{{page.title}} {{page.date.iso}} {{#page.tags}}{{title}} {{/page.tags}}{{page.params.river}}{{page.content}}",
        ])
        #expect(await site.build().problems == ["Content/b.md:2: error: '=' is expected after the key"])
        try site.remove("Content/b.md")
        #expect(await site.build().problems == [])
        #expect(site.page("notes/a/index.html") == "T 2014-04-28 x y Rhine<p>Text</p>\n")
    }

    @Test(arguments: [
        ("slug: other", "notes/other/index.html"), ("permalink: /p/", "p/index.html"),
        ("path: /p/", "p/index.html"),
        ("aliases: [/old/]", "notes/a/index.html"), ("redirect_from: /old/", "notes/a/index.html"),
    ])
    func `a key decides where the page stands`(_ matter: String, _ expected: String) async throws {
        let site = try Self.site(matter, template: "x")
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page(expected) == "x")
    }

    @Test(arguments: [
        ("layout: post", Severity.warning, "there is no template 'post'"),
        ("template: blog.html", Severity.warning, "there is no template 'blog.html'"),
        ("template: other", Severity.error, "there is no template 'other'"),
        ("layout: artcle", Severity.error, "there is no template 'artcle'"),
        ("slug: /p/q", Severity.error, "this slug cannot be a part of an address"),
        (
            "updated: last-modified", Severity.warning,
            "'last-modified' is left out: the day of a page stands in its file"
        ),
        ("resources: [a]", Severity.warning, "'resources' is not a key of the front matter"),
        ("author: [{ email: a@b.example }]", Severity.error, "an author must be a name, not a mapping"),
    ])
    func `what only another generator has is told of once`(
        _ matter: String, _ severity: Severity, _ message: String
    ) async throws {
        let site = try Self.site(matter, template: "{{page.template}}")
        let findings = await site.build().findings
        #expect(findings.map(\.message) == [message])
        #expect(findings.first?.severity == severity)
        #expect(findings.first?.location?.line == 2)
        #expect(site.page("notes/a/index.html") == (severity == .warning ? "article" : nil))
    }

    @Test func `a key near a known one is an error, any other is read as if it stood under params`()
        async throws
    {
        let near = try Self.site("titel: T", template: "x")
        let problems = await near.build().diagnostics.filter { $0.severity == .error }
        #expect(
            problems.brief == ["Content/notes/a.md:2: unknown-key: 'titel' is not a key of the front matter"])
        #expect(problems.first?.help == "did you mean 'title'?")
        let far = try Self.site("river: Rhine\nkeywords: [x]", template: "{{page.params.river}}")
        let report = await far.build()
        #expect(report.diagnostics.allSatisfy { $0.severity < .error })
        #expect(
            report.diagnostics.filter { $0.severity == .warning }.map(\.help) == [
                "move it under 'params'", "move it under 'params'",
            ])
        #expect(far.page("notes/a/index.html") == "Rhine")
    }

    @Test(arguments: [
        ("draft: true", "a draft (--drafts builds it)"),
        ("published: false", "a draft (--drafts builds it)"),
        ("expiryDate: 2024-01-01", "expired on 2024-01-01"),
        ("date: 2024-01-02", "dated 2024-01-02, which has not come yet (--future builds it)"),
        (
            "publish_date: 2024-01-02\ndate: 2014-01-01",
            "dated 2024-01-02, which has not come yet (--future builds it)"
        ),
        ("expiry_date: 2024-01-01", "expired on 2024-01-01"),
    ])
    func `a page that is not published is named with its reason`(_ matter: String, _ reason: String)
        async throws
    {
        let site = try Self.site(matter, template: "x")
        let report = await site.build()
        #expect(report.skipped.map { "\($0.path): \($0.reason.text)" } == ["Content/notes/a.md: \(reason)"])
        #expect(site.page("notes/a/index.html") == nil)
    }

    @Test(arguments: [
        ("draft: true", true), ("date: 2024-01-02", true), ("publish_date: 2024-01-01", true),
        ("expiry_date: 2024-01-02", true), ("expiry_date: 2024-01-01", false),
    ])
    func `drafts and pages to come are built when asked for`(_ matter: String, _ isBuilt: Bool) async throws {
        let site = try Self.site(matter, template: "x")
        await site.build(baseURL: nil) {
            $0.includesDrafts = true
            $0.includesFuture = true
        }
        #expect((site.page("notes/a/index.html") != nil) == isBuilt)
    }
}
