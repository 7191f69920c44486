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
