import Testing

@testable import Site

@Suite struct `The page at addresses that lead nowhere` {
    @Test(arguments: [(nil, "/"), ("https://example.org/a/", "/a/")] as [(String?, String)])
    func `its links hold at any depth`(baseURL: String?, root: String) async throws {
        let site = try SiteFixture(rivers.with(["Content/404.md": "# Nothing here\n\n[Home](index.md)\n"]))
        #expect(await site.build(baseURL: baseURL).problems == [])
        #expect(site.page("404.html")?.contains("<a href=\"\(root)\">Home</a>") == true)
    }

    @Test(
        arguments: [
            ("en", nil, "Page not found", "/"),
            ("de", "https://example.org/a/", "Seite nicht gefunden", "/a/"),
        ] as [(String, String?, String, String)])
    func `a site that writes none has one in its language`(
        language: String, baseURL: String?, title: String, root: String
    ) async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers\nlanguage: \(language)\n", "Content/index.md": "# Rivers\n",
        ])
        #expect(await site.build(baseURL: baseURL).problems == [])
        let page = site.page("404.html")
        #expect(page?.contains("<h1>\(title)</h1>") == true)
        #expect(page?.contains("<p class=\"wordmark\"><a href=\"\(root)\">Rivers</a>") == true)
        #expect(site.page("sitemap.xml")?.contains("404") != true)
    }

    @Test(arguments: ["Content/404.html", "Content/404.md", "Content/lost.md"])
    func `one that the site brings stays`(path: String) async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers\n",
            path: path == "Content/lost.md" ? "---\npermalink: /404.html\n---\n# Ours\n" : "# Ours\n",
        ])
        #expect(await site.build().problems == [])
        #expect(site.page("404.html")?.contains("Ours") == true)
    }
}
