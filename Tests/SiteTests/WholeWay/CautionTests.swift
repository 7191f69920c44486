import Testing

@testable import Site

@Suite struct `Names and files to be careful with` {
    @Test func `a page that takes the place of a table is refused, and named`() async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/a.md": "---\ntitle: A\npermalink: /data/t.csv\n---\n",
                "Content/data/t.csv": "a\n1\n",
            ]))
        #expect(
            await site.build().problems == [
                "Content/a.md:0: error: two different files would be written to '/data/t.csv'"
            ])
    }

    @Test func `a page cannot be a file where others need a folder`() async throws {
        let site = try SiteFixture(
            rivers.with(["Content/x.md": "---\ntitle: X\npermalink: /x\n---\n", "Content/x/b.md": "# B\n"]))
        let problems = await site.build().problems
        #expect(problems.count == 1)
        #expect(problems[0].hasPrefix("Content/x.md:0: error: '/x' is a file here, and a folder for "))
    }

    @Test(arguments: [
        (
            "Content/aux.md", "# A\n",
            "the address '/aux/' is not portable: 'aux' is the name of a device on Windows"
        ),
        (
            "Content/assets/a:b.png", "x",
            "the address '/assets/a:b.png' is not portable: 'a:b.png' holds a character that Windows refuses"
        ),
        (
            "Content/assets/x.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><SCRIPT>alert(1)</SCRIPT></svg>",
            "this picture is a document with a life of its own: it holds '<script'"
        ),
    ])
    func `what is not portable or not a plain picture is warned of`(
        path: String, text: String, message: String
    ) async throws {
        let site = try SiteFixture(rivers.with([path: text]))
        #expect(await site.build().problems == ["\(path):0: warning: \(message)"])
    }

    @Test func `an invisible character in a title is warned of`() async throws {
        let site = try SiteFixture(rivers.with(["Content/a.md": "---\ntitle: \"a\\u202eb\"\n---\n"]))
        #expect(
            await site.build().problems == [
                "Content/a.md:2: warning: 'title' holds the invisible character U+202E"
            ])
    }

    @Test(arguments: [
        ("2014-04-28", true), ("2014-04-28 09:30", true), ("2014-04-28T09:30:15Z", true),
        ("2014-04-28T09:30:15.5+02:00", true), ("2014-04-28 09:30:15 +0200", true),
        ("2014-04-28 99:99", false), ("2014-04-28 soon", false), ("2014-04-28T", false),
        ("2014-04-28T09:30 x", false),
    ])
    func `a day may carry a time, which must be one`(text: String, isDate: Bool) {
        #expect((PublicationDate(text) != nil) == isDate)
    }
}
