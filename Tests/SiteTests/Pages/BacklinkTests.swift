import Testing

@testable import Site

@Suite struct `Pages that lead to a page` {
    private let site = [
        "Content/site.yaml": """
        title: Rivers
        collections: { rivers: { from: rivers, title: "{name}", permalink: "/rivers/{id}/" } }
        """,
        "Content/index.md": "# Rivers\n",
        "Content/data/rivers.csv": "id,name\nrhine,The Rhine\nelbe,The Elbe\n",
        "Content/news/flood.md":
            "---\ndate: 2024-01-02\n---\n# Flood\n\n[Rhine](/rivers/rhine/), [again](/rivers/rhine/)\n",
        "Content/news/drought.md":
            "---\ndate: 2024-01-01\n---\n# Drought\n\n[Here](drought.md), [Rhine](/rivers/rhine/#x), [out](https://example.org/)\n",
        "Content/rivers/rhine.md": "It is long.\n\n## X {#x}\n",
        "Templates/page.mustache": "<title>{{page.title}}</title>{{page.content}}",
        "Templates/rivers.mustache":
            "{{page.content}}{{#page.backlinks}}<a href=\"{{url}}\">{{title}}</a>\n{{/page.backlinks}}",
    ]

    @Test func `a page names them once each, the newest first, and follows their changes`() async throws {
        let site = try SiteFixture(site)
        #expect(await site.build { $0.includesFuture = true }.problems == [])
        let lines = site.page("rivers/rhine/index.html")?.split(separator: "\n").suffix(2)
        #expect(
            lines == [
                "<a href=\"../../news/flood/index.html\">Flood</a>",
                "<a href=\"../../news/drought/index.html\">Drought</a>",
            ])
        #expect(site.page("rivers/elbe/index.html") == "")
        try site.edit(
            "Content/news/flood.md", replacing: "[again](/rivers/rhine/)", with: "[Elbe](/rivers/elbe/)")
        #expect(await site.build { $0.includesFuture = true }.problems == [])
        #expect(
            site.page("rivers/elbe/index.html") == "<a href=\"../../news/flood/index.html\">Flood</a>\n")
    }

    @Test func `the pages of rows that sitegen brings templates for name them`() async throws {
        let site = try SiteFixture(site.filter { !$0.key.hasPrefix("Templates/") })
        #expect(await site.build { $0.includesFuture = true }.problems == [])
        #expect(
            site.page("rivers/rhine/index.html")?.contains(
                "<h2 id=\"backlinks\">Mentioned in</h2>\n<ul>\n<li><a href=\"../../news/flood/index.html\">Flood</a>"
            )
                == true)
    }
}
