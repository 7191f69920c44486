import Testing

@Suite struct `Citations` {
    private static let site = rivers.with([
        "Content/site.yaml":
            "title: Rivers\ncitations: { table: works, publisher: publisher, date: date, url: url, archived: archived }\n",
        "Content/data/works.csv": """
        key,publisher,title,date,url,archived
        gauge-2014,Bureau & Sons,The 5% {flood},2014-04-28,https://a.example/x_y,https://b.example/
        atlas,,Atlas,2001,,

        """,
        "Templates/page.mustache": """
        <!doctype html><html lang="en"><head>{{head}}</head><main>{{page.content}}</main><ol>
        {{#page.references}}<li id="{{id}}">{{title}}</li>{{/page.references}}</ol>
        <a href="/references.bib">BibTeX</a></html>

        """,
    ])

    @Test func `works are numbered as they are first cited, with places in them`() async throws {
        let site = try SiteFixture(
            Self.site.with([
                "Content/index.md":
                    "# Rivers\n\nOne [@gauge-2014, p. 12; @atlas]. Two [@atlas; @gauge-2014].\n"
            ]))
        #expect(await site.build().problems == [])
        let page = try #require(site.page("index.html"))
        #expect(
            page.contains(
                """
                One<sup class="citation"><a href="#ref-gauge-2014" title="Bureau &amp; Sons, The 5% {flood}">1</a>\
                , p. 12; <a href="#ref-atlas" title="Atlas">2</a></sup>. Two<sup class="citation">\
                <a href="#ref-atlas" title="Atlas">2</a>, <a href="#ref-gauge-2014"
                """))
    }

    @Test func `a key that no work has is an error at its brackets`() async throws {
        let site = try SiteFixture(
            Self.site.with(["Content/index.md": "# Rivers\n\n[@atlas; @gouge-2014, p. 3]\n"]))
        #expect(
            await site.build().problems == ["Content/index.md:3: error: no source has the key 'gouge-2014'"])
    }

    @Test func `the works can be taken away as BibTeX`() async throws {
        let site = try SiteFixture(Self.site)
        #expect(await site.build().problems == [])
        #expect(
            site.page("references.bib") == #"""
                @misc{atlas,
                  title = {{Atlas}},
                  year = {2001}
                }

                @misc{gauge-2014,
                  author = {{Bureau \& Sons}},
                  title = {{The 5\% \{flood\}}},
                  year = {2014},
                  month = {4},
                  day = {28},
                  url = {https://a.example/x_y},
                  note = {Archived at \url{https://b.example/}}
                }


                """#)
    }
}
