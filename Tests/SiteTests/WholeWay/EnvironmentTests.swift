import Testing

@testable import Site

@Suite struct `What the environment and the flags say` {
    private let site = rivers.with([
        "Templates/page.mustache":
            "<!doctype html><html lang=\"{{page.language}}\"><head>{{head}}</head>{{site.title}} <p>  {{page.content}}</html>\n"
    ])

    @Test func `a variable takes the place of a key of site yaml, also of one inside another`() async throws {
        let site = try SiteFixture(site)
        let build = try Program(
            "build", "-s", site.root,
            environment: [
                "SITEGEN_TITLE": "Lakes", "SITEGEN_LANGUAGE": "de", "SITEGEN_PUBLISH_MINIFY": "true",
            ])
        #expect(try await build.end().status == 0)
        let page = site.page("index.html") ?? ""
        #expect(page.contains("<html lang=\"de\">"))
        #expect(page.contains("Lakes <p> <"))
    }

    @Test(arguments: [
        ("SITEGEN_LANGAGE", "de", "SITEGEN_LANGAGE: error: 'langage' is not a key of site.yaml"),
        (
            "SITEGEN_PUBLISH_MINIFY", "maybe",
            "SITEGEN_PUBLISH_MINIFY: error: 'minify' must be true or false, not the text 'maybe'"
        ),
        ("SITEGEN_SEARCH", "[", "SITEGEN_SEARCH:1:1: error: this is not YAML"),
    ])
    func `a variable that is no setting is refused by its name`(
        name: String, value: String, message: String
    ) async throws {
        let site = try SiteFixture(site)
        let ending = try await Program("build", "-s", site.root, environment: [name: value]).end()
        #expect(ending.status == 1)
        #expect(ending.problems.contains(message))
        #expect(!ending.problems.contains("1 | title"))
    }

    @Test func `another value builds anew, where nothing else has changed`() async throws {
        let site = try SiteFixture(site)
        #expect(try await Program("build", "-s", site.root).end().status == 0)
        #expect(
            try await Program("build", "-s", site.root, environment: ["SITEGEN_TITLE": "Lakes"]).end().status
                == 0)
        #expect(site.page("index.html")?.contains("Lakes") == true)
    }

    @Test func `a build names what it writes where it is asked to, and shows no progress in a pipe`()
        async throws
    {
        let site = try SiteFixture(site)
        let first = try await Program("build", "-v", "-s", site.root).end()
        #expect(first.problems.contains("wrote index.html\n"))
        #expect(!first.problems.contains("\r"))
        let second = try await Program("build", "-v", "-s", site.root).end()
        #expect(!second.problems.contains("wrote"))
        #expect(try await Program("build", "-v", "-q", "-s", site.root).end().status == 64)
    }

    @Test func `cleaning reaches a site that was written elsewhere`() async throws {
        let site = try SiteFixture(site)
        let other = site.root + "/public"
        #expect(try await Program("build", "-s", site.root, "-o", other).end().status == 0)
        try site.edit("public/CNAME", "example.org")
        let ending = try await Program("clean", "-s", site.root, "-o", other).end()
        #expect(ending.status == 0)
        #expect(try site.folder.tree("public") == ["CNAME": "example.org"])
    }
}
