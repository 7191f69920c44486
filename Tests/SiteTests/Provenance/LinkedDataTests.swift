import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct LinkedDataTests {
    private struct Item: Decodable {
        struct Download: Decodable { let contentUrl: String }

        let type: String
        let headline, name, datePublished, url: String?
        let license: [String]?
        let distribution: [Download]?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case headline, name, datePublished, url, license, distribution
        }
    }

    private func item(_ page: String?) throws -> Item {
        let parts = try #require(page).components(separatedBy: "<script type=\"application/ld+json\">")
        #expect(parts.count == 2)
        let json = try #require(parts.last).components(separatedBy: "</script>")[0]
        return try JSONDecoder().decode(Item.self, from: Data(json.utf8))
    }

    @Test func `an article says what it is, and its words cannot end the script`() async throws {
        let site = try peaks([
            "Content/notes/snow.md":
                "---\ntitle: \"</script><b>Snow</b> & \\\"ice\\\"\"\ndate: 2021-05-01\n---\nText.\n"
        ])
        #expect(
            await site.build(baseURL: "https://peaks.example.org/").problems(besides: ["claims-new"]) == [])
        let page = site.page("notes/snow/index.html")
        let article = try item(page)
        #expect(article.type == "Article")
        #expect(article.headline == "</script><b>Snow</b> & \"ice\"")
        #expect(article.datePublished == "2021-05-01")
        #expect(article.url == "https://peaks.example.org/notes/snow/")
    }

    @Test func `a chart's page is a data set with its licence and files`() async throws {
        let site = try peaks()
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        let dataset = try item(site.page("charts/height-of-two-peaks/index.html"))
        #expect(dataset.type == "Dataset" && dataset.name == "Height of two peaks" && dataset.url == nil)
        #expect(dataset.license == ["https://creativecommons.org/publicdomain/zero/1.0/"])
        #expect(dataset.distribution?.map(\.contentUrl) == ["data.csv", "data.json", "chart.svg"])
    }

    @Test func `the page that lists the tables is the data set of the site, and other pages are none`()
        async throws
    {
        let site = try peaks([
            "Content/data.md": "---\ntitle: Data\ntemplate: data\n---\n",
            "Templates/data.mustache":
                "<!doctype html><html><head><title>t</title>{{head}}</head><body>{{#data.tables}}{{name}}{{/data.tables}}</body></html>",
        ])
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        let dataset = try item(site.page("data/index.html"))
        #expect(dataset.name == "Heights of two peaks")
        #expect(dataset.distribution?.first?.contentUrl == "heights.csv")
        #expect(try #require(site.page("index.html")).contains("ld+json") == false)
    }
}
