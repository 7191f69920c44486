import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct `A page of an earlier process is made anew where something that it was made from has changed` {
    @Test(arguments: [
        SiteEdit(
            edit: "a text", path: "Content/notes/two.md", old: "A text", new: "Another text",
            made: ["/notes/two/ is made anew: its text has changed"]),
        SiteEdit(
            edit: "a title, which lists and neighbours show", path: "Content/notes/two.md",
            old: "title: Two", new: "title: Second",
            made: [
                "/notes/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/notes/one/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/notes/three/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/notes/two/ is made anew: its text has changed",
                "/tags/a/ is made anew: its row, its neighbours or what it says of itself have changed",
            ]),
        SiteEdit(
            edit: "a template", path: "Templates/bare.mustache", old: "<main>", new: "<main id=\"m\">",
            made: ["/about/ is made anew: Templates/bare.mustache has changed"]),
        SiteEdit(
            edit: "a file that another includes", path: "Content/_address.md", old: "Road", new: "Lane",
            made: ["/about/ is made anew: its text has changed"]),
        SiteEdit(
            edit: "a cell that a list reads", path: "Content/data/loans.csv", old: "2020,11", new: "2021,11",
            made: ["/loans/ is made anew: the table 'loans' has changed"]),
        SiteEdit(
            edit: "a cell of a table with pages", path: "Content/data/books.csv", old: "atlas,90",
            new: "atlas,91",
            made: [
                "/books/atlas/ is made anew: its row, its neighbours or what it says of itself have changed",
                "/books/primer/ is made anew: the table 'books' has changed",
            ]),
        SiteEdit(
            edit: "a query", path: "Content/queries/loans.sql", old: "SELECT year",
            new: "SELECT DISTINCT year",
            made: ["/loans/ is made anew: Content/queries/loans.sql has changed"]),
    ])
    func `and only there`(_ edit: SiteEdit) async throws {
        let site = try SiteFixture(shelves)
        #expect(await site.settledBuild().problems(besides: ["claims-new"]).isEmpty)
        try site.edit(edit.path, replacing: edit.old, with: edit.new)
        #expect(await site.made() == edit.made)
        let clean = try SiteFixture(site.sources())
        await clean.build()
        #expect(try site.output() == clean.output())
    }

    @Test func `a page with a warning is made anew each time, and the warning told again`() async throws {
        let site = try SiteFixture(
            shelves.with(["Content/notes/four.md": "---\ndate: 2020-02-01\n---\nText.\n"]))
        let first = await site.settledBuild()
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        let second = await site.settledBuild()
        #expect(
            first.problems.contains {
                $0.hasPrefix("Content/notes/four.md") && $0.contains("this page has no title")
            })
        #expect(second.problems == first.problems)
    }

    @Test func `a file that was saved with the same bytes is as it was`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.edit("Content/notes/two.md", try site.folder.read("Content/notes/two.md"))
        #expect(await site.made() == [])
    }

    @Test func `a link to an anchor that is gone is found on a page that was not made anew`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.edit("Content/notes/two.md", replacing: "## More", with: "## Less")
        let report = await site.settledBuild()
        #expect(
            report.problems(besides: ["claims-new"]) == [
                "Content/notes/one.md:6: error: there is no anchor '#more' on the page '/notes/two/'"
            ])
    }
}

@Suite struct `What an earlier process has left is used only where it is whole` {
    @Test(arguments: ["", "sitegen", "cut", "flipped"])
    func `damaged, it is dropped`(damage: String) async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        for name in try site.folder.tree(".sitegen/cache").keys where name.hasSuffix(".pages") {
            let path = site.root + "/.sitegen/cache/" + name
            var bytes = try Array(Data(contentsOf: URL(filePath: path)))
            switch damage {
            case "cut": bytes.removeLast(bytes.count / 2)
            case "flipped": bytes[bytes.count / 2] ^= 1
            default: bytes = Array(damage.utf8)
            }
            try Data(bytes).write(to: URL(filePath: path))
        }
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        #expect(await site.takenOver() == "pages taken over from the last build: 0 of 11")
        #expect(site.page("notes/two/index.html")?.contains("Another text") == true)
    }

    @Test func `an output that somebody changed is built anew`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.remove("Output/about/index.html")
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        #expect(await site.takenOver() == "pages taken over from the last build: 0 of 11")
        #expect(site.page("about/index.html") != nil)
    }

    @Test func `a page that changes while the site is built on it makes the build begin anew`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        let kept = try #require(await BuildCache.look(site.optionsOfTheDay).found.pages)
        let output = try #require(await kept.output.value)
        try site.edit("Output/about/index.html", "mine")
        let page = try #require(SiteAddress("/about/"))
        #expect(output.content(at: page.file)?.bytes == [])
        #expect(kept.staleness.isFound)
    }

    @Test func `of many output folders the pages of the last four are kept`() async throws {
        let site = try SiteFixture(shelves)
        for number in 1...6 { await site.settledBuild { $0.output = site.root + "/out-\(number)" } }
        let kept = try site.folder.tree(".sitegen/cache").keys.filter { $0.hasSuffix(".pages") }
        #expect(kept.count == 4)
        try site.edit("Content/notes/two.md", replacing: "A text", with: "Another text")
        let last = await site.takenOver { $0.output = site.root + "/out-6" }
        #expect(last == "pages taken over from the last build: 10 of 11")
        let first = await site.takenOver { $0.output = site.root + "/out-1" }
        #expect(first == "pages taken over from the last build: 0 of 11")
    }

    @Test func `with other settings or on another day nothing is taken over`() async throws {
        let site = try SiteFixture(shelves)
        await site.settledBuild()
        #expect(
            await site.takenOver { $0.today = PublicationDate("2024-01-02")! }
                == "pages taken over from the last build: 0 of 11")
        try site.edit("Content/site.yaml", replacing: "title: Shelves", with: "title: Books")
        #expect(await site.takenOver() == "pages taken over from the last build: 0 of 11")
    }
}
