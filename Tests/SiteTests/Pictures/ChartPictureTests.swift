import Diagnostics
import Foundation
import Site
import Testing

@Suite struct ChartPictureTests {
    /// A stand-in for `rsvg-convert` that makes a file with the beginning and the end of a PNG, and writes
    /// down that it was asked.
    private static let maker = """
        #!/bin/sh
        echo picture >> "$(dirname "$0")/calls"
        { printf '\\211PNG\\r\\n\\032\\n'; cat "$7"; printf 'IEND\\256B\\140\\202'; } > "$6"

        """

    private func site() throws -> SiteFixture {
        let two = Trees.files(Trees.block)
            .merging(["Content/articles/more.md": "# More\n\n```chart\n\(Trees.block)\nname: more\n```\n"]) {
                $1
            }.merging(["maker": Self.maker]) { $1 }
        let site = try SiteFixture(two)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: site.root + "/maker")
        return site
    }

    private func calls(_ site: SiteFixture) -> Int {
        (try? site.folder.read("calls"))?.split(separator: "\n").count ?? 0
    }

    @Test func `a picture is made again only when its chart has changed`() async throws {
        let site = try site()
        func build() async -> [String] {
            await site.build { $0.pictures = .program(site.root + "/maker") }.problems
        }
        #expect(await build() == [])
        #expect(calls(site) == 2)
        #expect(FileManager.default.fileExists(atPath: site.root + "/Output/charts/more/chart.png"))
        #expect(await build() == [])
        #expect(calls(site) == 2)
        try site.edit("Content/articles/more.md", replacing: "title: Trees", with: "title: Other trees")
        #expect(await build() == [])
        #expect(calls(site) == 3)
    }

    @Test func `a build that takes pages over forgets the pictures of none of them`() async throws {
        let site = try site()
        func build() async -> [String] {
            // So that what was written can be known by its stamps.
            try? await Task.sleep(for: .milliseconds(50))
            return await site.build { $0.pictures = .program(site.root + "/maker") }.problems
        }
        #expect(await build() == [])
        try site.edit("Content/articles/more.md", replacing: "title: Trees", with: "title: Other trees")
        #expect(await build() == [])
        #expect(calls(site) == 3)
        try site.edit("Content/site.yaml", replacing: "title: Trees", with: "title: Woods")
        #expect(await build() == [])
        #expect(calls(site) == 3)
        #expect(try site.folder.tree(".sitegen/cache/png").count == 2, "and the old one is gone")
    }

    @Test func `a kept picture that is not as it was is made again`() async throws {
        let site = try site()
        func build() async -> [String] {
            await site.build { $0.pictures = .program(site.root + "/maker") }.problems
        }
        #expect(await build() == [])
        for name in try site.folder.tree(".sitegen/cache/png").keys {
            try site.edit(".sitegen/cache/png/" + name, "another picture")
        }
        try site.edit("Content/articles/more.md", replacing: "# More", with: "# Others")
        #expect(await build() == [])
        #expect(calls(site) == 4)
    }

    @Test func `without the program the build says so once and leaves the pictures out`() async throws {
        let site = try site()
        let report = await site.build { $0.pictures = .missing }
        #expect(report.diagnostics.count { $0.code == "no-pictures" } == 1)
        let page = try #require(site.page("charts/more/index.html"))
        #expect(page.contains("chart.svg") && !page.contains("chart.png"))
        #expect(try site.output().keys.contains { $0.hasSuffix(".png") } == false)
    }

    @Test func `a site that knows its address offers frames to other sites`() async throws {
        struct Frame: Decodable {
            let version, type, title, html: String
            let width, height: Int
        }
        let site = try site()
        await site.build(baseURL: "https://example.org/a/")
        let text = try #require(site.page("charts/more/oembed.json"))
        let frame = try JSONDecoder().decode(Frame.self, from: Data(text.utf8))
        #expect(frame.version == "1.0" && frame.type == "rich" && frame.title == "Trees")
        #expect(frame.html.contains("<iframe src=\"https://example.org/a/charts/more/embed/\""))
        #expect(frame.width == 960 && frame.height > 240)
        let page = try #require(site.page("charts/more/index.html"))
        #expect(
            page.contains(
                "type=\"application/json+oembed\" href=\"https://example.org/a/charts/more/oembed.json\""))
        await site.build()
        #expect(site.page("charts/more/oembed.json")?.contains("\"type\": \"link\"") == true)
    }
}
