import Diagnostics
import Site
import Testing

@Suite struct FigureWordsTests {
    private static let table = "title: Trees\ntable: trees"

    private func site(_ kind: String, _ block: String) throws -> SiteFixture {
        try SiteFixture(
            Trees.files("").merging([
                "Content/articles/trees.md": "# Trees\n\n```\(kind)\n\(block)\n```\n"
            ]) { $1 })
    }

    @Test(arguments: ["chart", "table"], ["title", "subtitle", "note", "source", "credit", "description"])
    func `claims are read and printed without their link, and facts are worked out`(
        kind: String, key: String
    ) async throws {
        if kind == "table", key == "credit" || key == "description" { return }
        let words = "\"[Three](=SELECT count(*) FROM trees) and [two](<=SELECT length('))')>), `=1 + 3`\""
        let block = (kind == "chart" ? Trees.block : Self.table).split(separator: "\n")
            .filter { key != "title" || !$0.hasPrefix("title") }.joined(separator: "\n")
        let site = try site(kind, block + "\n\(key): \(words)")
        let report = await site.build()
        #expect(report.problems(besides: ["claims-new"]) == [])
        let page = try #require(site.page("articles/trees/index.html"))
        #expect(page.contains("Three and two, 4"))
        #expect(!page.contains("](") && !page.contains("`="))
    }

    @Test(arguments: ["chart", "table"])
    func `a claim that fails is told at its place`(kind: String) async throws {
        let block = kind == "chart" ? Trees.block : Self.table + "\nlimit: 9"
        let site = try site(kind, block + "\nnote: \"[Four](=SELECT count(*) FROM trees) trees\"")
        let failed = await site.build().findings.filter { $0.code == "claim-fails" }
        #expect(failed.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == ["7:7"])
        let ending = try await Program("build", "-s", site.root).end()
        #expect(ending.status == 2, "\(ending.problems)")
    }

    @Test(arguments: [
        ("[Three](=SELECT 3", "claim-not-closed"), ("[Three](<=SELECT 3)", "claim-not-closed"),
        ("`=SELECT 3", "fact-not-closed"), ("[Three](=SELECT x)", "unknown-column"),
        ("[Some](=SELECT 3)", "claim-unreadable"),
    ])
    func `what cannot be read is told`(words: String, code: String) async throws {
        let site = try site("chart", Trees.block + "\nnote: '\(words)'")
        let codes = await site.build().findings.map(\.code)
        #expect(codes.contains { $0.hasPrefix(code) }, "\(codes)")
    }

    @Test(arguments: ["[2014](=literal) trees", "a [link](https://example.org) stays", "[brackets] (stay)"])
    func `what is no claim is not held against the data`(words: String) async throws {
        let site = try site("chart", Trees.block + "\nnote: '\(words)'")
        #expect(await site.build().problems == [])
    }
}
