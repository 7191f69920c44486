import Diagnostics
import Testing

@testable import Site

@Suite struct PublishingTests {
    let site: PublishedSite

    init() throws {
        site = try PublishedSite()
    }

    @Test func `a first build writes everything, and a second one touches nothing`() throws {
        let files = ["index.html": "front", "a/index.html": "a", "assets/main.css": "css"]
        let first = try site.publish(files)
        #expect((first.written, first.unchanged, first.removed) == (3, 0, 0))
        #expect(try site.output() == files)
        let before = files.keys.map(site.modified)
        let state = try site.state()
        let second = try site.publish(files)
        #expect((second.written, second.unchanged, second.removed) == (0, 3, 0))
        #expect(files.keys.map(site.modified) == before)
        #expect(try site.state() == state)
        #expect(second.diagnostics.isEmpty)
    }

    @Test func `only what changed is written, and what the site has no more is removed`() throws {
        try site.publish(["index.html": "front", "a/b/index.html": "b", "c.html": "c"])
        let front = site.modified("index.html")
        let summary = try site.publish(["index.html": "front", "c.html": "other"])
        #expect((summary.written, summary.unchanged, summary.removed) == (1, 1, 1))
        #expect(try site.output() == ["index.html": "front", "c.html": "other"])
        #expect(site.modified("index.html") == front)
        #expect(!site.folder.exists("Output/a"))
    }

    @Test func `files that sitegen did not write are left alone`() throws {
        try site.folder.write("example.org", to: "Output/CNAME")
        try site.folder.write("ref", to: "Output/.git/HEAD")
        try site.folder.write("mine", to: "Output/a/notes.txt")
        try site.publish(["a/index.html": "a"])
        try site.publish(["index.html": "front"])
        #expect(
            try site.output() == [
                "CNAME": "example.org", ".git/HEAD": "ref", "a/notes.txt": "mine", "index.html": "front",
            ])
    }

    @Test func `a file of somebody else's is overwritten only when it is taken over`() throws {
        try site.folder.write("mine", to: "Output/index.html")
        let files = ["index.html": "front", "a.html": "a"]
        let problems = try site.problems(files)
        #expect(problems.map(\.code) == ["output-foreign-file"])
        #expect(problems[0].location?.path == "Output/index.html")
        #expect(problems[0].help?.contains("--adopt") == true)
        #expect(try site.output() == ["index.html": "mine"])
        #expect(
            try conflicts(of: PublishedSite.plan(files), in: site.target).map(\.code) == problems.map(\.code))
        #expect(try site.problems(files, adopts: true).isEmpty)
        #expect(try site.output() == files)
    }

    @Test func `a page changed by hand is not overwritten, and is kept when the site has it no more`() throws
    {
        try site.publish(["a.html": "a", "b.html": "b"])
        try site.folder.write("mended", to: "Output/a.html")
        #expect(try site.problems(["a.html": "a", "b.html": "b"]).map(\.code) == ["output-edited-file"])
        let summary = try site.publish(["b.html": "b"])
        #expect(summary.removed == 0)
        #expect(summary.diagnostics.map(\.code) == ["output-edited-kept"])
        #expect(try site.output() == ["a.html": "mended", "b.html": "b"])
        #expect(try site.publish(["b.html": "b"]).diagnostics.isEmpty)
    }

    @Test func `a page and a folder may take each other's place`() throws {
        try site.publish(["a.html": "page"])
        try site.publish(["a.html/x/index.html": "inner", "a.html/y.html": "y"])
        #expect(try site.output() == ["a.html/x/index.html": "inner", "a.html/y.html": "y"])
        try site.publish(["a.html": "page"])
        #expect(try site.output() == ["a.html": "page"])
    }

    @Test func `a folder with something else in it, or a file, is not cleared away for a page`() throws {
        try site.publish(["a/index.html": "a"])
        try site.folder.write("mine", to: "Output/a/notes.txt")
        #expect(try site.problems(["a": "page"], adopts: true).map(\.code) == ["output-folder-in-the-way"])
        try site.folder.write("mine", to: "Output/c/.git/HEAD")
        #expect(try site.problems(["c": "page"], adopts: true).map(\.code) == ["output-folder-in-the-way"])
        try site.folder.remove("Output/c")
        try site.folder.write("mine", to: "Output/b")
        #expect(try site.problems(["b/c.html": "c"], adopts: true).map(\.code) == ["output-file-in-the-way"])
        #expect(try site.output() == ["a/index.html": "a", "a/notes.txt": "mine", "b": "mine"])
    }

    @Test func `two files of one address are refused, also where only letter case keeps them apart`() throws {
        let problems = try site.problems(["A.html": "1", "a.html": "2"])
        #expect(problems.map(\.code) == ["output-collision"])
        #expect(try site.output().isEmpty)
    }

    @Test func `a file of the site cannot stand in another one`() throws {
        let problems = try site.problems(["a": "1", "a/b/index.html": "2"])
        #expect(problems.map(\.code) == ["output-collision"])
        #expect(!site.folder.exists("Output"))
    }

    @Test func `nothing is written or removed through a link in the output`() throws {
        try site.publish(["sub/a.html": "a", "sub/b.html": "b"])
        try site.folder.remove("Output/sub")
        try site.folder.write("a", to: "victim/a.html")
        try site.folder.write("b", to: "victim/b.html")
        try site.folder.link("Output/sub", to: "../victim")
        let problems = try site.problems(["sub/a.html": "new"], adopts: true)
        #expect(problems.map(\.code) == ["output-symbolic-link"])
        #expect(problems[0].failing == .surroundings)
        #expect(try site.publish([:]).removed == 0)
        #expect(try site.folder.tree("victim") == ["a.html": "a", "b.html": "b"])
    }

    @Test func `a link or a hard link in a page's place is replaced, and what it leads to is not`() throws {
        try site.folder.write("victim", to: "victim.txt")
        try site.folder.write("", to: "Output/x")
        try site.folder.link("Output/a.html", to: "../victim.txt")
        try site.folder.hardLink("Output/b.html", to: "victim.txt")
        #expect(try site.problems(["a.html": "a", "b.html": "b"]).count == 2)
        try site.publish(["a.html": "a", "b.html": "b"], adopts: true)
        #expect(try site.folder.read("victim.txt") == "victim")
        #expect(try site.output() == ["a.html": "a", "b.html": "b", "x": ""])
    }

    @Test func `each output has a manifest of its own`() throws {
        try site.publish(["a.html": "1"])
        var other = site
        other.target.folder = site.folder.path(of: "Elsewhere")
        try other.publish(["a.html": "2"])
        try site.publish(["a.html": "3"])
        #expect(try site.output() == ["a.html": "3"])
        #expect(try site.folder.tree("Elsewhere") == ["a.html": "2"])
    }
}
