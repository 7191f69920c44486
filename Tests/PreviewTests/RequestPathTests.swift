import Testing

@testable import Preview

@Suite struct RequestPathTests {
    @Test(
        "a path is decoded once",
        arguments: [
            ("/", "/", nil), ("/a%20b/", "/a b/", nil), ("/caf%C3%A9", "/café", nil),
            ("/a%2520b", "/a%20b", nil), ("/x?y=%2e%2e&z", "/x", "y=%2e%2e&z"), ("/a+b", "/a+b", nil),
            ("/.well-known/x", "/.well-known/x", nil),
        ] as [(String, String, String?)])
    func decodes(target: String, path: String, query: String?) {
        let read = RequestPath(target)
        #expect(read?.text == path)
        #expect(read?.query == query)
    }

    @Test(
        "what could lead out of the site is no path",
        arguments: [
            "", "x", "*", "http://x/y", "//etc/passwd", "/a//b", "/../x", "/a/../b", "/a/..", "/./x", "/.",
            "/%2e%2e/x", "/%2E%2e%2fx", "/..%2fx", "/.%00/", "/a%00b", "/a\\..\\b", "/a%5cb", "/a%0d%0ab",
            "/a#b",
            "/a%23b", "/%", "/%4", "/%zz", "/%c0%ae%c0%ae/", "/%ff", "/.git/config", "/.env", "/a/.hidden",
            "/\u{7F}",
        ])
    func refuses(target: String) {
        #expect(RequestPath(target) == nil)
    }
}

@Suite struct ByteRangeTests {
    @Test(
        "a range is the part that the header asks for",
        arguments: [
            (nil, .whole), ("bytes=0-3", .part(0..<4)), ("bytes=4-", .part(4..<10)),
            ("bytes=-3", .part(7..<10)),
            ("bytes=-99", .part(0..<10)), ("bytes=9-99999999999999999999", .part(9..<10)),
            ("items=0-1", .whole),
            ("bytes=0-1,3-4", .whole), ("bytes=10-", .unsatisfiable), ("bytes=5-1", .unsatisfiable),
            ("bytes=-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=a-b", .unsatisfiable),
            ("bytes=+1-2", .unsatisfiable), ("bytes=3", .unsatisfiable),
            ("bytes=99999999999999999999-", .unsatisfiable),
        ] as [(String?, ByteRange)])
    func reads(header: String?, range: ByteRange) {
        #expect(ByteRange(header, of: 10) == range)
    }

    @Test func `an empty file has no part`() {
        #expect(ByteRange("bytes=0-", of: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", of: 0) == .unsatisfiable)
    }
}

@Suite struct HostPolicyTests {
    private let policy = HostPolicy(listed: ["192.0.2.7"])

    private func verdict(_ hosts: String...) -> HostPolicy.Verdict {
        policy.verdict(
            on: Request(method: "GET", target: "/", headers: hosts.map { Request.Header("Host", $0) }))
    }

    @Test(
        "the machine's own names are answered",
        arguments: [
            "localhost", "LOCALHOST:8000", "localhost.:8000", "site.localhost", "127.0.0.1:8000", "127.9.9.9",
            "[::1]:8000", "[::1]", "192.0.2.7:80",
        ])
    func allows(host: String) {
        #expect(verdict(host) == .allowed)
    }

    @Test(
        "other names are refused",
        arguments: [
            "evil.example", "127.0.0.1.evil", "localhost.evil", "evillocalhost", "192.0.2.8", "128.0.0.1",
            "127.0.0", "127.0.0.300", "[::2]:8000", "::1",
        ])
    func refuses(host: String) {
        #expect(verdict(host) == .refused)
    }

    @Test func `a request names its host once`() {
        #expect(verdict() == .malformed)
        #expect(verdict("localhost", "localhost") == .malformed)
        #expect(verdict("") == .malformed)
    }
}

@Suite struct ContentTypeTests {
    @Test(
        "a file's ending tells its type",
        arguments: [
            ("index.html", "text/html; charset=utf-8"), ("a/b.CSS", "text/css; charset=utf-8"),
            ("x.svg", "image/svg+xml"), ("data.csv", "text/csv; charset=utf-8"),
            ("a.b/README", "application/octet-stream"), ("x.unknown", "application/octet-stream"),
        ])
    func type(path: String, type: String) {
        #expect(contentType(of: path) == type)
    }
}
