import Diagnostics
import Site
import Testing

@Suite struct ChartColorTests {
    private func settings(_ colors: String) throws -> [String: String] {
        let plain = try #require(Trees.files(Trees.block)["Content/site.yaml"])
        return ["Content/site.yaml": plain + "\ncolors:\n" + colors + "\n"]
    }

    @Test func `a pair of the site's own is used in pictures and in the style sheet, light and dark`()
        async throws
    {
        let colors = """
              ash: { light: "#006644", dark: "#77DDAA" }
              beech: 2
              cedar: 3
            """
        let site = try SiteFixture(Trees.files(Trees.block).merging(settings(colors)) { $1 })
        #expect(await site.build().problems == [])
        let page = try #require(site.page("articles/trees/index.html"))
        #expect(page.contains("class=\"sg-s sg-c8\" fill=\"#064\""))
        let style = try #require(try site.output().first { $0.key.hasPrefix("assets/charts.") }?.value)
        #expect(style.contains("--sg-c8:#064;") && style.contains("--sg-c8:#7DA;"))
        #expect(style.contains(".sg-c8{fill:var(--sg-c8)}"))
        let drawing = try #require(site.page("charts/trees/chart.svg"))
        #expect(drawing.contains("--sg-c8:#064;") && drawing.contains("--sg-c8:#7DA;"))
    }

    @Test func `rows of a query take the colours that are written down`() async throws {
        let query = """
            type: line
            query: SELECT month AS period, tree AS entity, metres AS value FROM heights
            title: Trees
            """
        let drawn = try await Trees.draw(query, settings("  ash: 8\n  beech: 7\n  cedar: 6"))
        let svg = String(decoding: drawn.svg, as: UTF8.self)
        for slot in ["sg-c7", "sg-c6", "sg-c5"] { #expect(svg.contains("class=\"sg-s \(slot)\""), "\(slot)") }
    }

    @Test func `the data package may write colours down too, and the site has the last word`() async throws {
        let query = """
            type: line
            query: SELECT month AS period, tree AS entity, metres AS value FROM heights
            title: Trees
            """
        let package = [
            "Content/data/datapackage.yaml": """
            name: trees
            resources: [{ name: heights, path: heights.csv }, { name: trees, path: trees.csv }]
            colors: { ash: 8, beech: 7, cedar: 1 }
            """
        ]
        let drawn = try await Trees.draw(query, settings("  cedar: 6").merging(package) { $1 })
        let svg = String(decoding: drawn.svg, as: UTF8.self)
        for slot in ["sg-c7", "sg-c6", "sg-c5"] { #expect(svg.contains("class=\"sg-s \(slot)\""), "\(slot)") }
    }

    @Test(arguments: [
        (
            ##"{ light: "#00FF88", dark: "#77DDAA" }"##, "12:17 error low-contrast",
            "#00FF88 has a contrast of 1.34:1 on a light page"
        ),
        (
            ##"{ light: "#006644", dark: "#004433" }"##, "12:34 error low-contrast",
            "#004433 has a contrast of 1.61:1 on a dark page"
        ),
        (##"{ light: green, dark: "#77DDAA" }"##, "12:17 error color", "'green' is no colour"),
        (##"{ light: "#006644" }"##, "12:8 error missing-key", "dark"),
        ("9", "12:8 error", "8"),
    ])
    func `a colour that nobody can read is refused where it stands`(
        color: String, place: String, words: String
    ) async throws {
        let site = try SiteFixture(
            Trees.files(Trees.block).merging(settings("  ash: \(color)\n  beech: 2\n  cedar: 3")) { $1 })
        let told = await site.build().findings.filter { $0.severity == .error }.map(\.described)
        #expect(told.count == 1 && told.first?.hasPrefix(place) == true, "\(told)")
        #expect(told.first?.contains(words) == true, "\(told)")
    }
}
