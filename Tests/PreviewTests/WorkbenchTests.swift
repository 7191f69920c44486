import Testing

@testable import Preview

@Suite struct WorkbenchTests {
    /// A site with one chart in a file of its own and one in a block within a list.
    private func folder() throws -> PreviewFolder {
        try PreviewFolder([
            "Content/site.yaml": """
            title: Two peaks
            indexes:
              height: { table: heights, period: year, grain: year, entity: { column: peak }, value: { column: metres } }
            """,
            "Content/data/heights.csv":
                "year,peak,metres\n2020,north,812\n2020,south,805\n2021,north,811\n2021,south,815\n",
            "Content/charts/lines.yaml": "type: line\nindex: height\ntitle: Height\n",
            "Content/index.md": """
            ---
            title: Two peaks
            ---
            ```chart
            figure: lines
            ```

            - In a list:

              ```chart
              type: line
              index: height
              title: Places
              ```
            """,
        ])
    }

    @Test func `the gallery shows every chart`() async throws {
        let page = try await folder().router().get("/_charts/")
        #expect(page.status == 200)
        #expect(page.text.contains("href=\"/_charts/lines/\""))
        #expect(page.text.contains("href=\"/_charts/places/\""))
    }

    @Test func `a chart's page leads to its specification and its rows`() async throws {
        let page = try await folder().router().get("/_charts/lines/")
        #expect(page.text.contains("Content/charts/lines.yaml:1:1"))
        #expect(page.text.contains("Content/data/heights.csv:3"))
        #expect(page.text.contains("type: line\nindex: height\ntitle: Height\n"))
        let block = try await folder().router().get("/_charts/places/")
        #expect(block.text.contains("Content/index.md:11:3"))
        #expect(block.text.contains("type: line\nindex: height\ntitle: Places\n"))
    }

    @Test func `rows lead to the lines of their files`() async throws {
        let router = try await folder().router()
        let page = await router.get("/_charts/lines/")
        #expect(page.text.contains("<a href=\"/_source/Content/data/heights.csv/3\">"))
        let lines = await router.get("/_source/Content/data/heights.csv/3")
        #expect(lines.text.contains("<mark><b>3</b> 2020,south,805\n</mark>"))
        #expect(lines.text.contains("<span><b>5</b> 2021,south,815\n</span>"))
    }

    @Test(
        "only lines of the site's own texts can be looked at",
        arguments: [
            "/_source/Content/data/heights.csv/99", "/_source/Content/data/heights.csv/0",
            "/_source/Content/data/heights.csv/", "/_source/Content/data/heights.csv", "/_source/",
            "/_source/etc/passwd/1", "/_source/Content/../../etc/passwd/1", "/_source//etc/passwd/1",
        ])
    func noSource(address: String) async throws {
        #expect([400, 404].contains(try await folder().router().get(address).status))
    }

    @Test func `a chart's page sets its size against the budget`() async throws {
        let page = try await folder().router().get("/_charts/lines/")
        #expect(page.text.contains("<dt>Budget</dt><dd>24,576 bytes, 6,144 compressed</dd>"))
        #expect(page.text.contains("<dt>wide</dt>"))
        #expect(!page.text.contains("over the budget"))
    }

    @Test func `claims that fail since the last good build stand first on their page`() async throws {
        let folder = try PreviewFolder([
            "Content/data/snow.csv": "year,metres\n2020,4\n2021,5\n",
            "Content/index.md": """
            ---
            title: Two peaks
            ---
            In all, [two years](<=SELECT count(*) FROM snow>) had snow, and the most was
            [5 metres](<=SELECT max(metres) FROM snow>).
            """,
        ])
        let good = await folder.router().get("/_claims/")
        #expect(good.text.contains("2 facts and claims, all of which hold."))
        #expect(good.text.contains("<td>holds, not accepted yet</td><td>claim</td><td>two years</td>"))
        let router = try await folder.router {
            try folder.write("Content/data/snow.csv", "year,metres\n2020,4\n2021,6\n")
        }
        let bad = await router.get("/_claims/").text
        #expect(bad.contains("2 facts and claims, of which 1 needs a look."))
        let failing = try #require(bad.firstRange(of: "<strong>fails: "))
        let holding = try #require(bad.firstRange(of: "<td>holds, not accepted yet</td>"))
        #expect(failing.lowerBound < holding.lowerBound)
    }

