import Diagnostics
import Testing

@testable import Site

@Suite struct `Building again` {
    @Test func `two builds in two folders are equal byte for byte`() async throws {
        let (first, second) = (try SiteFixture(clinics), try SiteFixture(clinics))
        await first.build()
        await second.build()
        let files = try first.output()
        #expect(files.count > 10)
        #expect(try second.output() == files)
    }

    @Test func `a second build changes nothing, not even a time of change`() async throws {
        let site = try SiteFixture(clinics)
        await site.build()
        let before = try site.fingerprint()
        let report = await site.build()
        #expect(report.renderedCount == 0)
        #expect(try site.fingerprint() == before)
    }

    @Test
    func `with one error nothing in the output changes, and the mended site is built as if from nothing`()
        async throws
    {
        let site = try SiteFixture(clinics)
        await site.build()
        let before = try site.fingerprint()
        try site.edit("Content/clinics/hill.md", "---\ntitle: Hill\ndraft: perhaps\n---\nChanged.\n")
        try site.edit("Content/index.md", "# Other front page\n")
        #expect(await site.build().diagnostics.hasErrors)
        #expect(try site.fingerprint() == before)
        try site.edit("Content/clinics/hill.md", "Changed.\n")
        #expect(await !site.build().diagnostics.hasErrors)
        let clean = try SiteFixture(
            clinics.with([
                "Content/clinics/hill.md": "Changed.\n", "Content/index.md": "# Other front page\n",
            ]))
        await clean.build()
        #expect(try site.output() == clean.output())
    }

    @Test func `a removed page goes, and a stranger's file stays`() async throws {
        let site = try SiteFixture(rivers.with(["Content/elbe.md": "# The Elbe\n"]))
        try site.edit("Output/CNAME", "rivers.example")
        await site.build()
        try site.remove("Content/elbe.md")
        await site.build()
        #expect(site.page("elbe/index.html") == nil)
        #expect(site.page("CNAME") == "rivers.example")
    }

    @Test func `a check writes nothing`() async throws {
        let site = try SiteFixture(clinics)
        let before = try site.fingerprint(of: "")
        let report = await SiteBuild.check(
            BuildOptions(source: site.root, today: PublicationDate("2024-01-01")!))
        #expect(try site.fingerprint(of: "") == before)
        #expect(await report.pageCount == site.build().pageCount)
    }
}
