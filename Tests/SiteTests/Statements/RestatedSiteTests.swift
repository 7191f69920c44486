import Diagnostics
import Foundation
import Testing

@testable import Site

/// The site of this repository, in a copy whose past is changed.
@Suite struct `A changed past of the site in this repository` {
    private func copy() throws -> SiteFixture {
        let site = try SiteFixture([:])
        for name in ["Content", "Templates"] {
            try FileManager.default.copyItem(
                atPath: repository.appending(path: name).path, toPath: site.root + "/" + name)
        }
        return site
    }

    private func options(_ site: SiteFixture) -> BuildOptions {
        BuildOptions(source: site.root, today: PublicationDate("2026-12-01")!)
    }

    @Test func `one changed rank names every sentence, chart and page that stands on it, and writes nothing`()
        async throws
    {
        let site = try copy()
        try site.edit(
            "Content/data/isp-speeds.csv", replacing: "2014-03,comcast,2.50,5,",
            with: "2014-03,comcast,2.50,6,")
        let report = await SiteBuild.build(options(site)).report
        let restatement = try #require(report.diagnostics.first { $0.code == "restatement" })
        #expect(restatement.failing == .check)
        #expect(
            restatement.message
                == "'rank' of the row '2014-03;comcast' of 'isp_speeds' was 5 when it was accepted, and is 6 now"
        )
        #expect(restatement.location?.path == "Content/data/isp-speeds.csv")
        #expect(
            restatement.notes.contains { note in
                note.hasPrefix("Content/articles/comcast-six-places.md:")
                    && note.hasSuffix(
                        ": the chart 'comcast-february-to-march' on /articles/comcast-six-places/")
            })
        let claims = report.diagnostics.filter { $0.code == "claim-fails" }
        let files = Set(claims.compactMap(\.location?.path))
        #expect(
            files.isSuperset(of: [
                "Content/articles/comcast-six-places.md", "Content/articles/how-the-list-changed.md",
                "Content/isps/comcast.md",
            ]))
        #expect(
            claims.allSatisfy { claim in
                claim.notes.contains { $0.hasPrefix("the row: Content/data/isp-speeds.csv:") }
            })
        #expect(!site.folder.exists("Output"))
    }

    @Test
    func `with the correction declared and the claims accepted it builds, and publishes the correction`()
        async throws
    {
        let site = try copy()
        try site.edit(
            "Content/data/isp-speeds.csv", replacing: "2014-03,comcast,2.50,5,",
            with: "2014-03,comcast,2.40,6,")
        try site.edit(
            "Content/data/isp-ranks-derived.csv", replacing: "2014-03,twc,6,", with: "2014-03,twc,5,")
        let before = await SiteBuild.claims(options(site))
        #expect(before.diagnostics.filter { $0.severity == .error && $0.failing != .check }.isEmpty)
        for item in before.items.reversed() where item.state == .fails {
            try turnIntoFact(item, in: site)
        }
        var acceptance = Acceptance()
        acceptance.reason = "The report was misread"
        let summary = await SiteBuild.accept(acceptance, options(site))
        #expect(summary.diagnostics.map(\.message) == [])
        #expect(try site.folder.read("Content/data/corrections.csv").split(separator: "\n").count == 4)
        let report = await SiteBuild.build(options(site)).report
        #expect(report.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
        for page in ["corrections", "articles/comcast-six-places", "index/2014-03"] {
            let text = try #require(site.page(page + "/index.html"))
            #expect(text.contains("5 became 6"), "\(page)")
            #expect(text.contains("The report was misread"), "\(page)")
        }
    }

    /// `[fifth](<=rank(…)>)` becomes what the data say.
    private func turnIntoFact(_ item: ClaimsReport.Item, in site: SiteFixture) throws {
        let path = item.location.path
        var lines = try site.folder.read(path).split(separator: "\n", omittingEmptySubsequences: false)
            .map { Array($0.utf8) }
        let line = lines[item.location.line - 1]
        let start = item.location.column - 1
        let link = line[start...]
        let opening = try #require(link.firstRange(of: Array("](".utf8)))
        let isBracketed = link[opening.upperBound] == UInt8(ascii: "<")
        let end = try #require(link.firstRange(of: Array((isBracketed ? ">)" : ")").utf8)))
        let expression = link[opening.upperBound..<end.lowerBound].drop { $0 == UInt8(ascii: "<") }
        lines[item.location.line - 1] =
            line[..<start] + Array("`".utf8) + expression + Array("`".utf8) + line[end.upperBound...]
        try site.edit(path, String(decoding: Array(lines.joined(separator: Array("\n".utf8))), as: UTF8.self))
    }
}
