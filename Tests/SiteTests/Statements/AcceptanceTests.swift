import Diagnostics
import Testing

@testable import Site

@Suite struct `Accepting facts and claims` {
    @Test func `what is new is one warning, and silent once it is accepted`() async throws {
        let site = try SiteFixture(orchard)
        #expect(
            await site.build().problems == [
                "Content/claims.lock:0: warning: 4 facts and claims have not been accepted yet",
                "Content/claims.lock:0: warning: the rows of 'harvest' have not been accepted yet, so nothing keeps their past",
            ])
        let summary = await accept(site)
        #expect(summary.added == 4)
        #expect(summary.rows == 3)
        #expect(summary.files == ["Content/claims.lock"])
        let report = await site.build()
        #expect(report.problems == [])
        #expect(report.lastLine(seconds: 0).hasSuffix("· 2 of 2 claims hold · 4 of 4 numbers verified"))
        #expect(try site.folder.tree("Content").keys.filter { $0.contains(".new") } == [])
    }

    @Test func `a build never writes the lock`() async throws {
        let site = try SiteFixture(orchard)
        await site.build()
        #expect(!site.folder.exists("Content/claims.lock"))
    }

    @Test func `a line that moves changes nothing`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/index.md", replacing: "In 2023", with: "A word before.\n\nIn 2023")
        #expect(await site.build().problems == [])
    }

    @Test func `a value that moved fails, though the text still holds`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/shares.sql", "SELECT 'north' AS plot, 0.251 AS share")
        let report = await site.build()
        #expect(
            report.problems == [
                "Content/index.md:6: error: this claim was 0.25 when it was accepted on 2024-01-01, and is 0.251 now"
            ])
        #expect(report.findings.allSatisfy { $0.failing == .check })
        #expect(report.findings.first?.help?.contains("claims accept Content/index.md") == true)
    }

    @Test func `a claim that fails tells since when, and from which rows`() async throws {
        let site = try await acceptedOrchard()
        try site.edit(
            "Content/data/shares.sql", "SELECT plot, 0.5 AS share, _row FROM harvest WHERE year = 2023")
        let problem = try #require(await site.build().findings.first)
        #expect(problem.code == "claim-fails")
        #expect(problem.location?.description == "Content/index.md:6:1")
        #expect(
            problem.notes == [
                "the claim: 'a quarter'", "the expression: SELECT share FROM shares WHERE plot = 'north'",
                "it held with 0.25, accepted on 2024-01-01, until the data changed",
                "the row: Content/data/harvest.csv:4 north, 2023, 12.5",
            ])
    }

    @Test func `a claim that fails cannot be accepted`() async throws {
        let site = try await acceptedOrchard()
        let before = try site.folder.read("Content/claims.lock")
        try site.edit("Content/data/shares.sql", "SELECT 'north' AS plot, 0.5 AS share")
        let summary = await accept(site)
        #expect(summary.diagnostics.map(\.code) == ["claim-fails"])
        #expect(try site.folder.read("Content/claims.lock") == before)
    }

    @Test func `entries that vanished are told of and dropped`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/index.md", "---\ntitle: Harvests\n---\nNothing.\n")
        #expect(await site.build().problems == [])
        let report = await SiteBuild.claims(BuildOptions(source: site.root, today: dayOfAcceptance))
        #expect(report.items.map(\.state) == [.gone, .gone, .gone, .gone])
        #expect(await accept(site).dropped == 4)
    }

    @Test func `only what is named is accepted`() async throws {
        let site = try SiteFixture(orchard)
        try site.edit("Content/about.md", "---\ntitle: About\n---\n`=1 + 1` pages.\n")
        #expect(await accept(site) { $0.names = ["about.md"] }.added == 1)
        let report = await SiteBuild.claims(BuildOptions(source: site.root, today: dayOfAcceptance))
        #expect(report.items.count { $0.state == .accepted } == 1)
        #expect(report.items.count { $0.state == .new } == 4)
        let summary = await accept(site) { $0.names = ["abuot.md"] }
        #expect(summary.diagnostics.map(\.code) == ["unknown-name"])
    }

    @Test func `accepting can stamp the article and open a correction in it`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/shares.sql", "SELECT 'north' AS plot, 0.251 AS share")
        let summary = await accept(site) {
            $0.stamps = true
            $0.reason = "We had \"counted\" twice."
        }
        #expect(summary.moved == 1)
        #expect(Set(summary.files) == ["Content/claims.lock", "Content/index.md"])
        #expect(
            try site.folder.read("Content/index.md").hasPrefix(
                """
                ---
                title: "The best year gave `=SELECT max(tonnes) FROM harvest` tonnes"
                date: 2024-01-01
                updated: 2024-01-01
                corrections:
                  - { date: 2024-01-01, text: "We had \\"counted\\" twice." }
                ---

                """))
        #expect(await site.build().problems == [])
        #expect(site.page("index.html")?.contains("(We had &quot;counted&quot; twice.)") == true)
    }

    @Test(arguments: [
        ("[12.5 tonnes](", "[12 or 13 tonnes](", "updated: 2024-01-01"),
        ("date: 2024-01-01\n", "date: 2024-01-01\nlastmod: 2023-12-31\n", "lastmod: 2023-12-31"),
        ("That is", "That is `=1 + 1` or", "date: 2024-01-01"),
    ])
    func `accepting stamps an article whose claim was rewritten, and not one that merely says more`(
        old: String, new: String, line: String
    ) async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/index.md", replacing: old, with: new)
        #expect(await accept(site) { $0.stamps = true }.diagnostics.isEmpty)
        let matter = try site.folder.read("Content/index.md").split(separator: "---")[0]
        #expect(matter.split(separator: "\n").last == Substring(line))
    }

    // MARK: Tables that only grow

    @Test func `a row that is added passes`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/harvest.csv", replacing: "north,2023", with: "south,2023,9.5\nnorth,2023")
        #expect(await site.build().problems == [])
    }

    @Test(arguments: [
        (
            "south,2022,8.0\n", "south,2022,8.5\n",
            "Content/data/harvest.csv:3: error: 'tonnes' of the row 'south;2022' of 'harvest' was 8 when it was accepted, and is 8.5 now"
        ),
        (
            "south,2022,8.0\n", "",
            "Content/data/harvest.csv:3: error: the row 'south;2022' of 'harvest' was accepted, and is gone or changed now"
        ),
        (
            "plot,year,tonnes", "plot,year,weight",
            "Content/data/harvest.csv:0: error: the column 'tonnes' of 'harvest' was accepted, and is gone or changed now"
        ),
    ])
    func `a past value that was rewritten fails`(old: String, new: String, problem: String) async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/harvest.csv", replacing: old, with: new)
        if new.contains("weight") {
            try site.edit("Content/data/datapackage.yaml", replacing: "name: tonnes", with: "name: weight")
            try site.edit("Content/index.md", "---\ntitle: The orchard\n---\nNothing.\n")
        }
        let report = await site.build()
        #expect(report.problems == [problem])
        #expect(report.findings.allSatisfy { $0.failing == .check })
        #expect(!site.folder.exists("Output/index.html"))
    }

    @Test func `a declared correction is accepted and published`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/harvest.csv", replacing: "north,2023,12.5", with: "north,2023,12.52")
        #expect(await accept(site).diagnostics.map(\.code) == ["restatement"])
        let summary = await accept(site) { $0.reason = "Weighed again, dry" }
        #expect(summary.diagnostics.isEmpty)
        #expect(Set(summary.files) == ["Content/data/changes.csv", "Content/claims.lock"])
        #expect(
            try site.folder.read("Content/data/changes.csv") == """
                date,resource,key,field,old,new,reason
                2024-01-01,harvest,north;2023,tonnes,12.5,12.52,"Weighed again, dry"

                """)
        #expect(await site.build().problems == [])
        #expect(
            site.page("index.html")?.split(separator: "|").last
                == "[1 January 2024: Tonnes, north, 2023: 12.5 became 12.52 (Weighed again, dry)]")
    }

    @Test func `a row that is gone is told of beside the one before it, with the pages of its table`()
        async throws
    {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/harvest.csv", replacing: "south,2022,8.0\n", with: "")
        let problem = try #require(await site.build().findings.first)
        #expect(problem.location?.line == 3)
        #expect(problem.excerpt == "north,2023,12.5")
        #expect(
            problem.notes.suffix(2) == [
                "the row before it stands here", "on /: 2 figures of the text from 'harvest'",
            ])
    }

    @Test func `a table of corrections that is not there yet is begun with the first correction`()
        async throws
    {
        let site = try SiteFixture(orchard)
        try site.remove("Content/data/changes.csv")
        let package = try site.folder.read("Content/data/datapackage.yaml")
        let described = try #require(package.firstRange(of: "  - name: changes"))
        try site.edit("Content/data/datapackage.yaml", String(package[..<described.lowerBound]))
        let problem = try #require(await site.build().findings.first { $0.severity == .error })
        #expect(problem.code == "no-corrections-table")
        #expect(problem.location.map { "\($0.path):\($0.line)" } == "Content/site.yaml:2")
        #expect(
            problem.help
                == "make Content/data/changes.csv with one line, date,resource,key,field,old,new,reason; "
                + "the first correction, sitegen claims accept --correction \"the reason\", makes it too")
        let corrections = "date,resource,key,field,old,new,reason\n"
        try site.edit("Content/data/changes.csv", corrections)
        #expect(await accept(site).diagnostics.isEmpty)
        try site.remove("Content/data/changes.csv")
        try site.edit("Content/data/harvest.csv", replacing: "south,2022,8.0", with: "south,2022,8.5")
        let summary = await accept(site) { $0.reason = "Weighed again" }
        #expect(summary.diagnostics.map(\.message) == [])
        #expect(
            try site.folder.read("Content/data/changes.csv")
                == corrections + "2024-01-01,harvest,south;2022,tonnes,8,8.5,Weighed again\n")
        #expect(await site.build().problems == [])
    }

    @Test func `a correction must say what the data say`() async throws {
        let site = try await acceptedOrchard()
        try site.edit(
            "Content/data/changes.csv",
            "date,resource,key,field,old,new,reason\n2024-01-01,harvest,south;2022,tonnes,7,7.5,Typing\n")
        #expect(
            await site.build().problems == [
                "Content/data/changes.csv:2: error: the correction says that Tonnes, south, 2022 is now 7.5, and the data say 8.0"
            ])
    }

    // MARK: Numbers that nothing covers

    @Test func `a number that nothing covers is told of with its place`() async throws {
        let site = try await acceptedOrchard()
        try site.edit(
            "Content/about.md",
            "---\ntitle: About\n---\nWe have *seven* plots, “nine” in a quotation, `5` in code,\n[six](=literal) by name and 3 pigs.\n"
        )
        let report = await site.build()
        #expect(
            report.problems == [
                "Content/about.md:4: warning: nothing in the data covers 'seven'",
                "Content/about.md:5: warning: nothing in the data covers '3'",
            ])
        #expect(report.findings.map(\.location?.column) == [10, 29])
        #expect(report.lastLine(seconds: 0).contains("4 of 6 numbers verified"))
        try site.edit("Content/site.yaml", replacing: "warn", with: "refuse")
        #expect(await site.build().diagnostics.hasErrors)
        try site.edit("Content/site.yaml", replacing: "refuse", with: "count")
        #expect(await site.build().problems == [])
    }

    @Test func `a number that is no figure of the data stands on the page as it is`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/about.md", "---\ntitle: About\n---\n[Six](=literal) plots.\n")
        await site.build()
        #expect(site.page("about/index.html")?.contains("<p>Six plots.</p>") == true)
    }
}
