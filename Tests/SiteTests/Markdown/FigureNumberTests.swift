import Diagnostics
import Testing

/// Figures and tables that the text refers to by number.
@Suite struct `Numbered figures` {
    private static let site = rivers.with([
        "Content/data/levels.csv": "place,year,level\nKöln,2013,3.1\nKöln,2014,3.2\n",
        "Content/assets/gauge.svg":
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"></svg>",
    ])

    private static let text = """
        # Rivers

        See [@fig:levels], [@fig:gauge, left; @tbl:places] and [@tbl:rows].

        ![A gauge](/assets/gauge.svg "The gauge"){#fig:gauge}

        | Place |
        |-------|
        | Köln  |

        : Places of *one* river {#tbl:places}

        ```chart
        type: line
        query: SELECT place AS entity, year AS period, level AS value FROM levels
        title: Levels
        ```

        ```table
        query: SELECT place, year, level FROM levels
        title: Rows
        ```

        """

    @Test func `a page that refers to a figure numbers all of them in the order of the text`() async throws {
        let site = try SiteFixture(Self.site.with(["Content/index.md": Self.text]))
        #expect(await site.build().problems == [])
        let page = try #require(site.page("index.html"))
        let reference = "<a class=\"figure-reference\" href=\""
        #expect(
            page.contains(
                """
                <p>See \(reference)#levels">Figure\u{A0}2</a>, \(reference)#fig:gauge">Figure\u{A0}1</a>, left; \
                \(reference)#tbl:places">Table\u{A0}1</a> and \(reference)#rows">Table\u{A0}2</a>.</p>
                """))
        #expect(page.contains(#"<figure id="fig:gauge"><img src="assets/gauge.svg""#))
        #expect(
            page.contains(
                """
                <figcaption><span class="sg-number">Figure\u{A0}1.</span> The gauge</figcaption>
                """))
        #expect(
            page.contains(
                """
                <table id="tbl:places">
                <caption><span class="sg-number">Table\u{A0}1.</span> Places of <em>one</em> river</caption>
                <thead>
                """))
        #expect(
            page.contains(
                #"<p class="sg-title" id="levels-title"><span class="sg-number">Figure\#u{A0}2.</span> Levels</p>"#
            ))
    }

    @Test func `a page that refers to none has no numbers`() async throws {
        let text = """
            # Rivers

            ![A gauge](/assets/gauge.svg "The gauge")

            : Places

            | Place |
            |-------|
            | Köln  |
            """
        let site = try SiteFixture(Self.site.with(["Content/index.md": text]))
        #expect(await site.build().problems == [])
        let page = try #require(site.page("index.html"))
        #expect(page.contains("<figcaption>The gauge</figcaption>"))
        #expect(page.contains("<table>\n<caption>Places</caption>\n<thead>"))
    }

    @Test(arguments: [
        ("[@fig:lewels]", "no figure of this page is called 'lewels'", "did you mean 'levels'?"),
        ("[@tbl:levels]", "'levels' is no table", "write [@fig:levels]"),
        (
            "[@fig-levels]", "no source has the key 'fig-levels'",
            "refer to a figure of the page by [@fig:levels], in brackets of its own"
        ),
    ])
    func `a reference to nothing is an error at its brackets`(
        _ reference: String, _ message: String, _ help: String
    ) async throws {
        let site = try SiteFixture(
            Self.site.with(["Content/index.md": Self.text + "\nAs \(reference) shows.\n"]))
        let problem = try #require(await site.build().findings.first)
        #expect(problem.location?.line == 24 && problem.location?.column == 4)
        #expect(problem.message == message)
        #expect(problem.help == help)
    }

    @Test func `a label of the other kind is none, and stays as it is written`() async throws {
        let site = try SiteFixture(
            Self.site.with(["Content/index.md": "# Rivers\n\n![A gauge](/assets/gauge.svg){#tbl:a}\n"]))
        #expect(
            await site.build().problems == [
                "Content/index.md:3: warning: these attributes in braces stand here as text"
            ])
        #expect(try #require(site.page("index.html")).contains("{#tbl:a}</p>"))
    }

    @Test func `words are the language's, and a label is given once`() async throws {
        let site = try SiteFixture(
            Self.site.with([
                "Content/site.yaml": "title: Flüsse\nlanguage: de\n",
                "Content/index.md": """
                # Flüsse

                ![Pegel](/assets/gauge.svg){#fig:a}

                ![Pegel](/assets/gauge.svg "B"){#fig:a}
                """,
            ]))
        #expect(
            await site.build().problems == ["Content/index.md:5: error: the anchor 'fig:a' is given twice"])
        try site.edit("Content/index.md", replacing: "\"B\"){#fig:a}", with: "\"B\"){#fig-b}")
        #expect(await site.build().problems == [])
        let page = try #require(site.page("index.html"))
        #expect(page.contains("<figcaption><span class=\"sg-number\">Abbildung\u{A0}1.</span> </figcaption>"))
        #expect(page.contains("<figure id=\"fig-b\">"))
    }
}
