import Foundation
import Testing

@Suite(.serialized) struct ChartCommandTests {
    private struct Box: Decodable {
        let role: String
        let text: String
        let x, y, width, height: Double
    }

    private let site: SiteFixture

    init() throws { site = try SiteFixture(Trees.files(Trees.block)) }

    @Test func `without a name it lists the charts`() async throws {
        let ending = try await Program("chart", "-s", site.root).end()
        #expect(ending.status == 0, "\(ending.problems)")
        let lines = ending.output.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.first == "name type entities × periods filled bytes warnings")
        #expect(lines.count == 2 && lines.last?.hasPrefix("trees rank 3 × 3 100 % ") == true, "\(lines)")
    }

    @Test func `a name writes the picture, in the theme and the layout that are asked for`() async throws {
        let light = try await Program("chart", "-s", site.root, "trees").end()
        #expect(light.status == 0 && light.output.hasPrefix("<svg ") && light.output.hasSuffix("</svg>\n"))
        #expect(light.output.contains("width=\"984\""))
        let dark = try await Program("chart", "-s", site.root, "trees", "--theme", "dark").end()
        #expect(dark.output.contains("fill=\"#14171A\"") && !light.output.contains("fill=\"#14171A\""))
        let small = try await Program("chart", "-s", site.root, "trees", "--width", "360").end()
        #expect(small.output.contains("width=\"384\""))
    }

    @Test func `the geometry is JSON`() async throws {
        let ending = try await Program("chart", "-s", site.root, "trees", "--geometry").end()
        let boxes = try JSONDecoder().decode([Box].self, from: Data(ending.output.utf8))
        #expect(boxes.contains { $0.text.contains("Ash") && $0.width > 0 && $0.height > 0 })
    }

    @Test func `all charts go into a folder`() async throws {
        let folder = site.root + "/pictures"
        let ending = try await Program("chart", "-s", site.root, "--all", "-o", folder).end()
        #expect(ending.status == 0, "\(ending.problems)")
        #expect(try site.folder.tree("pictures").keys.sorted() == ["trees.svg"])
    }

    @Test func `a wrong name is an error that says the right one`() async throws {
        let ending = try await Program("chart", "-s", site.root, "treees").end()
        #expect(ending.status == 1 && ending.output.isEmpty)
        #expect(ending.problems.contains("error: there is no chart 'treees', did you mean 'trees'?"))
    }

    @Test(arguments: [
        ["trees", "--width=500"], ["--all", "trees"], ["--all", "--theme=light"],
        ["--format=png", "--theme=light"],
    ])
    func `what makes no sense is a usage error`(arguments: [String]) async throws {
        let ending = try await Program("chart", "-s", site.root, arguments[0], arguments[1]).end()
        #expect(ending.status == 64, "\(ending.problems)")
    }

    @Test func `a picture as PNG needs rsvg-convert, and takes what it makes`() async throws {
        let without = try await Program(
            "chart", "-s", site.root, "trees", "--format", "png", environment: ["PATH": site.root]
        ).end()
        #expect(without.status != 0 && without.problems.contains("librsvg2-bin"), "\(without.problems)")
    }
}
