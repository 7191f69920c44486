import Diagnostics
import Testing

@testable import Site

@Suite struct ProvenanceTests {
    private let unsourced = """
        name: two-peaks
        resources:
          - { name: heights, path: heights.csv }
          - { name: peaks, path: peaks.csv }
          - { name: surveys, path: surveys.csv }

        """

    @Test func `a figure names the sources of the rows that it shows`() async throws {
        let site = try peaks()
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        let page = try #require(site.page("index.html"))
        #expect(page.contains(">Sources: Land office; Snow office</p>"))
    }

    @Test func `a figure whose rows name no source names those of its table`() async throws {
        let site = try peaks(["Content/data/surveys.csv": "key,office,title\nold,,\nnew,,\n"])
        try site.edit(
            "Content/site.yaml",
            replacing: "citations: { table: surveys, key: key, publisher: office, title: title }", with: "")
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        #expect(try #require(site.page("index.html")).contains(">Source: The surveys</p>"))
    }

    @Test(arguments: [("refuse", "error"), ("warn", "warning")])
    func `a figure from data without source or licence is told of where the site asks`(
        weight: String, severity: String
    ) async throws {
        let site = try peaks(["Content/data/datapackage.yaml": unsourced])
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        let settings = try site.folder.read("Content/site.yaml")
        try site.edit("Content/site.yaml", settings + "\ncheck: { sources: \(weight) }\n")
        let problem =
            "Content/index.md:6: \(severity): 'height-of-two-peaks' is drawn from 'heights', of which nobody says the"
        let problems = await site.build().problems(besides: ["claims-new"])
        #expect(problems == ["\(problem) source", "\(problem) licence"])
    }

    @Test(arguments: [("2 years", []), ("1 year", ["warning"]), ("366", ["warning"]), ("731 days", [])])
    func `data older than said are told of, counted from the end of their newest period`(
        age: String, severities: [String]
    ) async throws {
        let site = try peaks()
        try site.edit(
            "Content/data/datapackage.yaml", replacing: "path: heights.csv",
            with: "path: heights.csv\n    max_age: \(age)")
        let found = await site.build().problems(besides: ["claims-new"])
        #expect(
            found
                == severities.map {
                    "Content/data/heights.csv:4: \($0): the newest row of 'heights' is of 2021, 731 days before 2024-01-01"
                } || (found.isEmpty && severities.isEmpty))
    }

    @Test func `stale data fail the build as a check where the site says so`() async throws {
        let site = try peaks()
        let settings = try site.folder.read("Content/site.yaml")
        try site.edit(
            "Content/site.yaml", settings + "\ndata: { max_age: 30 days }\ncheck: { freshness: refuse }\n")
        let report = await site.build()
        #expect(
            report.findings.map(\.code).filter { $0 != "claims-new" } == ["stale-data"])
        #expect(report.diagnostics.first { $0.code == "stale-data" }?.failing == .check)
        #expect(site.page("index.html") == nil)
    }
}
