import Diagnostics
import Testing

@testable import Site

@Suite struct `The feed of corrections` {
    private let site = rivers.with([
        "Content/site.yaml": """
        title: Rivers
        corrections: { table: corrections, page: /corrections/ }

        """,
        "Content/data/datapackage.yaml": """
        name: rivers
        resources:
          - name: lengths
            path: lengths.csv
            schema:
              primaryKey: [river]
              fields: [{ name: river, type: string }, { name: km, type: integer, title: Length }]
          - name: corrections
            path: corrections.csv
            schema:
              fields:
                - { name: date, type: date }
                - { name: resource, type: string }
                - { name: key, type: string }
                - { name: field, type: string }
                - { name: old, type: string }
                - { name: new, type: string }
                - { name: reason, type: string }

        """,
        "Content/data/lengths.csv": "river,km\nrhine,1233\n",
        "Content/data/corrections.csv": "date,resource,key,field,old,new,reason\n",
        "Content/corrections.md": "---\ntitle: Corrections\ndate: 2020-01-01\n---\n",
    ])

    private func built(_ files: [String: String]) async throws -> SiteFixture {
        let built = try SiteFixture(site.with(files))
        #expect(await built.build(baseURL: "https://example.org/a/").diagnostics.hasErrors == false)
        return built
    }

    @Test func `it is there before anything was corrected`() async throws {
        let built = try await built([:])
        let feed = built.page("corrections/feed.xml") ?? ""
        #expect(feed.contains("<title>Corrections – Rivers</title>"))
        #expect(feed.contains("<updated>2020-01-01T00:00:00Z</updated>"))
        #expect(!feed.contains("<entry>"))
        #expect(
            built.page("corrections/index.html")?.contains(
                #"href="/a/corrections/feed.json""#) == true)
    }

    @Test func `it tells of changed data and changed texts, the latest first`() async throws {
        let built = try await built([
            "Content/data/corrections.csv": """
            date,resource,key,field,old,new,reason
            2021-02-03,lengths,rhine,km,1320,1233,Two digits were exchanged

            """,
            "Content/articles/rhine.md": """
            ---
            title: The Rhine
            date: 2020-03-01
            corrections:
              - { date: 2022-01-02, text: It rises in Switzerland. }
            ---
            """,
        ])
        #expect(
            built.page("corrections/feed.json") == """
                {"version":"https://jsonfeed.org/version/1.1","title":"Corrections – Rivers",\
                "home_page_url":"https://example.org/a/corrections/",\
                "feed_url":"https://example.org/a/corrections/feed.json","language":"en",\
                "authors":[
                {"name":"Rivers"}],"items":[
                {"id":"https://example.org/a/articles/rhine/#correction-2022-01-02-1",\
                "url":"https://example.org/a/articles/rhine/","title":"The Rhine",\
                "content_html":"\\u003cp>It rises in Switzerland.\\u003c/p>",\
                "date_published":"2022-01-02T00:00:00Z","date_modified":"2022-01-02T00:00:00Z"},
                {"id":"https://example.org/a/corrections/#correction-2021-02-03-lengths-rhine-km",\
                "url":"https://example.org/a/corrections/#correction-2021-02-03-lengths-rhine-km",\
                "title":"Length, rhine","content_html":\
                "\\u003cp>1320 became 1233. Two digits were exchanged\\u003c/p>",\
                "date_published":"2021-02-03T00:00:00Z","date_modified":"2021-02-03T00:00:00Z"}]}

                """)
        let atom = built.page("corrections/feed.xml") ?? ""
        #expect(atom.contains("<updated>2022-01-02T00:00:00Z</updated>"))
    }
}
