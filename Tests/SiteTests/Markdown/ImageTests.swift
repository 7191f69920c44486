import Testing

@Suite struct `Images in articles` {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 32\"></svg>\n"

    @Test func `an image has the size of its file, and one alone with a title is a figure`() async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/articles/rhine/index.md":
                    "---\ntitle: Rhine\n---\n![A map](map.svg \"The course\")\n\nSee ![](map.svg).\n",
                "Content/articles/rhine/map.svg": Self.picture,
            ]))
        #expect(await site.build().problems == [])
        let page = try #require(site.page("articles/rhine/index.html"))
        #expect(
            page.contains(
                """
                <figure><img src="map.svg" alt="A map" width="64" height="32" loading="lazy" decoding="async">\
                <figcaption>The course</figcaption></figure>
                <p>See <img src="map.svg" alt="" width="64" height="32" loading="lazy" decoding="async">.</p>
                """))
    }

    @Test func `an image that is missing is an error at its place`() async throws {
        let site = try SiteFixture(rivers.with(["Content/index.md": "# Rivers\n\nSee ![](none.png).\n"]))
        #expect(
            await site.build().problems == [
                "Content/index.md:3: error: no page or file of the site has the address '/none.png'"
            ])
    }
}
