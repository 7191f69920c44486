import Testing

@testable import Preview

@Suite struct RouterTests {
    @Test func `a page is served with a script that keeps it new`() async throws {
        let router = try await PreviewFolder().router()
        let page = await router.get("/")
        #expect(page.status == 200)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("<p>Snow decides.</p>"))
        #expect(
            page.text.contains(
                "<script src=\"/_preview/live.js\" data-token=\"secret\" data-revision=\"1\" defer></script></body>"
            ))
    }

    @Test func `a page that is known needs no second sending`() async throws {
        let router = try await PreviewFolder().router()
        let tag = try #require(await router.get("/")["ETag"])
        let again = await router.get("/", ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.text.isEmpty)
        #expect(await router.get("/", ["If-None-Match": "\"other\""]).status == 200)
    }

    @Test func `a part of a file can be had`() async throws {
        let router = try await PreviewFolder(["Content/notes.txt": "0123456789"]).router()
        let part = await router.get("/notes.txt", ["Range": "bytes=2-4"])
        #expect(part.status == 206)
        #expect(part.text == "234")
        #expect(part["Content-Range"] == "bytes 2-4/10")
        let beyond = await router.get("/notes.txt", ["Range": "bytes=10-"])
        #expect(beyond.status == 416)
        #expect(beyond["Content-Range"] == "bytes */10")
        let old = await router.get("/notes.txt", ["Range": "bytes=2-4", "If-Range": "\"old\""])
        #expect(old.status == 200)
        #expect(old.text == "0123456789")
    }

    @Test func `a folder's address ends in a slash`() async throws {
        let router = try await PreviewFolder(["Content/about.md": "---\ntitle: About\n---\nUs.\n"]).router()
        let moved = await router.get("/about?x=1")
        #expect(moved.status == 308)
        #expect(moved["Location"] == "/about/?x=1")
        #expect(await router.get("/about/").status == 200)
    }

    @Test func `what is not there gets the site's own page for it`() async throws {
        let router = try await PreviewFolder().router()
        let page = await router.get("/nothing/")
        #expect(page.status == 404)
        #expect(page.text.contains("<h1>Lost</h1>"))
    }

    @Test func `a site in a folder is served below it`() async throws {
        let router = try await PreviewFolder().router(baseURL: "https://example.org/a/b/")
        #expect(await router.get("/a/b/").status == 200)
        #expect(await router.get("/")["Location"] == "/a/b/")
        #expect(await router.get("/a/b")["Location"] == "/a/b/")
        #expect(await router.get("/other/").status == 404)
    }

    @Test(
        "only reading is answered",
        arguments: ["PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "PATCH", "POST"])
    func methods(method: String) async throws {
        let answer = try await PreviewFolder().router().get("/", method: method)
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD")
    }

    @Test func `pages of other sites get nothing but what a link to here shows`() async throws {
        let router = try await PreviewFolder().router()
        #expect(
            await router.get("/", ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"]).status == 403
        )
        #expect(
            await router.get("/", ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]).status
                == 200)
    }

    @Test(
        "the live channel needs the token, and a page of this server",
        arguments: [
            ("/_preview/events", nil, 403), ("/_preview/events?token=", nil, 403),
            ("/_preview/events?token=secreT", nil, 403),
            ("/_preview/events?token=secret", "http://evil", 403),
            ("/_preview/events?token=secret", "null", 403),
            ("/_preview/events?token=secret", "http://localhost:8000", 200),
            ("/_preview/events?token=secret", nil, 200),
        ] as [(String, String?, Int)])
    func liveChannel(target: String, origin: String?, status: Int) async throws {
        let router = try await PreviewFolder().router()
        let answer =
            origin == nil ? await router.get(target) : await router.get(target, ["Origin": origin ?? ""])
        #expect(answer.status == status)
    }

    @Test func `without a good build the problems are the page, escaped`() async throws {
        let folder = try PreviewFolder(["Content/site.yaml": "title: T\n<b>tilte</b>: x\n"])
        let page = await folder.router().get("/")
        #expect(page.status == 500)
        #expect(page.text.contains("Content/site.yaml:2:1"))
        #expect(page.text.contains("&lt;b&gt;tilte&lt;/b&gt;"))
        #expect(!page.text.contains("<b>tilte"))
    }
}
