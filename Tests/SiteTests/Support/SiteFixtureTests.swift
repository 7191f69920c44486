import Testing

@Test func `a fixture's fingerprint tells whether anything was written`() throws {
    let site = try SiteFixture(["Output/index.html": "front", "Content/a.md": "a"])
    let before = try site.fingerprint()
    #expect(try site.fingerprint() == before)
    try site.edit("Content/a.md", "b")
    #expect(try site.fingerprint() == before)
    try site.edit("Output/index.html", replacing: "front", with: "other")
    #expect(try site.fingerprint() != before)
    #expect(site.page("index.html") == "other")
}
