import Testing

@testable import Site

@Test func `the manifest names every file with its digest and what it was made from`() async throws {
    let site = try SiteFixture(rivers.with(["Content/assets/a.txt": "abc"]))
    #expect(await site.build().problems == [])
    let manifest = site.page("manifest.json") ?? ""
    #expect(
        manifest.contains(
            #"""
            {"path":"assets/a.txt","bytes":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","inputs":["Content/assets/a.txt"]}
            """#))
    #expect(manifest.contains(#""inputs":["Content/index.md","Templates/page.mustache"]"#))
    let files = try site.output().keys.filter { $0 != "manifest.json" }
    #expect(files.allSatisfy { manifest.contains("{\"path\":\"\($0)\",") })
}

@Test func `the manifest names the data and the figures behind a page and behind its figures`() async throws {
    let site = try SiteFixture(
        rivers.with([
            "Content/index.md": "# Rivers\n\n```table\nquery: SELECT river, km FROM long\ntitle: Long\n```\n",
            "Content/data/lengths.csv": "river,km\nrhine,1233\n",
            "Content/data/long.sql": "SELECT river, km FROM lengths WHERE km > 1000",
        ]))
    _ = await site.build()
    let manifest = site.page("manifest.json") ?? ""
    let data = #""Content/data/lengths.csv","Content/data/long.sql","Content/index.md""#
    #expect(manifest.contains(#""inputs":[\#(data),"Templates/page.mustache"]"#))
    let files = manifest.split(separator: "\n").filter { $0.contains("charts/long/") }
    #expect(!files.isEmpty)
    #expect(files.allSatisfy { $0.contains(#""inputs":[\#(data)"#) })
}
