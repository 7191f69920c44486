import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct DiffTests {
    /// What changed from the two peaks as they are to the same site with some files changed.
    private func difference(_ changes: [String: String]) async throws -> SiteDifference {
        let (old, new) = (try peaks(), try peaks(changes))
        let result = await SiteBuild.difference(
            from: old.options, named: "old", to: new.options, named: "new")
        withExtendedLifetime((old, new)) {}
        return result
    }

    @Test func `rows, ranks, statements, charts and pages that changed are told`() async throws {
        let result = try await difference([
            "Content/data/heights.csv":
                "year,peak,metres,survey\n2020,north,812,old\n2021,north,812,new\n2021,south,811,new\n2022,north,812,new\n"
        ])
        let text = result.findings.text
        #expect(
            text.contains(
                """
                Rows (3)
                  removed heights 2020,south (Content/data/heights.csv:3)
                  changed heights 2021,south: metres 815 → 811 (Content/data/heights.csv:4)
                  added heights 2022,north (Content/data/heights.csv:5)
                """))
        #expect(
            text.contains(
                """
                Ranks (4)
                  height 2020 south: 2 → none
                  height 2021 north: 2 → 1
                  height 2021 south: 1 → 2
                  height 2022 north: none → 1
                """))
        #expect(text.contains("Charts and tables\n  changed height-of-two-peaks\n"))
        #expect(text.contains("  changed /\n"))
        #expect(result.brokenClaims.map(\.location?.line) == [3])
        #expect(text.contains("Claims that no longer hold\n  Content/index.md:3"))
    }

    @Test func `a fact's value is told before and after`() async throws {
        let result = try await difference([
            "Content/data/heights.csv":
                "year,peak,metres,survey\n2020,north,812,old\n2020,south,805,old\n2021,north,812,new\n2021,south,816,new\n"
        ])
        #expect(result.findings.text.contains("'11' (=growth('south', '2020', '2021')) 10 → 11"))
        #expect(result.brokenClaims.isEmpty && result.errors.isEmpty)
        #expect(result.findings.page.contains("<td data-column=\"cells\">metres 815 → 816</td>"))
    }

    @Test func `a claim that fails on the page of another row than before is told`() async throws {
        let place = """
            type: line
            index: height
            title: "Of all peaks [first](<=rank(:id, '2021')>)"
            """
        let files = [
            "Content/charts/place.yaml": place, "Templates/peak.mustache": "{{figures.place}}",
            "Content/index.md": "# Two peaks\n",
        ]
        let old = try peaks(files)
        let new = try peaks(files)
        try new.edit("Content/data/heights.csv", replacing: "2021,south,815", with: "2021,south,811")
        let result = await SiteBuild.difference(
            from: old.options, named: "old", to: new.options, named: "new")
        #expect(
            result.brokenClaims.map(\.message) == ["the text says 1 (as a place), the data say 2"])
        #expect(
            result.findings.json.contains(
                """
                    {"path": "Content/charts/place.yaml", "line": "3", "text": "first", "message": \
                "the text says 1 (as a place), the data say 2", "expression": "rank(:id, '2021')", \
                "accepted": "", "rows": "Content/data/heights.csv:5"}
                """))
    }

    @Test func `nothing is told of a site that is the same`() async throws {
        let text = try await difference([:]).findings.text
        #expect(text == "From old to new\n\nNothing changed\n  the data, texts and pages are the same\n")
    }

    @Test func `a program reads the same as JSON`() async throws {
        let json = try await difference(["Content/data/peaks.csv": "id,name\nnorth,North peak\n"]).findings
            .json
        let rows = try JSONDecoder().decode(Rows.self, from: Data(json.utf8)).rows
        #expect(rows.map { [$0["change"], $0["table"], $0["line"]] } == [["removed", "peaks", "3"]])
    }

    private struct Rows: Decodable { let rows: [[String: String]] }

    // MARK: Revisions

    @Test func `a revision of git is a folder of its own, and the working folder stays as it is`() throws {
        let site = try peaks()
        for arguments in [
            ["init", "--quiet", "--initial-branch=trunk"], ["add", "."],
            ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "one"],
        ] {
            #expect(try git(arguments, in: site.root) == 0)
        }
        try site.edit("Content/data/peaks.csv", "id,name\n")
        var problems: [Diagnostic] = []
        let revision = try #require(GitRevision("trunk", of: site.root, reporting: &problems))
        defer { revision.remove() }
        #expect(revision.name.hasPrefix("trunk ("))
        let old = try String(contentsOfFile: revision.folder + "/Content/data/peaks.csv", encoding: .utf8)
        #expect(old == "id,name\nnorth,North peak\nsouth,South peak\n")
        #expect(try site.folder.read("Content/data/peaks.csv") == "id,name\n")
        #expect(GitRevision("trnuk", of: site.root, reporting: &problems) == nil)
        #expect(GitRevision("--output=x", of: site.root, reporting: &problems) == nil)
        #expect(
            problems.map { "\($0.message); \($0.help ?? "")" } == [
                "'trnuk' is neither the folder of a site nor a revision of git; did you mean 'trunk'?",
                "'--output=x' is neither the folder of a site nor a revision of git; "
                    + "name a folder, a branch, a tag or a commit, such as HEAD~1",
            ])
    }

    private func git(_ arguments: [String], in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
