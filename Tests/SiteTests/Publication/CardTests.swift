import Foundation
import Testing

@testable import Site

@Suite struct `Pictures for previews of links` {
    /// A stand-in for `rsvg-convert` that makes a file with the beginning and the end of a PNG, and the
    /// drawing between them.
    private static let maker = """
        #!/bin/sh
        { printf '\\211PNG\\r\\n\\032\\n'; cat "$7"; printf 'IEND\\256B\\140\\202'; } > "$6"

        """

    private func build(
        _ files: [String: String], baseURL: String? = "https://example.org/a/"
    ) async throws -> (site: SiteFixture, problems: [String]) {
        let site = try SiteFixture(rivers.with(files).with(["maker": Self.maker]))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: site.root + "/maker")
        let problems = await site.build(baseURL: baseURL) {
            $0.pictures = .program(site.root + "/maker")
        }.problems
        return (site, problems)
    }

    private func bytes(_ site: SiteFixture, _ path: String) -> String? {
        FileManager.default.contents(atPath: site.root + "/Output/" + path).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test func `a page without a chart shows its title, with its whole address and its size`() async throws {
        let (site, problems) = try await build([:])
        #expect(problems == [])
        let page = site.page("index.html") ?? ""
        #expect(
            page.contains(
                #"<meta property="og:image" content="https://example.org/a/card.png">"#
                    + #"<meta property="og:image:width" content="1200">"#
                    + #"<meta property="og:image:height" content="630">"#))
        #expect(page.contains(#"<meta name="twitter:card" content="summary_large_image">"#))
        let card = bytes(site, "card.png") ?? ""
        #expect(card.contains(#"viewBox="0 0 1200 630" width="1200" height="630""#))
        #expect(card.contains(">example.org</text>"))
    }

    @Test func `a page that nobody should link to has none`() async throws {
        let (site, problems) = try await build([
            "Content/hidden.md": "---\ntitle: Hidden\nnoindex: true\n---\n"
        ])
        #expect(problems == [])
        #expect(bytes(site, "hidden/card.png") == nil)
        #expect(site.page("hidden/index.html")?.contains("og:image") == false)
    }

    @Test func `a picture that the page names takes its place`() async throws {
        let (site, problems) = try await build([
            "Content/own.md": "---\ntitle: Own\nimage: /pictures/own.svg\n---\n",
            "Content/pictures/own.svg":
                #"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>"#,
        ])
        #expect(problems == [])
        #expect(bytes(site, "own/card.png") == nil)
        #expect(
            site.page("own/index.html")?.contains(
                #"content="https://example.org/a/pictures/own.svg"><meta property="og:image:width" content="90">"#
            )
                == true)
    }

    @Test func `a picture that is not there is told of at its line`() async throws {
        let (_, problems) = try await build([
            "Content/own.md": "---\ntitle: Own\nimage: /gone.png\n---\n"
        ])
        #expect(
            problems == [
                "Content/own.md:3: error: no page or file of the site has the address '/gone.png'"
            ])
    }

    @Test func `without an address of the site, or where the site wants none, there are none`() async throws {
        for (settings, address) in [
            ("title: Rivers\n", nil),
            ("title: Rivers\npublish: { cards: false }\n", "https://example.org/"),
        ] {
            let (site, problems) = try await build(["Content/site.yaml": settings], baseURL: address)
            #expect(problems == [])
            #expect(bytes(site, "card.png") == nil)
            #expect(site.page("index.html")?.contains(#"content="summary">"#) == true)
        }
    }
}
