import Diagnostics
import Testing

@testable import Site

/// A site of which each page reads something else.
private let streams = [
    "Content/site.yaml": """
    title: Rivers
    base_url: https://rivers.example/
    collections:
      gauges: { from: gauges, key: code, permalink: "/gauges/{code}/", template: gauge, title: "{code}" }
    taxonomies: { tags: {} }

    """,
    "Content/data/gauges.csv": "code,height\nbonn,4\ncologne,5\n",
    "Content/data/floods.csv": "year,height\n1993,11\n",
    "Content/charts/heights.yaml": """
    type: table
    title: Heights
    query: SELECT code, height FROM gauges

    """,
    "Content/queries/floods.sql": "SELECT year FROM floods\n",
    "Content/notes/_index.md": "---\ntitle: Notes\n---\n",
    "Content/notes/rhine.md": "---\ntitle: The Rhine\ndate: 2020-01-01\n---\nSee [the Elbe](elbe.md).\n",
    "Content/notes/elbe.md":
        "---\ntitle: The Elbe\ndate: 2020-01-02\n---\n`=SELECT count(*) FROM floods` flood.\n",
    "Content/notes/oder.md": "---\ntitle: The Oder\ndate: 2020-01-03\n---\n```table\nfigure: heights\n```\n",
    "Content/about.md": "---\ntitle: About\ntemplate: bare\n---\nSee [the Rhine](/notes/rhine/).\n",
    "Content/floods.md": "---\ntitle: Floods\ntemplate: floods\n---\n",
    "Templates/page.mustache":
        "<!doctype html><main>{{page.content}}</main>{{#page.previous}}{{title}}{{/page.previous}}\n",
    "Templates/section.mustache":
        "<!doctype html><main>{{#page.pages}}<a href=\"{{url}}\">{{title}}</a>{{/page.pages}}</main>\n",
    "Templates/bare.mustache": "<!doctype html><main>{{page.content}}</main>\n",
    "Templates/gauge.mustache": "<!doctype html><main>{{row.height}}</main>\n",
    "Templates/floods.mustache":
        "<!doctype html><main>{{#queries.floods}}{{year}}{{/queries.floods}}</main>\n",
]

@Suite struct `A page is made anew where something that it was made from has changed` {
    @Test(arguments: [
        SiteEdit(
            edit: "a text", path: "Content/notes/rhine.md", old: "See", new: "Look at",
            made: ["/notes/rhine/"]),
        SiteEdit(
            edit: "a title, which lists and neighbours show", path: "Content/notes/rhine.md",
            old: "title: The Rhine", new: "title: Rhine", made: ["/notes/", "/notes/elbe/", "/notes/rhine/"]),
        SiteEdit(
            edit: "a template", path: "Templates/bare.mustache", old: "<main>", new: "<main id=\"m\">",
            made: ["/about/"]),
        SiteEdit(
            edit: "a cell that a fact and a list read", path: "Content/data/floods.csv", old: "1993",
            new: "1994", made: ["/floods/", "/notes/elbe/"]),
        SiteEdit(
            edit: "a cell of a table with pages and a figure", path: "Content/data/gauges.csv",
            old: "bonn,4", new: "bonn,6", made: ["/gauges/bonn/", "/gauges/cologne/", "/notes/oder/"]),
        SiteEdit(
            edit: "a figure", path: "Content/charts/heights.yaml", old: "title: Heights",
            new: "title: Levels", made: ["/notes/oder/"]),
        SiteEdit(
            edit: "a query", path: "Content/queries/floods.sql", old: "SELECT year",
            new: "SELECT DISTINCT year",
            made: ["/floods/"]),
        SiteEdit(
            edit: "nothing", path: "Content/notes/rhine.md", old: "See", new: "See", made: []),
    ])
    func `and only there`(_ edit: SiteEdit) async throws {
        let site = try SiteFixture(streams)
        let first = await site.inMemory()
        #expect(first.report.problems(besides: ["claims-new"]).isEmpty)
        try site.edit(edit.path, replacing: edit.old, with: edit.new)
        let second = await site.inMemory(after: first)
        let made = second.memory.pages.values.filter { !$0.isReused && $0.plan.kind.isOfText }
        #expect(made.map(\.plan.address.text).sorted() == edit.made)
        #expect(await second.files == site.inMemory().files)
    }

    @Test func `and so is a page whose link leads somewhere else now`() async throws {
        let site = try SiteFixture(streams)
        let first = await site.inMemory()
        try site.edit("Content/notes/rhine.md", replacing: "date:", with: "slug: father-rhine\ndate:")
        let second = await site.inMemory(after: first)
        #expect(
            second.report.problems(besides: ["claims-new"]) == [
                "Content/about.md:5: error: no page or file of the site has the address '/notes/rhine/'"
            ])
        try site.edit("Content/about.md", replacing: "/notes/rhine/", with: "notes/rhine.md")
        let third = await site.inMemory(after: second)
        #expect(third.report.problems(besides: ["claims-new"]).isEmpty)
        #expect(await third.files == site.inMemory().files)
    }

    @Test func `and so is what the colours of the data package are written into`() async throws {
        var files = streams
        files["Content/data/datapackage.yaml"] =
            "name: streams\ncolors: { bonn: { light: \"#2D4BA5\", dark: \"#5A96D2\" } }\nresources: []\n"
        let site = try SiteFixture(files)
        let first = await site.inMemory()
        #expect(first.report.problems(besides: ["claims-new"]).isEmpty)
        try site.edit("Content/data/datapackage.yaml", replacing: "#2D4BA5", with: "#7A1F1F")
        let second = await site.inMemory(after: first)
        #expect(await second.files == site.inMemory().files)
    }

    @Test func `a problem is told again until it is mended`() async throws {
        let site = try SiteFixture(streams)
        let first = await site.inMemory()
        try site.edit("Content/charts/heights.yaml", replacing: "height FROM", with: "depth FROM")
        let second = await site.inMemory(after: first)
        let third = await site.inMemory(after: second)
        #expect(second.report.problems.count { $0.contains("depth") } == 1)
        #expect(third.report.problems == second.report.problems)
    }
}

extension PagePlan.Kind {
    fileprivate var isOfText: Bool {
        switch self {
        case .chart, .embed, .charts: false
        default: true
        }
    }
}

extension SiteFixture {
    /// Builds the site on a fixed day into memory.
    func inMemory(
        after earlier: Site.BuiltSite? = nil, _ change: (inout BuildOptions) -> Void = { _ in }
    ) async -> Site.BuiltSite {
        var options = BuildOptions(source: root, today: PublicationDate("2024-01-01")!)
        change(&options)
        return await SiteBuild.inMemory(options, after: earlier)
    }
}
