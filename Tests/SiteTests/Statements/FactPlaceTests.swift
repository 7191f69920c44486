import Diagnostics
import Testing

@testable import Site

@Suite struct `Where facts may stand` {
    @Test func `facts are worked out in titles, headings, tables, images and figures`() async throws {
        let site = try SiteFixture(
            orchard.with([
                "Content/about.md": """
                ---
                title: "About `=words(6)` plots"
                description: "With `=1 + 1` trees"
                toc: true
                ---
                ## The `=ordinal(3)` year

                | plot | tonnes |
                | --- | --- |
                | north | `=SELECT max(tonnes) FROM harvest` |

                ![A tree of `=2 + 3` metres](/assets/tree.svg)

                ```table
                name: trees
                title: All `=SELECT count(*) FROM harvest` rows
                table: harvest
                note: Counted `=words(2)` times
                source: The orchard
                ```

                """,
                "Content/assets/tree.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "Templates/page.mustache":
                    "{{page.title}}|{{page.description}}|{{#page.toc}}{{title}}{{/page.toc}}|{{page.content}}",
            ]))
        let report = await site.build()
        #expect(!report.diagnostics.hasErrors)
        let page = try #require(site.page("about/index.html"))
        #expect(page.hasPrefix("About six plots|With 2 trees|The 3rd year|"))
        #expect(page.contains("alt=\"A tree of 5 metres\""))
        #expect(page.contains("All 3 rows"))
        #expect(page.contains("Counted two times"))
        #expect(page.contains(">12.5</data>"))
        #expect(report.factCount == 9)
    }

    @Test(arguments: [
        ("[six](=1 + 5)", "Content/about.md:4: error", "](<=1 + 5>)"),
        ("[six](<=1 < 5>)", "Content/about.md:4: error", "\\<"),
        ("so `=1 + 5 is open", "Content/about.md:4: error", "`"),
    ])
    func `what was meant as a fact or claim and not read is an error`(
        text: String, place: String, help: String
    ) async throws {
        let site = try SiteFixture(orchard.with(["Content/about.md": "---\ntitle: About\n---\n\(text)\n"]))
        let problem = try #require(await site.build().diagnostics.first { $0.severity == .error })
        #expect(problem.location?.path == "Content/about.md")
        #expect(problem.location?.line == 4)
        #expect(problem.help?.contains(help) == true)
    }

    @Test(arguments: [
        ("", "<data class=\"sg-claim\" value=\"two\" tabindex=\"0\" data-source=\"\">two</data>"),
        (
            "{{#page.verified}}{{#items}}{{id}}{{/items}}{{/page.verified}}",
            "<a class=\"sg-claim\" id=\"figure-1-text\" href=\"#figure-1\" data-source=\"\"><data value=\"two\">two</data></a>"
        ),
    ])
    func `a figure of the text leads to the list of them where its page has one`(
        list: String, markup: String
    ) async throws {
        let site = try SiteFixture(
            orchard.with([
                "Content/about.md": "---\ntitle: About\n---\nIt has `=words(2)`.\n",
                "Templates/page.mustache": "{{page.content}}" + list,
            ]))
        await site.build()
        #expect(site.page("about/index.html")?.contains("It has \(markup).") == true)
    }
}
