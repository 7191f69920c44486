import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct `What is kept of a build` {
    private static let day = "2024-01-01"

    /// What a build with nothing to do would tell; nil where it has to build.
    private func replayed(
        _ site: SiteFixture, _ change: (inout BuildOptions) -> Void = { _ in }
    ) async -> BuildReport? {
        var options = BuildOptions(source: site.root, today: PublicationDate(Self.day)!)
        change(&options)
        return await BuildCache.look(options).found.report
    }

    @Test func `where nothing has changed, the report is told again with nothing rendered`() async throws {
        let site = try SiteFixture(clinics.with(["Content/late.md": "---\ndate: 2030-01-01\n---\n# Late\n"]))
        let built = await site.build()
        let told = try #require(await replayed(site))
        #expect(told.diagnostics == built.diagnostics)
        #expect(told.skipped == built.skipped)
        #expect(told.pageCount == built.pageCount)
        #expect(told.renderedCount == 0)
    }

    @Test(arguments: [
        ("Content/index.md", "# Waiting for the nurse!\n\n[Hill](/c/hill/)\n"),
        ("Content/new.md", "# New\n"),
        ("Content/data/opened.sql", "SELECT code FROM clinics ORDER BY opened\n"),
        ("Content/assets/a.css", "p{}"), ("Templates/page.mustache", "<p>{{page.content}}</p>\n"),
    ])
    func `any other byte of the sources is built`(path: String, text: String) async throws {
        let site = try SiteFixture(clinics)
        await site.build()
        try site.edit(path, text)
        #expect(await replayed(site) == nil)
    }

    @Test func `an edit of the same length in the same moment is built`() async throws {
        let site = try SiteFixture(rivers)
        for word in ["Elbe", "Oder", "Main", "Isar", "Spree"] {
            try site.edit("Content/a.md", "# The \(word)\n")
            await site.build()
            #expect(site.page("a/index.html")?.contains(word) == true)
        }
    }

    @Test func `a page that was removed or given another name is no longer there`() async throws {
        let site = try SiteFixture(rivers.with(["Content/a.md": "# A\n"]))
        await site.build()
        try site.remove("Content/a.md")
        #expect(await replayed(site) == nil)
    }

    @Test func `another question has another answer`() async throws {
        let site = try SiteFixture(rivers)
        await site.build()
        #expect(await replayed(site) != nil)
        #expect(await replayed(site) { $0.includesDrafts = true } == nil)
        #expect(await replayed(site) { $0.baseURL = "https://rivers.example/" } == nil)
        #expect(await replayed(site) { $0.today = PublicationDate("2024-01-02")! } == nil)
        #expect(await replayed(site) { $0.output = site.root + "/Elsewhere" } == nil)
        #expect(await replayed(site) { $0.pictures = .missing } == nil)
    }

    @Test func `an output that is not as it was left is built again`() async throws {
        let site = try SiteFixture(rivers)
        await site.build()
        try site.remove("Output/index.html")
        #expect(await replayed(site) == nil)
        await site.build()
        #expect(site.page("index.html") != nil)
        try site.edit("Output/index.html", "mine")
        #expect(await replayed(site) == nil)
        #expect(await site.build().problems.count == 1)
    }

    @Test(arguments: ["", "{}", "0123"])
    func `what is damaged is dropped`(text: String) async throws {
        let site = try SiteFixture(rivers)
        await site.build()
        let kept = try site.folder.tree(".sitegen/cache")
        #expect(kept.count == 2)
        for name in kept.keys { try site.edit(".sitegen/cache/" + name, text) }
        #expect(await replayed(site) == nil)
        #expect(await !site.build().diagnostics.hasErrors)
        #expect(await replayed(site) != nil)
    }

    @Test func `a folder of the output that is a link now is told of`() async throws {
        let site = try SiteFixture(rivers.with(["Content/a.md": "# A\n"]))
        await site.build()
        #expect(await replayed(site) != nil)
        try FileManager.default.moveItem(atPath: site.root + "/Output/a", toPath: site.root + "/moved")
        try site.folder.link("Output/a", to: site.root + "/moved")
        #expect(await replayed(site) == nil)
        #expect(await site.build().diagnostics.contains { $0.code == "output-symbolic-link" })
    }

    @Test func `what stands in place of the cache gives way to it`() async throws {
        let site = try SiteFixture(rivers)
        await site.build()
        try site.remove(".sitegen/cache")
        try site.edit(".sitegen/cache", "no folder")
        #expect(await !site.build().diagnostics.hasErrors)
        #expect(await replayed(site) != nil)
    }

    @Test func `builds that end with errors keep nothing`() async throws {
        let site = try SiteFixture(rivers)
        await site.build()
        try site.edit("Content/a.md", "[x](/nowhere/)\n")
        await site.build()
        #expect(await replayed(site) == nil)
    }
}
