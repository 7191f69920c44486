import Diagnostics
import Testing

@testable import Site

/// The least a site needs.
let rivers = [
    "Content/site.yaml": "title: Rivers\n",
    "Content/index.md": "# Rivers\n",
    "Templates/page.mustache":
        "<!doctype html><html lang=\"en\"><head>{{head}}</head><main>{{page.content}}</main></html>\n",
]

extension Dictionary where Key == String, Value == String {
    func with(_ files: [String: String]) -> [String: String] { merging(files) { _, new in new } }
}

@Suite struct `Site map and robots` {
    @Test func `the site map names each page with the day of its last change`() async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/articles/rhine.md":
                    "---\ntitle: Rhine\ndate: 2020-02-03\nupdated: 2021-04-05\n---\n",
                "Content/hidden.md": "---\ntitle: Hidden\nnoindex: true\n---\n",
                "Content/404.md": "# Nothing here\n",
            ]))
        #expect(await site.build(baseURL: "https://example.org/a/").problems == [])
        #expect(
            site.page("sitemap.xml") == """
                <?xml version="1.0" encoding="utf-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://example.org/a/</loc></url>
                <url><loc>https://example.org/a/articles/</loc></url>
                <url><loc>https://example.org/a/articles/rhine/</loc><lastmod>2021-04-05</lastmod></url></urlset>

                """)
        #expect(
            site.page("robots.txt") == """
                User-agent: *
                Disallow:

                Sitemap: https://example.org/a/sitemap.xml

                """)
    }

    @Test func `without a base URL there is no site map, and one note says so`() async throws {
        let site = try SiteFixture(rivers)
        let report = await site.build()
        #expect(report.problems == [])
        #expect(report.diagnostics.map(\.code) == ["no-base-url"])
        #expect(site.page("sitemap.xml") == nil)
        #expect(site.page("robots.txt") == "User-agent: *\nDisallow:\n")
    }

    @Test func `a robots.txt of the site's own stays as it is`() async throws {
        let site = try SiteFixture(rivers.with(["Content/robots.txt": "User-agent: *\nDisallow: /\n"]))
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        #expect(site.page("robots.txt") == "User-agent: *\nDisallow: /\n")
    }

    @Test func `above the limit the site map is an index of several`() throws {
        let pages = try ["/a/", "/b/", "/c/"].map { address in
            var matter = FrontMatter()
            matter.date = PublicationDate("2020-01-02")
            return PagePlan(
                kind: .page, address: try SiteAddress(checking: address), title: "", template: "",
                frontMatter: matter)
        }
        let siteMap = SiteMap(
            baseURL: BaseURL("https://example.org/"), addresses: [], pagesBySource: [:])
        let files = Sitemap(pages: pages, siteMap: siteMap, limit: 2).files
        #expect(files.map(\.address.text) == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"])
        #expect(
            String(decoding: files[0].bytes, as: UTF8.self).contains(
                "<sitemap><loc>https://example.org/sitemap-2.xml</loc><lastmod>2020-01-02</lastmod></sitemap>"
            ))
    }
}
