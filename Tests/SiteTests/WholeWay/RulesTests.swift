import Testing

@testable import Site

@Suite struct `What a site asks for` {
    private func site(_ settings: String, _ files: [String: String] = [:]) throws -> SiteFixture {
        try SiteFixture(rivers.with(["Content/site.yaml": "title: Rivers\n\(settings)\n"]).with(files))
    }

    @Test(arguments: [
        ("requires: 0.1", [String]()), ("requires: 0.1.0", []), ("requires: '0'", []),
        (
            "requires: 99.1",
            [
                "Content/site.yaml:2: error: this site was written for sitegen 99.1, and this is \(programVersion)"
            ]
        ),
        ("requires: newest", ["Content/site.yaml:2: error: 'newest' is no version"]),
        ("time_zone: Mars/Olympus", ["Content/site.yaml:2: error: there is no time zone 'Mars/Olympus'"]),
        (
            "budgets: { html_kb: 0 }",
            ["Content/site.yaml:2: error: 'html_kb' must be between 1 and 65536, not 0"]
        ),
    ])
    func `its settings are held to what they can be`(settings: String, problems: [String]) async throws {
        #expect(try await site(settings).build().problems == problems)
    }

    @Test func `a day begins in the site's zone`() async throws {
        let page = ["Content/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\n"]
        for (zone, skipped) in [("UTC", 1), ("Pacific/Kiritimati", 0), ("America/New_York", 1)] {
            let site = try site("time_zone: \(zone)", page)
            var options = BuildOptions(source: site.root, today: PublicationDate("2024-01-01")!)
            options.moment = 1_704_067_200 + 12 * 3_600
            #expect(await SiteBuild.build(options).report.skipped.count == skipped, "\(zone)")
        }
    }

    @Test func `its policy stands on every page`() async throws {
        let site = try site("csp: \"default-src 'self'\"")
        await site.build()
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;self&#39;\">"
        #expect(site.page("index.html")?.contains(policy) == true)
    }

    @Test func `what is heavier than its budgets is warned of, and the warning can be accepted`() async throws
    {
        let heavy = [
            "Content/a.md": "# A\n\n" + String(repeating: "Water. ", count: 500),
            "Content/assets/x.js": String(repeating: "//\n", count: 1_000),
        ]
        let budgets = "budgets: { html_kb: 3, js_kb: 2 }"
        #expect(
            try await site(budgets, heavy).build().problems.sorted() == [
                "Content/a.md:0: warning: the page '/a/' has 4 kB, more than 3",
                "Content/assets/x.js:0: warning: the scripts have 3 kB, more than 2",
            ])
        let accepted = budgets + "\ncheck: { accept: [{ warning: over-budget, reason: Water is heavy. }] }"
        #expect(try await site(accepted, heavy).build().problems == [])
    }
}
