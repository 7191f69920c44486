import Diagnostics
import Foundation
import Testing

@testable import Site

/// Sites that are built again after each of some random edits, held against sites built from nothing.
///
/// `RANDOM_EDITS=300 swift test --filter Random` runs as many sequences; each prints its seed.
@Suite struct `Random edits` {
    static let seeds: Range<UInt64> = {
        let asked = ProcessInfo.processInfo.environment["RANDOM_EDITS"].flatMap(UInt64.init)
        return 0..<(asked ?? 6)
    }()

    @Test(arguments: seeds)
    func `built again, a site is what it would be built from nothing`(seed: UInt64) async throws {
        var edits = RandomEdits(seed: seed)
        let site = try SiteFixture(edits.files)
        let first = await site.build()
        let problems = first.problems(besides: ["claims-new"])
        #expect(problems.isEmpty)
        for step in 1...6 {
            let edit = try edits.edit(site)
            let here = await site.build { $0.includesDrafts = edits.includesDrafts }
            let clean = try SiteFixture(edits.files)
            let there = await clean.build { $0.includesDrafts = edits.includesDrafts }
            #expect(here.problems == there.problems, "seed \(seed), step \(step): \(edit)")
            #expect(here.pageCount == there.pageCount, "seed \(seed), step \(step): \(edit)")
            guard !there.diagnostics.hasErrors else { continue }
            let isEqual = try site.output() == clean.output()
            #expect(isEqual, "seed \(seed), step \(step): \(edit)")
        }
    }

    @Test(arguments: seeds)
    func `built after another in one process, a site is what it would be built from nothing`(
        seed: UInt64
    ) async throws {
        var edits = RandomEdits(seed: seed)
        let site = try SiteFixture(edits.files)
        var last = await site.inMemory()
        for step in 1...6 {
            let edit = try edits.edit(site)
            last = await site.inMemory(after: last) { $0.includesDrafts = edits.includesDrafts }
            let clean = try SiteFixture(edits.files)
            let fresh = await clean.inMemory { $0.includesDrafts = edits.includesDrafts }
            #expect(last.report.problems == fresh.report.problems, "seed \(seed), step \(step): \(edit)")
            #expect(last.report.claimCount == fresh.report.claimCount, "seed \(seed), step \(step): \(edit)")
            let isEqual = last.files == fresh.files
            #expect(isEqual, "seed \(seed), step \(step): \(edit)")
        }
    }
}

