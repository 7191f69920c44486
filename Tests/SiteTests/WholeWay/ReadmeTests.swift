import Foundation
import Testing

@testable import Site

@Suite struct `The README` {
    /// The fenced blocks of a section by their language, the first of each.
    private func blocks(of section: String) throws -> [String: String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "## " + section))
        var blocks: [String: String] = [:]
        var fence: (ticks: String, language: String, lines: [String])?
        for line in lines[start...].dropFirst() {
            let ticks = String(line.prefix { $0 == "`" })
            if let open = fence {
                guard line == open.ticks else {
                    fence?.lines.append(line)
                    continue
                }
                if blocks[open.language] == nil {
                    blocks[open.language] = open.lines.map { $0 + "\n" }.joined()
                }
                fence = nil
            } else if ticks.count >= 3 {
                fence = (ticks, String(line.dropFirst(ticks.count)), [])
            } else if line.hasPrefix("## ") {
                break
            }
        }
        return blocks
    }

    @Test func `five minutes to a site of your own, followed word for word`() async throws {
        let blocks = try blocks(of: "Five minutes to a site of your own")
        let site = try SiteFixture([
            "Content/data/heights.csv": try #require(blocks["csv"]),
            "Content/site.yaml": try #require(blocks["yaml"]),
            "Content/index.md": try #require(blocks["markdown"]),
            "Templates/page.mustache": try #require(blocks["html"]),
        ])
        let report = await site.build()
        #expect(report.problems == [])
        #expect(report.chartCount == 1)
        #expect(site.page("index.html")?.contains("Snow decides which of them is higher.") == true)
        #expect(site.page("index.html")?.contains("<svg") == true)
    }
}
