import Testing

@testable import Site

@Suite struct `Links of a site` {
    private let files = rivers.with([
        "Content/big/rhine.md": "# The Rhine\n\n## Its source\n\n[Home](/) [Elbe](elbe.md#mouth)\n",
        "Content/big/elbe.md": "# The Elbe\n\n## Mouth\n",
    ])

    @Test func `without a base URL a link is relative, under a folder of a host it is whole`() async throws {
        let site = try SiteFixture(files)
        #expect(await site.build().problems == [])
        let relative = "<a href=\"../../index.html\">Home</a> <a href=\"../elbe/index.html#mouth\">Elbe</a>"
        #expect(site.page("big/rhine/index.html")?.contains(relative) == true)
        #expect(await site.build(baseURL: "https://example.org/water/").problems == [])
        let whole = "<a href=\"/water/\">Home</a> <a href=\"/water/big/elbe/#mouth\">Elbe</a>"
        #expect(site.page("big/rhine/index.html")?.contains(whole) == true)
    }

    @Test(arguments: [
        ("[a](elb.md)", "no page or file of the site has the address '/big/rhine/elb.md'"),
        ("[a](/big/elba/)", "no page or file of the site has the address '/big/elba/'"),
        ("[a](elbe.md#moth)", "there is no anchor '#moth' on the page '/big/elbe/'"),
        ("[a](#nothing)", "there is no anchor '#nothing' on the page '/big/rhine/'"),
        ("![a](map.png)", "no page or file of the site has the address '/big/rhine/map.png'"),
        ("[a](../../../../etc/passwd)", "'../../../../etc/passwd' leads out of the site"),
        ("[a](%zz)", "'%zz' is not well-formed percent-encoding"),
    ])
    func `a dead link is refused at its line`(link: String, message: String) async throws {
        let site = try SiteFixture(files.with(["Content/big/rhine.md": "# The Rhine\n\n\(link)\n"]))
        #expect(await site.build().problems == ["Content/big/rhine.md:3: error: \(message)"])
        #expect(try site.output() == [:])
    }

    @Test(arguments: [
        "javascript:alert(1)", " jAvA\\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "blob:x",
    ])
    func `an address from front matter keeps to the allowed schemes in a template`(address: String)
        async throws
    {
        let site = try SiteFixture(
            rivers.with([
                "Content/index.md": "---\ntitle: Rivers\nparams: { more: \"\(address)\" }\n---\n",
                "Templates/page.mustache":
                    "<!doctype html><html lang=\"en\"><a href=\"{{page.params.more}}\">More</a></html>\n",
            ]))
        let problems = await site.build().problems
        #expect(problems.count == 1 && problems[0].hasPrefix("Templates/page.mustache:1: warning: "))
        #expect(
            site.page("index.html")
                == "<!doctype html><html lang=\"en\"><a href=\"about:invalid\">More</a></html>\n")
    }
}
