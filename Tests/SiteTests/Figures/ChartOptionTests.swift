import Diagnostics
import Site
import Testing

/// Trees by height, month by month, as a site of one article with one chart.
enum Trees {
    static let block = """
        type: rank
        index: height
        title: Trees
        """

    static func files(_ chart: String) -> [String: String] {
        [
            "Content/site.yaml": """
            title: Trees
            indexes:
              height:
                table: heights
                period: month
                entity: { column: tree, names: trees.name, singular: tree, plural: trees }
                value: { column: metres, unit: m, decimals: 1 }
                rank: { column: rank }
            events:
              storms: { table: storms, title: name }
            """,
            "Content/data/trees.csv": "id,name,kind\nash,Ash,broad\nbeech,Beech,broad\ncedar,Cedar,needle\n",
            "Content/data/heights.csv": """
            month,tree,metres,rank
            2014-01,ash,9.0,1
            2014-01,beech,8.0,2
            2014-01,cedar,7.0,3
            2014-02,ash,8.0,2
            2014-02,beech,8.5,1
            2014-02,cedar,7.5,3
            2014-03,ash,7.0,3
            2014-03,beech,8.6,1
            2014-03,cedar,8.5,2

            """,
            "Content/data/storms.csv": "id,date,name\nx,2014-02-10,Xaver\n",
            "Content/articles/trees.md": "# Trees\n\n```chart\n\(chart)\n```\n",
            "Content/index.md": "# Home\n",
            "Templates/page.mustache": "{{page.content}}\n",
        ]
    }

    /// The first picture of the site, and what was said of it.
    static func draw(_ chart: String, _ edits: [String: String] = [:]) async throws -> (
        svg: [UInt8], messages: [String]
    ) {
        let site = try SiteFixture(files(chart).merging(edits) { $1 })
        var diagnostics: [Diagnostic] = []
        let options = BuildOptions(source: site.root, today: PublicationDate(secondsSince1970: 0))
        let charts = await SiteBuild.charts(options, reporting: &diagnostics)
        return (
            charts.first?.svg(.wide, .light) ?? [],
            diagnostics.filter { $0.path == "Content/articles/trees.md" }.map(\.described)
        )
    }
}

extension Diagnostic {
    var path: String? { location?.path }
    /// `6:8 error unknown-column: …`
    var described: String {
        "\(location?.line ?? 0):\(location?.column ?? 0) \(severity) \(code): \(message)"
    }
}

@Suite struct ChartOptionTests {
    @Test(arguments: [
        "from: 2014-02", "to: 2014-02", "x: { type: ordinal, ticks: 2 months }",
        "x: { ticks: [2014-02] }", "rank: { from: published, top: 2 }",
        "rank: { top: 2, select: last }", "rank: { top: 2, select: first, beyond: drop }",
        "breaks: [{ at: 2014-02, label: New ruler }]", "curve: linear", "curve: step", "nodes: none",
        "nodes: ends", "highlight: [ash]", "highlight: SELECT 'beech'", "mute: [ash]",
        "mute: SELECT id FROM trees WHERE kind = 'broad'", "color: kind", "color: none",
        "labels: { start: false }", "labels: { end: \"{name}\" }", "labels: { nodes: rank }",
        "labels: { nodes: value }", "labels: { nodes: changes }", "labels: { max: 1 }", "events: storms",
        "events: { from: storms, style: band }", "events: { from: storms, style: point }",
        "events: { from: storms, label: number }", "events: { from: storms, label: none }",
        "tooltips: points", "tooltips: none", "size: column", "size: [500, 300]", "facet: entity",
        "facet: kind", "note: By hand", "credit: A forester", "subtitle: In metres",
        "description: Three trees grow.",
    ])
    func `each option changes the picture`(option: String) async throws {
        let plain = try await Trees.draw(Trees.block)
        let changed = try await Trees.draw(Trees.block + "\n" + option)
        #expect(changed.messages.filter { $0.contains("error") } == [])
        #expect(!changed.svg.isEmpty && changed.svg != plain.svg)
    }

    @Test(arguments: [
        ("highlite: [ash]", "7:1 error unknown-key"), ("curve: bumpy", "7:8 error unknown-value"),
        ("highlight: [ahs]", "7:12 error unknown-entity"), ("mute: [ahs]", "7:7 error unknown-entity"),
        ("color: kin", "7:8 error unknown-column"), ("facet: kin", "7:8 error unknown-column"),
        ("columns: { value: metre }", "7:19 error unknown-column"),
        ("events: storm", "7:9 error unknown-events"), ("breaks: storms", "7:9 error missing-column"),
        ("x: { ticks: 6 weeks }", "7:13 error ticks"), ("from: 2014-13", "7:7 error bad-period"),
        ("rank: { method: ordinal }", "7:17 error tie-break"), ("rank: { top: 0 }", "7:14 error"),
        ("rank: { select: lost }", "7:17 error unknown-value"),
        ("gaps: { style: wavy }", "7:16 error unknown-value"),
        ("gaps: { bridge: -1 }", "7:17 error"), ("y: { domain: [4, 0] }", "7:14 error domain"),
        ("y: { format: 0.0.0 }", "7:14 error format"), ("y: { ticks: none }", "7:13 error ticks"),
        ("y: { zero: true }", "7:12 warning idle-option"),
        ("baseline: { value: 3 }", "7:11 warning idle-option"),
        ("y: { domain: [0, 4] }", "7:14 warning idle-option"), ("from: 2015-01", "7:7 error no-rows"),
    ])
    func `what an author misspells is refused where it stands`(option: String, place: String) async throws {
        let drawn = try await Trees.draw(Trees.block + "\n" + option)
        #expect(drawn.messages.contains { $0.hasPrefix(place) }, "\(drawn.messages)")
    }

    @Test func `a fact in the words of a chart is worked out`() async throws {
        let drawn = try await Trees.draw(Trees.block + "\nnote: \"`=1 + 2` trees\"")
        #expect(String(decoding: drawn.svg, as: UTF8.self).contains("3 trees"))
    }

    @Test func `a value that is no number and an event without a date are told with their rows`() async throws
    {
        let chart = """
            type: line
            query: SELECT month AS period, tree AS entity, name AS value FROM heights JOIN trees ON id = tree
            title: Trees
            """
        let told = try await Trees.draw(chart).messages
        #expect(
            told.contains { $0.contains("not-a-number: 'Ash' in column 'value' is not a number") }, "\(told)")
        let messages = try await Trees.draw(
            Trees.block + "\nevents: storms", ["Content/data/storms.csv": "id,date,name\nx,soon,Xaver\n"]
        ).messages
        #expect(messages.contains { $0.contains("event-date: 'soon' in column 'date' is no date") })
    }
}
