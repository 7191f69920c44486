import Testing

@testable import Site

@Suite struct `The page at addresses that lead nowhere` {
    @Test(arguments: [(nil, "/"), ("https://example.org/a/", "/a/")] as [(String?, String)])
    func `its links hold at any depth`(baseURL: String?, root: String) async throws {
        let site = try SiteFixture(rivers.with(["Content/404.md": "# Nothing here\n\n[Home](index.md)\n"]))
        #expect(await site.build(baseURL: baseURL).problems == [])
        #expect(site.page("404.html")?.contains("<a href=\"\(root)\">Home</a>") == true)
    }
}
