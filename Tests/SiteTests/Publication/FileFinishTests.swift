import Foundation
import Testing

@testable import Site

@Suite struct `What is done to files` {
    private let styled = rivers.with([
        "Content/assets/a.css":
            "@import \"b.css\"; /* url(none) */ p { background: url(/pictures/x.svg#f) }\n",
        "Content/assets/b.css":
            "q::before { content: \"url(no)\"; src: url( 'https://example.net/f.woff2' ) }\n",
        "Content/pictures/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        "Templates/page.mustache": """
        <!doctype html><html lang="en"><head><link rel="stylesheet" href="{{assets.css.a}}">{{head}}</head>
        <!-- a note -->
        <main>

          <pre>a  b
          c</pre>  <b>d</b>  {{page.content}}</main></html>

        """,
    ])

    @Test func `addresses in style sheets hold wherever the site stands`() async throws {
        let site = try SiteFixture(styled)
        #expect(await site.build().problems == [])
        let files = try site.output()
        let sheet = files.first { $0.key.hasPrefix("assets/a.") }?.value ?? ""
        let imported = files.keys.first { $0.hasPrefix("assets/b.") } ?? ""
        #expect(
            sheet == "@import \"\(imported.dropFirst("assets/".count))\"; /* url(none) */ "
                + "p { background: url(../pictures/x.svg#f) }\n")
        #expect(files[imported]?.contains("'https://example.net/f.woff2'") == true)
    }

    @Test(arguments: [
        ("p { background: url(gone.svg) }", "no page or file of the site has the address '/assets/gone.svg'"),
        ("@import url(a.css);", "this style sheet imports itself in a circle"),
    ])
    func `a style sheet that names what is not there is refused at its line`(
        css: String, message: String
    ) async throws {
        let site = try SiteFixture(rivers.with(["Content/assets/a.css": "\n" + css]))
        #expect(await site.build().problems == ["Content/assets/a.css:2: error: " + message])
    }

    @Test func `with a base URL style sheets carry their digest, without one they do not`() async throws {
        let site = try SiteFixture(styled)
        #expect(await site.build().problems == [])
        #expect(site.page("index.html")?.contains("integrity") == false)
        #expect(await site.build(baseURL: "https://example.org/a/").problems == [])
        let sheet = try site.output().first { $0.key.hasPrefix("assets/a.") }
        let digest = SHA256(of: Array((sheet?.value ?? "").utf8))
        let base64 = Data(digest.bytes).base64EncodedString()
        #expect(site.page("index.html")?.contains("\" integrity=\"sha256-\(base64)\">") == true)
    }

    @Test func `minified pages lose comments and white space that nobody sees`() async throws {
        let site = try SiteFixture(
            styled.with(["Content/site.yaml": "title: Rivers\npublish: { minify: true }\n"]))
        #expect(await site.build().problems == [])
        let page = site.page("index.html") ?? ""
        #expect(page.contains("</head>\n\n<main>\n<pre>a  b\n  c</pre> <b>d</b> "))
    }

    @Test(arguments: [
        ("a , b  >  c {\n  color : red ;\n}\n", "a,b > c{color :red;}"),
        ("/* one */ a { b: c } /* two */ d { e: f }", "a{b:c}d{e:f}"),
        ("a { margin: 1px/**/2px; width: calc(1px + 2px) }", "a{margin:1px/**/2px;width:calc(1px + 2px)}"),
        ("a { --none: ; --next: 1 }", "a{--none: ;--next:1}"),
        ("a::after { content: \"  /* no */ ; \\\"  \" }", "a::after{content:\"  /* no */ ; \\\"  \"}"),
        ("a { b: url( x  y.svg ) c }", "a{b:url( x  y.svg ) c}"), (".a\\, .b { }", ".a\\, .b{}"),
        (".a\\31  .b { }", ".a\\31  .b{}"),
        ("@media (min-width: 1px) and (x) { a :hover { } }", "@media (min-width:1px) and (x){a :hover{}}"),
        ("a { } /* open", "a{}"), ("\"open", "\"open"), ("a\\", "a\\"), ("a/*/ b */c", "a/**/c"),
    ])
    func `a style sheet means the same without what means nothing`(css: String, small: String) {
        #expect(String(decoding: SmallStyleSheet.of(Array(css.utf8)), as: UTF8.self) == small)
    }

    @Test func `style sheets are minified with the pages`() async throws {
        let site = try SiteFixture(
            styled.with(["Content/site.yaml": "title: Rivers\npublish: { minify: true }\n"]))
        #expect(await site.build().problems == [])
        let sheet = try site.output().first { $0.key.hasPrefix("assets/a.") }?.value ?? ""
        #expect(sheet.hasSuffix(".css\";p{background:url(../pictures/x.svg#f)}"))
    }

    @Test(arguments: ["gzip", "compress"])
    func `texts are also written compressed where the site asks for it`(key: String) async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/site.yaml": "title: Rivers\npublish: { \(key): true }\n",
                "Content/long.txt": String(repeating: "water ", count: 500), "Content/short.txt": "water",
            ]))
        #expect(await site.build().problems == [])
        let packed = try Data(contentsOf: URL(filePath: site.root + "/Output/long.txt.gz"))
        // The magic number, deflate, no flags and no time.
        #expect(Array(packed.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
        #expect(packed.count < 100)
        #expect(site.page("short.txt.gz") == nil)
        let paths = try FileManager.default.contentsOfDirectory(atPath: site.root + "/Output")
        #expect(paths.contains("long.txt.br") == (Brotli.standard != nil))
        #expect(!paths.contains("short.txt.br"))
    }

    @Test func `a machine without Brotli writes gzip alone`() async throws {
        let brotli = Brotli(library: "libno-such-library.so")
        #expect(brotli == nil)
        let text = OutputFile(path: try SitePath("a.txt"), bytes: Array(repeating: 0x61, count: 5_000))
        let copies = await CompressedFiles(files: [text], brotli: brotli).copies()
        #expect(copies.map(\.path.text) == ["a.txt.gz"])
    }

    @Test func `a ZIP file is the same for the same files`() {
        let archive = ZipArchive(files: [("a.txt", Array("abc".utf8))]).bytes ?? []
        #expect(
            archive == [
                0x50, 0x4B, 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0, 0xC2, 0x41, 0x24, 0x35, 5, 0, 0, 0, 3, 0,
                0,
                0, 5, 0, 0, 0, 0x61, 0x2E, 0x74, 0x78, 0x74, 0x4B, 0x4C, 0x4A, 6, 0, 0x50, 0x4B, 1, 2, 20, 0,
                20,
                0, 0, 8, 8, 0, 0, 0, 0x21, 0, 0xC2, 0x41, 0x24, 0x35, 5, 0, 0, 0, 3, 0, 0, 0, 5, 0, 0, 0, 0,
                0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x61, 0x2E, 0x74, 0x78, 0x74, 0x50, 0x4B, 5, 6, 0, 0, 0, 0,
                1, 0,
                1, 0, 51, 0, 0, 0, 40, 0, 0, 0, 0, 0,
            ])
    }
}
