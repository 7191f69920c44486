import Testing

@testable import Site

@Suite struct `Which pages there are` {
    @Test(arguments: [
        ("draft: true", "a draft (--drafts builds it)"),
        ("date: 2024-01-02", "dated 2024-01-02, which has not come yet (--future builds it)"),
        (
            "publish_date: 2030-05-06\ndate: 2020-01-01",
            "dated 2030-05-06, which has not come yet (--future builds it)"
        ),
        ("expiry_date: 2023-12-31", "expired on 2023-12-31"),
    ])
    func `a page that is left out is named with its reason, and goes from the output`(
        key: String, reason: String
    ) async throws {
        let site = try SiteFixture(rivers.with(["Content/rhine.md": "# The Rhine\n"]))
        await site.build()
        #expect(site.page("rhine/index.html") != nil)
        try site.edit("Content/rhine.md", "---\n\(key)\n---\n# The Rhine\n")
        let report = await site.build()
        #expect(report.skipped.map(\.path) == ["Content/rhine.md"])
        #expect(report.skipped.map(\.reason.text) == [reason])
        #expect(report.lastLine(seconds: 0.5).hasSuffix("in 0.50 s (0 rendered, 1 unchanged) · skipped 1"))
        #expect(site.page("rhine/index.html") == nil)
    }

    @Test(arguments: [
        ("Content/a/b.md", "", "a/b/index.html"),
        ("Content/a/2014-04-28-b.md", "", "a/b/index.html"),
        ("Content/a/index.md", "", "a/index.html"),
        ("Content/a/B c.md", "", "a/b-c/index.html"),
        ("Content/a/b.md", "slug: other", "a/other/index.html"),
        ("Content/a/b.md", "permalink: /x/y/", "x/y/index.html"),
        ("Content/a/b.md", "url: /x.html", "x.html"),
        ("Content/notes/b.md", "date: 2014-04-28", "2014/04/b/index.html"),
        ("Content/404.md", "", "404.html"),
    ])
    func `a page stands where its name, slug or permalink says`(
        path: String, key: String, output: String
    ) async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/site.yaml": "title: Rivers\npermalinks: { notes: \"/{year}/{month}/{slug}/\" }\n",
                path: "---\ntitle: Page\n\(key)\n---\nText of it.\n",
            ]))
        #expect(await site.build().problems == [])
        #expect(site.page(output)?.contains("Text of it.") == true)
    }

    @Test(arguments: [
        ("slug: same", "slug: same"), ("permalink: /n/Same/", "permalink: /n/same/"),
        ("permalink: /n/stra\u{DF}e/", "permalink: /n/STRASSE/"),
        ("permalink: /n/caf\u{E9}/", "permalink: /n/cafe\u{301}/"),
    ])
    func `two pages at one address are refused, and both are named`(first: String, second: String)
        async throws
    {
        let site = try SiteFixture(
            rivers.with([
                "Content/n/a.md": "---\ntitle: A\n\(first)\n---\n",
                "Content/n/b.md": "---\ntitle: B\n\(second)\n---\n",
            ]))
        let text = await site.build().problems.joined(separator: "\n")
        #expect(text.contains("Content/n/a.md") && text.contains("Content/n/b.md"))
        #expect(try site.output() == [:])
    }
}
