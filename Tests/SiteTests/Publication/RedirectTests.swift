import Testing

@testable import Site

@Suite struct Redirects {
    private let moved = rivers.with([
        "Content/rhine.md": "---\ntitle: The Rhine\naliases: [/old/rhein, /flow.html]\n---\n"
    ])

    @Test func `an alias is a page that leads on and keeps the fragment`() async throws {
        let site = try SiteFixture(moved)
        #expect(await site.build(baseURL: "https://example.org/a/").problems == [])
        #expect(
            site.page("old/rhein/index.html") == """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>The Rhine</title>\
                <meta name="robots" content="noindex">\
                <link rel="canonical" href="https://example.org/a/rhine/">\
                <script>location.replace("/a/rhine/" + location.search + location.hash)</script>\
                <meta http-equiv="refresh" content="0; url=/a/rhine/"></head>\
                <body><p><a href="/a/rhine/">The Rhine</a></p></body></html>

                """)
        #expect(
            site.page("_redirects") == "/a/flow.html /a/rhine/ 301\n/a/old/rhein/ /a/rhine/ 301\n")
    }

    @Test func `without a base URL an alias leads on relatively`() async throws {
        let site = try SiteFixture(moved)
        #expect(await site.build().problems == [])
        #expect(site.page("old/rhein/index.html")?.contains("url=../../rhine/index.html\"") == true)
        #expect(site.page("flow.html")?.contains("url=rhine/index.html\"") == true)
    }

    @Test func `a link to an alias is written as a link to the page`() async throws {
        let site = try SiteFixture(moved.with(["Content/index.md": "# Rivers\n\n[Rhine](/old/rhein/)\n"]))
        #expect(await site.build().problems == [])
        #expect(site.page("index.html")?.contains("href=\"rhine/index.html\"") == true)
    }

    @Test(arguments: [
        ("old/", "'old/' is no address of this site"),
        ("/../up/", "'/../up/' is no address of this site"),
        ("/", "the alias '/' is already an address of Content/index.md"),
        ("/Rhine/", "the alias '/Rhine/' is already an address of Content/rhine.md"),
    ])
    func `an alias that cannot be is refused at its line`(alias: String, message: String) async throws {
        let site = try SiteFixture(
            rivers.with(["Content/rhine.md": "---\ntitle: The Rhine\naliases: [\(alias)]\n---\n"]))
        #expect(await site.build().problems == ["Content/rhine.md:3: error: " + message])
    }
}
