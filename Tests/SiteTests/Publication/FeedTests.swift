import Testing

@testable import Site

@Suite struct Feeds {
    private let site = rivers.with([
        "Content/site.yaml": """
        title: Rivers
        author: A. Boatman
        collections:
          floods: { from: floods, permalink: "/floods/{id}/", date: day, template: page }

        """,
        "Content/data/floods.csv":
            "id,day,title,summary\nold,1784-02,Ice,Ice\nnew,1993-12-22,High water,Rain\n",
        "Content/floods/_index.md": "# Floods\n",
        "Content/articles/_index.md": "# Articles\n",
        "Content/articles/rhine.md": """
        ---
        title: "The Rhine & its floods"
        date: 2020-02-03
        updated: 2021-04-05
        aliases: [/rhein]
        tags: [floods]
        ---
        """,
        "Content/articles/undated.md": "# Undated\n",
    ])

    @Test func `a feed has whole texts, whole addresses and no marks of the site`() async throws {
        let site = try SiteFixture(
            site.with([
                "Content/articles/rhine.md": """
                ---
                title: "The Rhine & its floods"
                date: 2020-02-03
                updated: 2021-04-05
                aliases: [/rhein]
                tags: [floods]
                ---
                It flooded [twice](=2), see [below](#more) and [home](../index.md).

                ## More

                """
            ]))
        #expect(await site.build(baseURL: "https://example.org/a/").problems(besides: ["claims-new"]) == [])
        #expect(
            site.page("feed.xml") == """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Rivers</title>\
                <id>https://example.org/a/</id>\
                <link rel="self" type="application/atom+xml" href="https://example.org/a/feed.xml"/>\
                <link rel="alternate" type="text/html" href="https://example.org/a/"/>\
                <updated>2021-04-05T00:00:00Z</updated><author><name>A. Boatman</name></author>
                <entry><title>The Rhine &amp; its floods</title><id>https://example.org/a/rhein/</id>\
                <link rel="alternate" type="text/html" href="https://example.org/a/articles/rhine/"/>\
                <published>2020-02-03T00:00:00Z</published><updated>2021-04-05T00:00:00Z</updated>\
                <category term="floods"/><content type="html">&lt;p&gt;It flooded twice, see \
                &lt;a href=&quot;https://example.org/a/articles/rhine/#more&quot;&gt;below&lt;/a&gt; and \
                &lt;a href=&quot;https://example.org/a/&quot;&gt;home&lt;/a&gt;.&lt;/p&gt;
                &lt;h2 id=&quot;more&quot;&gt;More&lt;/h2&gt;
                </content></entry></feed>

                """)
    }

    @Test func `a chart stands in a feed as a picture with its description`() async throws {
        let site = try SiteFixture(
            site.with([
                "Content/data/levels.csv": "year,river,metres\n2020,Rhine,3\n2021,Rhine,4\n",
                "Content/articles/rhine.md": """
                ---
                title: Rhine
                date: 2020-02-03
                ---
                ```chart
                type: line
                query: SELECT year AS period, river AS entity, metres AS value FROM levels
                title: Level
                ```

                """,
            ]))
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        let feed = site.page("feed.json") ?? ""
        #expect(feed.contains("\\u003cimg src=\\\"https://example.org/charts/level/chart.svg\\\" alt=\\\""))
        #expect(!feed.contains("\\u003csvg"))
    }

    @Test func `each section, collection and tag with dated pages has feeds of its own`() async throws {
        let site = try SiteFixture(
            site.with([
                "Content/articles/rhine.md": "---\ntitle: Rhine\ndate: 2020-02-03\ntags: [water]\n---\n"
            ]))
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        let feeds = try site.output().keys.filter { $0.hasSuffix("feed.xml") || $0.hasSuffix("feed.json") }
        #expect(
            feeds.sorted() == [
                "articles/feed.json", "articles/feed.xml", "feed.json", "feed.xml", "floods/feed.json",
                "floods/feed.xml", "tags/water/feed.json", "tags/water/feed.xml",
            ])
        // A flood of which only the month is known has no day that a feed could give.
        #expect(site.page("floods/feed.json")?.contains("floods/old") == false)
        #expect(
            site.page("floods/feed.json")?.contains("\"date_published\":\"1993-12-22T00:00:00Z\"") == true)
    }

    @Test func `a page names the feeds that tell of it`() async throws {
        let site = try SiteFixture(
            site.with(["Content/articles/rhine.md": "---\ntitle: Rhine\ndate: 2020-02-03\n---\n"]))
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        let page = site.page("articles/rhine/index.html") ?? ""
        for link in [
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Rivers\" href=\"/feed.xml\">",
            "type=\"application/feed+json\" title=\"Articles – Rivers\" href=\"/articles/feed.json\">",
        ] {
            #expect(page.contains(link))
        }
        #expect(!page.contains("/floods/feed.xml"))
    }

    @Test(arguments: ["feeds: false\n", ""])
    func `there are no feeds where they are not wanted or the address is not known`(setting: String)
        async throws
    {
        let site = try SiteFixture(
            rivers.with([
                "Content/site.yaml": "title: Rivers\n" + setting,
                "Content/a.md": "---\ntitle: A\ndate: 2020-02-03\n---\n",
            ]))
        #expect(await site.build(baseURL: setting.isEmpty ? nil : "https://example.org/").problems == [])
        #expect(site.page("feed.xml") == nil)
    }

    @Test func `the limit keeps the newest`() async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/site.yaml": "title: Rivers\nfeeds: { limit: 1 }\n",
                "Content/a.md": "---\ntitle: Older\ndate: 2020-02-03\n---\n",
                "Content/b.md": "---\ntitle: Newer\ndate: 2020-02-04\n---\n",
            ]))
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        #expect(site.page("feed.json")?.contains("Newer") == true)
        #expect(site.page("feed.json")?.contains("Older") == false)
    }
}