    @Test(
        "a chart has a picture for each layout and theme",
        arguments: ["wide.svg", "small.svg", "wide-dark.svg", "small-dark.svg"])
    func pictures(file: String) async throws {
        let picture = try await folder().router().get("/_charts/lines/" + file)
        #expect(picture.status == 200)
        #expect(picture["Content-Type"] == "image/svg+xml")
        #expect(picture.text.contains("Height"))
    }

    @Test func `another specification is drawn and not saved`() async throws {
        let folder = try folder()
        let answer = await folder.router().post(
            "/_charts/lines/draw", #"{"text":"type: slope\nindex: height\ntitle: Metres\n"}"#)
        #expect(answer.status == 200)
        #expect(answer.text.contains("sg-slope sg-wide"))
        #expect(try folder.read("Content/charts/lines.yaml") == "type: line\nindex: height\ntitle: Height\n")
    }

    @Test func `what is wrong with another specification is said at its place`() async throws {
        let answer = try await folder().router().post(
            "/_charts/places/draw", #"{"text":"type: line\nindex: hieght\ntitle: Places\n"}"#)
        #expect(answer.text.contains("Content/index.md:12:10"))
        #expect(answer.text.contains("did you mean &#39;height&#39;"))
    }

    @Test func `a specification is saved into the lines that it came from`() async throws {
        let folder = try folder()
        let answer = await folder.router().post(
            "/_charts/places/save", #"{"text":"type: line\nindex: height\ntitle: Order\n"}"#)
        #expect(answer.text == "{\"said\":\"saved into Content/index.md\"}\n")
        #expect(
            try folder.read("Content/index.md").hasSuffix(
                "  ```chart\n  type: line\n  index: height\n  title: Order\n  ```"))
    }

    @Test func `a file that changed meanwhile is left alone`() async throws {
        let folder = try folder()
        let router = await folder.router()
        try folder.write("Content/charts/lines.yaml", "type: line\nindex: height\ntitle: Mine\n")
        let answer = await router.post(
            "/_charts/lines/save", #"{"text":"type: line\nindex: height\ntitle: Yours\n"}"#)
        #expect(answer.text.contains("has changed meanwhile"))
        #expect(try folder.read("Content/charts/lines.yaml").contains("Mine"))
    }

    @Test(
        "nothing is drawn, saved or asked without the token of this run and a page of this server",
        arguments: [
            ("wrong!", "http://localhost:8000", "application/json", 403),
            ("secret", "http://evil.example", "application/json", 403),
            ("secret", "null", "application/json", 403),
            ("secret", "http://localhost:8000", "text/plain", 415),
        ])
    func guards(token: String, origin: String, type: String, status: Int) async throws {
        let folder = try folder()
        let router = await folder.router()
        for target in ["/_charts/lines/save", "/_charts/lines/draw", "/_data/query"] {
            let answer = await router.post(
                target, #"{"text":"type: line\nindex: height\ntitle: X\n","sql":"SELECT 1"}"#, token: token,
                origin: origin, type: type)
            #expect(answer.status == status)
        }
        #expect(try folder.read("Content/charts/lines.yaml").contains("Height"))
    }

    @Test func `a query is answered as a table or as CSV, and only reads`() async throws {
        let router = try await folder().router()
        let table = await router.post(
            "/_data/query", #"{"sql":"SELECT peak, metres FROM heights WHERE year = 2021"}"#)
        #expect(table.text.contains(#"\u003ctd>south\u003c/td>\u003ctd>815\u003c/td>"#))
        let csv = await router.post(
            "/_data/query", #"{"sql":"SELECT max(metres) AS top FROM heights","format":"csv"}"#)
        #expect(csv.text == "{\"csv\":\"top\\n815\\n\"}\n")
        let wrong = await router.post("/_data/query", #"{"sql":"DELETE FROM heights"}"#)
        #expect(wrong.text.contains("error"))
        #expect(await router.post("/_data/query", "[]").status == 400)
    }
}