/// A site's files, and random changes of them.
struct RandomEdits {
    private(set) var files: [String: String]
    private(set) var includesDrafts = false
    private var state: UInt64
    private var count = 0

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        files = clinics.with([
            "Templates/page.mustache":
                "<!doctype html><html lang=\"en\">{{> foot}}<main>{{page.content}}</main></html>\n",
            "Templates/partials/foot.mustache": "<p>{{site.title}}{{#latest}} {{title}}{{/latest}}</p>",
            "Content/notes/one.md": "---\ntitle: One\ndate: 2020-01-01\ntags: [a, b]\n---\n[home](/)\n",
            "Content/notes/two.md": "---\ntitle: Two\ndate: 2020-01-02\ntags: [b]\ndraft: true\n---\nText.\n",
            "Content/notes/three.md": """
            ---
            title: Three
            date: 2020-01-03
            ---
            `=SELECT days FROM waits WHERE place = 2 LIMIT 1`

            """,
            "Content/notes/four.md": """
            ---
            title: Four
            date: 2020-01-04
            ---
            There are [three](<=SELECT count(*) FROM clinics>) clinics.

            ```chart
            type: rank
            index: wait
            title: Places
            name: places
            ```

            ```table
            figure: draws
            ```

            """,
            "Content/notes/five.md":
                "---\ntitle: Five\ndate: 2020-01-05\n---\n```table\nfigure: draws\n```\n",
            "Content/charts/draws.yaml":
                "type: table\ntitle: Draws\nquery: SELECT quarter, place FROM draws\n",
            "Content/assets/a.css": "p { color: red }\n",
            "Content/charts/waits.yaml":
                "type: table\ntitle: Waits\nquery: SELECT quarter, days FROM waits WHERE clinic = :code\n",
            "Content/queries/lists.sql": "SELECT clinic FROM reporting WHERE quarter = :period\n",
            "Templates/clinic.mustache":
                "<!doctype html><html lang=\"en\"><h1>{{page.title}}</h1>{{figures.waits}}</html>\n",
            "Templates/quarter.mustache":
                "<!doctype html><html lang=\"en\">{{#queries.lists}}{{clinic}}{{/queries.lists}}</html>\n",
        ])
        let more = "search: true\nbase_url: https://clinics.example/\n"
        files["Content/site.yaml"] = (files["Content/site.yaml"] ?? "") + more
    }

    /// SplitMix64, by Guy Steele, Doug Lea and Christine Flood.
    private mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }

    private mutating func pick(_ prefix: String, _ suffix: String) -> String? {
        let found = files.keys.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
        return found.isEmpty ? nil : found[next(found.count)]
    }

    /// Makes one change of the files, and tells which.
    mutating func edit(_ site: SiteFixture) throws -> String {
        count += 1
        switch next(19) {
        case 0: return "nothing"
        case 1: return try append("More of it \(count).\n", to: pick("Content/notes/", ".md"), site)
        case 2:
            let text = "---\ntitle: New \(count)\ndate: 2021-01-01\ntags: [a]\n---\n[one](/notes/one/)\n"
            return try write(text, to: "Content/notes/new-\(count).md", site)
        case 3:
            guard let path = pick("Content/notes/", ".md") else { return "nothing" }
            try site.remove(path)
            files[path] = nil
            return "remove \(path)"
        case 4:
            guard let path = pick("Content/notes/", ".md"), let text = files[path] else { return "nothing" }
            try site.remove(path)
            files[path] = nil
            return try write(text, to: "Content/notes/moved-\(count).md", site)
        case 5: return try append("<!-- \(count) -->\n", to: pick("Templates/", ".mustache"), site)
        case 6: return try append("<i>\(count)</i>", to: "Templates/partials/foot.mustache", site)
        case 7:
            let days = next(9)
            let text = files["Content/data/waits.csv"]?.replacing("7.0", with: "\(days).5")
            return try write(text ?? "", to: "Content/data/waits.csv", site)
        case 8:
            let text = files["Content/site.yaml"]?.replacing("Waiting", with: "Waiting \(next(4))")
            return try write(text ?? "", to: "Content/site.yaml", site)
        case 9: return try write("p { color: #\(100 + count) }\n", to: "Content/assets/a.css", site)
        case 10:
            return try append("| `=SELECT max(days) FROM waits` |\n", to: pick("Content/notes/", ".md"), site)
        case 11:
            let text = files["Content/charts/waits.yaml"]?.replacing("Waits", with: "Waits \(count)")
            return try write(text ?? "", to: "Content/charts/waits.yaml", site)
        case 12:
            let text = files["Content/data/reporting.csv"].map { $0 + "2021-Q\(1 + next(4)),hill\n" }
            return try write(text ?? "", to: "Content/data/reporting.csv", site)
        case 13:
            guard let path = pick("Content/notes/", ".md"), let text = files[path] else { return "nothing" }
            return try write(text.replacing("title: ", with: "title: More "), to: path, site)
        case 14:
            let text = "<main>\(count) {{page.content}}</main>\n"
            return try write(text, to: "Templates/\(next(2) == 0 ? "chart" : "embed").mustache", site)
        case 15:
            let text = files["Content/data/draws.csv"]?.replacing("2,hill", with: "\(2 + next(3)),hill")
            return try write(text ?? "", to: "Content/data/draws.csv", site)
        case 16:
            let text = files["Content/charts/draws.yaml"]?.replacing("Draws", with: "Draws \(count)")
            return try write(text ?? "", to: "Content/charts/draws.yaml", site)
        case 17: return try write("# \(count)\nclaims-lock 1\n", to: "Content/claims.lock", site)
        default:
            includesDrafts.toggle()
            return "drafts: \(includesDrafts)"
        }
    }

    private mutating func append(_ text: String, to path: String?, _ site: SiteFixture) throws -> String {
        guard let path, let old = files[path] else { return "nothing" }
        return try write(old + text, to: path, site)
    }

    private mutating func write(_ text: String, to path: String, _ site: SiteFixture) throws -> String {
        files[path] = text
        try site.edit(path, text)
        return "write \(path)"
    }
}
