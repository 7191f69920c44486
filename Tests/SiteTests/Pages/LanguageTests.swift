import Diagnostics
import Site
import Testing

/// Dates, numbers and sitegen's own words in the language of the site.
@Suite struct LanguageTests {
    @Test(arguments: [
        ("language: en", "1 April 2014|Updated"), ("language: en-GB", "1 April 2014|Updated"),
        ("language: de", "1. April 2014|Aktualisiert am"), ("language: fr", "1er avril 2014|Mis à jour le"),
        ("language: es", "1 de abril de 2014|Actualizado el"),
        (
            """
            language: it
            formats:
              months: [g, f, m, aprile, m, g, l, a, s, o, n, d]
              date: "{day} {month} {year}"
            words: { updated: Aggiornato }
            """, "1 aprile 2014|Aggiornato"
        ),
    ])
    func `dates and words are those of the language`(_ settings: String, _ expected: String) async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Rivers\n" + settings,
            "Content/a.md": "---\ntitle: A\ndate: 2014-04-01\n---",
            "Templates/page.mustache": "{{page.date.text}}|{{words.updated}}",
        ])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("a/index.html") == expected)
    }

    @Test(arguments: [("en", "1,234.50"), ("de", "1.234,50"), ("fr", "1\u{202F}234,50"), ("es", "1.234,50")])
    func `numbers and dates in tables are those of the language`(_ language: String, _ number: String)
        async throws
    {
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\nlanguage: \(language)\n",
            "Content/data/levels.csv": "place,level,day\nKöln,1234.5,2014-04-02\n",
            "Content/a.md": """
            # A

            ```table
            query: SELECT place, level, day FROM levels
            title: Levels
            columns: [{ column: place }, { column: level, decimals: 2 }, { column: day, format: date }]
            ```
            """,
        ])
        #expect(await site.build().diagnostics.brief == [])
        let page = try #require(site.page("a/index.html"))
        #expect(page.contains(">\(number)</td>"))
    }

    @Test func `formats that are none are refused at their place`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\nformats: { months: [a, b], date: '{dia}' }\n"
        ])
        #expect(
            await site.build().diagnostics.brief == [
                "Content/site.yaml:2: formats: 'months' has 2 names where a year has twelve months",
                "Content/site.yaml:2: formats: '{dia}' is no pattern of a date",
            ])
    }
}
