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
