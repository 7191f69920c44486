import Diagnostics
import Foundation
import Testing

@testable import Site

private let home = [
    "Content/site.yaml": "title: Peaks\n",
    "Content/index.md": "---\ntitle: Peaks\n---\nA text.\n",
]

@Suite struct `A text whose bytes were let go of` {
    private func settledSite(_ files: [String: String]) throws -> SiteFixture {
        let site = try SiteFixture(home.merging(files) { $1 })
        waitForSettledStamps(since: timeOfStamps())
        return site
    }

    private func excerpts(_ report: BuildReport, of code: String) -> [String?] {
        report.diagnostics.filter { $0.code == code }.map(\.excerpt)
    }

    @Test func `is read again for the line of a message`() async throws {
        let site = try settledSite([
            "Content/a.md": "---\ntitle: A\naliases: [nowhere]\n---\nOne.\n\nSee [b](/b/), [c](/).\n"
        ])
        let report = await site.build()
        #expect(excerpts(report, of: "dead-link") == ["See [b](/b/), [c](/)."])
    }

    @Test func `is read again with what it includes`() async throws {
        let site = try settledSite([
            "Content/a.md": "---\ntitle: A\n---\nOne.\n\n<!-- include: _b.md -->\n\nThree.\n",
            "Content/_b.md": "Two.\n\nSee [b](/b/).\n",
        ])
        let report = await site.build()
        #expect(excerpts(report, of: "dead-link") == ["See [b](/b/)."])
        let place = report.diagnostics.first { $0.code == "dead-link" }?.location
        #expect(place?.path == "Content/_b.md" && place?.line == 3)
    }

    @Test func `has the build begun anew where it says something else by then`() async throws {
        let site = try settledSite(["Content/a.md": "---\ntitle: A\n---\nOne.\n"])
        let article = try await article("Content/a.md", of: site)
        #expect(article.made.source.line(4) == "One.")
        #expect(!article.options.staleness.isFound)
        try site.edit("Content/a.md", replacing: "One", with: "Two")
        #expect(article.made.source.line(4) == "Two.")
        #expect(article.options.staleness.isFound)
    }

    @Test(arguments: ["`=1`", "[1](=1)", "[@key]", "[@fig:a]", "![a](b.png)", "[a](/#b)", "```chart\n```"])
    func `keeps them where its page looks at them again`(_ text: String) async throws {
        let site = try settledSite(["Content/a.md": "---\ntitle: A\n---\n\(text)\n"])
        let article = try await article("Content/a.md", of: site)
        try site.remove("Content/a.md")
        #expect(article.made.source.line(2) == "title: A")
        #expect(!article.options.staleness.isFound)
    }

    /// An article of a site that is built for the next process.
    private func article(
        _ path: String, of site: SiteFixture
    ) async throws -> (made: Article, options: BuildOptions) {
        var options = BuildOptions(source: site.root, today: PublicationDate("2024-01-01")!)
        options.remembering = .nextProcess
        var problems: [Diagnostic] = []
        let sources = await SourceLoader(options).load(reporting: &problems)
        let settings = SiteSettings(sources, reporting: &problems)
        let file = try #require(sources.articles.first { $0.path == path })
        return (ArticleReading(sources, settings, options).article(of: file).article, options)
    }
}

@Suite struct `Texts that are read one by one` {
    @Test func `are told of where they cannot be read`() async throws {
        let site = try SiteFixture(home)
        try Data([0x23, 0x20, 0xE4]).write(to: URL(filePath: site.root + "/Content/a.md"))
        waitForSettledStamps(since: timeOfStamps())
        let report = await site.build()
        #expect(report.diagnostics.contains { $0.code == "not-utf8" && $0.location?.path == "Content/a.md" })
        #expect(try site.output().isEmpty)
    }

    @Test func `are not held, but for those that may have changed since they were looked at`() async throws {
        let site = try SiteFixture(
            home.merging(["Content/_b.md": "A part.\n", "Content/a.md": "# A\n"]) { $1 })
        var problems: [Diagnostic] = []
        let options = BuildOptions(source: site.root, today: PublicationDate("2024-01-01")!)
        let sources = await SourceLoader(options).load(holding: ["Content/a.md"], reporting: &problems)
        #expect(sources.articles.map(\.path) == ["Content/a.md"])
        #expect(sources.waiting == ["Content/index.md"])
        #expect(sources.parts.keys.sorted() == ["Content/_b.md"])
    }
}
