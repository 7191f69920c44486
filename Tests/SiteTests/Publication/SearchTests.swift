import Testing

@testable import Site

@Suite struct `Site search` {
    @Test(arguments: [
        ("Bright House's 2.50 Mbps", ["bright", "house", "mbps"]),
        ("AT&T U-verse, 2014 to 15", ["at", "verse", "2014", "to"]),
        ("Ça coûte œuvre", ["ca", "coute", "œuvre"]),
        ("東京 Tokyo", ["東", "京", "tokyo"]),
        ("हिन्दी", ["हिन्दी"]),
    ])
    func `words are folded as the script folds them`(text: String, words: [String]) {
        #expect(searchWords(text) == words)
    }

    @Test func `a page is read by its sections, without what is not text`() {
        let html = """
            <body><p>Masthead</p><main><nav>Home</nav><h1>Rhine</h1><p>It is <em>l</em>ong &amp; wide.</p>
            <h2 id="floods">Floods</h2><figure><svg><text>drawn</text></svg><p>Shown</p>
            <details class="sg-data"><details>inner</details>rows</details></figure><p>Often</p>
            <p data-nosearch="">Hidden</p><p class="a" data-nosearch>Hidden</p><script>var main = "<p>not text</p>"</script></main></body>
            """
        #expect(
            SearchSections.sections(of: Array(html.utf8)) == [
                SearchSection(text: "It is long & wide. "),
                SearchSection(heading: "Floods", anchor: "floods", text: "Shown Often "),
            ])
    }

    @Test func `the index leads from words to sections, in scripts`() async {
        let index = SearchIndex(documents: [
            .init(title: "Rhine", section: SearchSection(text: "long"), url: "../rhine/"),
            .init(
                title: "Rhine", section: SearchSection(heading: "Floods", anchor: "floods", text: "long"),
                url: "../rhine/#floods"),
        ])
        let files = await index.files(in: "/search/").map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(files.count == 3)
        #expect(
            files[0].hasPrefix(
                #"sitegenSearch("index",{"count":2,"wordsInShard":1024,"textsInShard":32,"words":"floods long rhine","#
            ))
        #expect(files[1] == "sitegenSearch(\"words-0\",[[1,4],\n[0,3,1,3],\n[0,6,1,1]])\n")
        #expect(
            files[2] == """
                sitegenSearch("texts-0",[{"t":"Rhine","u":"../rhine/","x":"long"},
                {"t":"Rhine","u":"../rhine/#floods","h":"Floods","x":"long"}])

                """)
    }

    @Test func `a site that asks for it gets a search page with its script and index`() async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/site.yaml": "title: Rivers\nsearch: true\n",
                "Content/index.md": "# Rivers\n\n[Search](/search/)\n",
            ]))
        #expect(await site.build().problems == [])
        let files = try site.output().keys.filter { $0.hasPrefix("search/") }
        let names = files.sorted().map { $0.split(separator: "/")[1].split(separator: ".")[0] }
        #expect(names == ["index", "index", "search", "texts-0", "words-0"])
        let page = site.page("search/index.html") ?? ""
        #expect(page.contains("data-index=\"index."))
        #expect(page.contains("<noscript><p>"))
    }

    @Test func `it speaks the site's language, and its script carries a digest as the others do`()
        async throws
    {
        let site = try SiteFixture([
            "Content/site.yaml": "title: Flüsse\nlanguage: de\nsearch: true\n",
            "Content/index.md": "# Flüsse\n",
        ])
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        let page = site.page("search/index.html") ?? ""
        #expect(page.contains("<h1>Suche</h1>"))
        #expect(site.page("index.html")?.contains("<a href=\"/search/\">Suche</a>") == true)
        #expect(page.contains("data-many=\"{count} Treffer zu „{text}“.\""))
        let loading = page.matches(of: /<(script|link)[^>]*\.(js|css)"[^>]*>/).map(\.output.0)
        #expect(loading.count == 3)
        #expect(loading.allSatisfy { $0.contains("integrity=\"sha256-") })
    }

    @Test func `without the setting there is none, and a link to it is dead`() async throws {
        let site = try SiteFixture(rivers.with(["Content/index.md": "# Rivers\n\n[Search](/search/)\n"]))
        #expect(
            await site.build().problems == [
                "Content/index.md:3: error: no page or file of the site has the address '/search/'"
            ])
    }
}
