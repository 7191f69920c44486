import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct `The README` {
    /// The lines of a section.
    private func section(_ title: String) throws -> ArraySlice<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "## " + title))
        return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
    }

    @Test func `five minutes to a site of your own, followed word for word`() async throws {
        let text = try section("Five minutes to a site of your own").joined(separator: "\n")
        let site = try SiteFixture([:])
        var problems: [Diagnostic] = []
        let written = SiteStarter.start(in: site.root, adds: false, reporting: &problems)
        #expect(problems.isEmpty)
        for path in text.matches(of: /(?m)^Content\/[^ :]+ +[^ ]/) {
            let name = String(path.output.prefix { $0 != " " })
            #expect(written.contains(name), "the README lists \(name)")
        }
        let today = try #require(PublicationDate("2024-07-06"))
        let report = await site.build(baseURL: nil) { $0.today = today }
        #expect(report.problems == [])
        #expect(report.chartCount == 2)
        #expect(site.page("index.html")?.contains("<svg") == true)

        #expect(text.contains("write `2024-06,north,90.0` in place of\n`2024-06,north,94.4`"))
        try site.edit(
            "Content/data/punctuality.csv", replacing: "2024-06,north,94.4", with: "2024-06,north,90.0")
        let broken = await site.build(baseURL: nil) { $0.today = today }
        let error = try #require(broken.diagnostics.first { $0.code == "claim-fails" })
        #expect(
            text.contains(DiagnosticFormatter(colored: false).format(error)), "the README shows the message")
    }
}
