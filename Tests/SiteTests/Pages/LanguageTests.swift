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

    @Test(arguments: [
        ("en", "“a ‘b’s’ c” – d’s"), ("de", "„a ‚b’s‘ c“ – d’s"), ("de-AT", "„a ‚b’s‘ c“ – d’s"),
        ("fr", "«\u{202F}a “b’s” c\u{202F}» – d’s"), ("es", "«a “b’s” c» – d’s"), ("pl", "„a «b’s» c” – d’s"),
    ])
    func `straight quotes become those of the language`(_ language: String, _ expected: String) async throws {
        let text = "\"a 'b's' c\" -- d's"
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\n",
            "Content/a.md":
                "---\nlanguage: \(language)\n---\n# \(text)\n\n\(text) „e“ \\\"f\\\"\n\n![\(text)](a.png)\n",
            "Content/a.png": "",
            "Templates/page.mustache": "{{page.title}}|{{page.content}}",
        ])
        #expect(await site.build().diagnostics.brief == [])
        let page = try #require(site.page("a/index.html"))
        #expect(page.hasPrefix(expected + "|"))
        #expect(page.contains("<p>\(expected) „e“ &quot;f&quot;</p>"))
        #expect(page.contains("alt=\"\(expected)\""))
    }

    @Test func `problems behind quotes stand where their author wrote them`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\nlanguage: fr\ncheck: { numbers: warn }\n",
            "Content/a.md": "# A\n\n\"b\" et \"c\" : 12 [@x] 13\n",
        ])
        let places = await site.build().findings.map { "\($0.code) \($0.location?.column ?? 0)" }
        #expect(places.sorted() == ["unknown-source 17", "unverified-number 14", "unverified-number 22"])
    }

    @Test(arguments: [
        ("en", "1,234.5 12% 3rd March 2014 −2.50"), ("de", "1.234,5 12\u{A0}% 3. März 2014 −2,50"),
        ("fr", "1\u{202F}234,5 12\u{202F}% 3e mars 2014 −2,50"),
        ("it", "1.234,5 12% 3º marzo 2014 −2,50"),
    ])
    func `functions write in the forms of the language`(_ language: String, _ expected: String) async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\nlanguage: \(language)\n",
            "Content/a.md": """
            ---
            title: >-
              `=number(1234.5)` `=percent(0.12)` `=ordinal(3)` `=month('2014-03')` `=signed(-2.5, 2)`
            ---
            """,
            "Templates/page.mustache": "{{page.title}}",
        ])
        #expect(await site.build().findings.map(\.code) == ["claims-new"])
        #expect(site.page("a/index.html") == expected)
    }

    @Test(arguments: [
        ("ordinal(3)", "how the language 'sv' writes ordinals is not known"),
        ("words(3)", "numbers in words are known in English only, and the site's language is 'sv'"),
        (
            "plural(3, 'dag')",
            "plurals made by an 's' are known in English only, and the site's language is 'sv'"
        ),
    ])
    func `what is known in English alone is refused elsewhere`(_ call: String, _ message: String) async throws
    {
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\nlanguage: sv\n", "Content/a.md": "# A\n\n`=\(call)`\n",
        ])
        #expect(await site.build().findings.map(\.message) == [message])
    }

    @Test func `formats that are none are refused at their place`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": "title: R\nformats: { months: [a, b], date: '{dia}' }\n"
        ])
        #expect(
            await site.build().diagnostics.brief == [
                "Content/site.yaml:2: formats: 'months' has 2 texts, not 12",
                "Content/site.yaml:2: formats: '{dia}' is no pattern of 'date'",
            ])
    }
}
