import Diagnostics
import Site
import Testing

@Suite struct TableFigureTests {
    @Test
    func `a table names its caption, units and rows, aligns numbers, shades cells and draws sparklines`()
        async throws
    {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Trees\n",
            "Content/data/trees.csv": "name,metres,history\nAsh,9.0,\"7,8,9\"\nBeech,8.0,\"6,,8\"\n",
            "Content/articles/trees.md": """
            # Trees

            ```table
            name: heights
            table: trees
            title: Heights
            sortable: true
            columns:
              - { column: name, title: Tree }
              - { column: metres, title: Height, unit: m, decimals: 1, shade: true }
              - { column: history, title: Years, format: sparkline }
            ```
            """,
            "Templates/page.mustache": "{{page.content}}\n",
        ])
        let report = await site.build()
        #expect(report.problems == [])
        let page = try #require(site.page("articles/trees/index.html"))
        for part in [
            "<table class=\"sg-table\" data-sortable>", "<caption class=\"hidden\">Heights</caption>",
            "<th scope=\"col\">Tree</th>", "Height<span class=\"unit\"> (m)</span></th>",
            "<th scope=\"row\">Ash</th>", "<td class=\"num sg-shade-5\">9.0</td>",
            "<td class=\"num sg-shade-1\">8.0</td>", "<svg class=\"sg-sparkline",
            "<span class=\"hidden\">from 7 to 9</span>",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }
}
