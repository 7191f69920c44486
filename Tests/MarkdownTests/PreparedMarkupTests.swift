import Diagnostics
import Markdown
import Markup
import Testing

private func markup(_ text: String) -> Markup { Markup(trusting: Array(text.utf8)) }

/// Something in every place of a text, each known by its kind and number.
private func everything(_ count: Int = 9) -> Substitutions {
    func marks(_ kind: String) -> [Markup?] { (0..<count).map { markup("<\(kind)\($0)>") } }
    var all = Substitutions()
    all.links = (0..<count).map { "l\($0)" }
    all.images = (0..<count).map { ImageSubstitution(source: "i\($0)", number: markup("<n\($0)>")) }
    all.figures = marks("f")
    all.expressions = marks("e")
    all.citations = marks("c")
    all.figureReferences = marks("r")
    all.captionNumbers = marks("t")
    return all
}

private let lazily = #" loading="lazy" decoding="async">"#

@Suite struct `What the site puts in the places of a text` {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        /// With nothing put anywhere.
        let plain: String
        let filled: String

        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(
            name: "the address of a link, and not its title", text: #"[a](b "c \"d\" href=\"e\"")"#,
            plain: #"<p><a href="b" title="c &quot;d&quot; href=&quot;e&quot;">a</a></p>"#,
            filled: #"<p><a href="l0" title="c &quot;d&quot; href=&quot;e&quot;">a</a></p>"#),
        Case(
            name: "the address of a link that has none", text: "[a]()", plain: #"<p><a href="">a</a></p>"#,
            filled: #"<p><a href="l0">a</a></p>"#),
        Case(
            name: "a bare address", text: "See https://a.example/?b&c.",
            plain: #"<p>See <a href="https://a.example/?b&amp;c">https://a.example/?b&amp;c</a>.</p>"#,
            filled: #"<p>See <a href="l0">https://a.example/?b&amp;c</a>.</p>"#),
        Case(
            name: "an expression, with what stands in it", text: "[*a* `=b` ![c](d.png)](=e)`=f`",
            plain: #"<p><a href="=e"><em>a</em> <code>=b</code> <img src="d.png" alt="c""# + lazily
                + "</a><code>=f</code></p>",
            filled: "<p><e0><e2></p>"),
        Case(
            name: "a citation, without the space before it", text: "a  [@b] and [@c; @d], [@e]",
            plain: "<p>a  [@b] and [@c; @d], [@e]</p>", filled: "<p>a<c0> and<c1>,<c2></p>"),
        Case(
            name: "a citation behind markup", text: "*a* [@b]\\\n[@c]",
            plain: "<p><em>a</em> [@b]<br />\n[@c]</p>", filled: "<p><em>a</em><c0><br />\n<c1></p>"),
        Case(
            name: "a reference to a figure, with the space before it", text: "See [@fig:a], [@tbl:b, left].",
            plain: "<p>See [@fig:a], [@tbl:b, left].</p>", filled: "<p>See <r0>, <r1>.</p>"),
        Case(
            name: "an image in a line", text: #"a ![b *c*](d.png "e")"#,
            plain: #"<p>a <img src="d.png" alt="b c" title="e""# + lazily + "</p>",
            filled: #"<p>a <img src="i0" alt="b c" title="e""# + lazily + "</p>"),
        Case(
            name: "an image alone in its paragraph", text: #"![b](d.png "e"){#fig:x}"#,
            plain: #"<figure id="fig:x"><img src="d.png" alt="b""# + lazily
                + "<figcaption>e</figcaption></figure>",
            filled: #"<figure id="fig:x"><img src="i0" alt="b""# + lazily
                + "<figcaption><n0>e</figcaption></figure>"),
        Case(
            name: "an image that is a link, and its address", text: "[![a](b.png)](c)",
            plain: #"<p><a href="c"><img src="b.png" alt="a""# + lazily + "</a></p>",
            filled: #"<p><a href="l0"><img src="i0" alt="a""# + lazily + "</a></p>"),
        Case(
            name: "no link and no fact in the description of an image",
            text: "![a [b](c) `=d`](e.png) [f](g)",
            plain: #"<p><img src="e.png" alt="a b =d""# + lazily + " <a href=\"g\">f</a></p>",
            filled: #"<p><img src="i0" alt="a b =d""# + lazily + " <a href=\"l0\">f</a></p>"),
        Case(
            name: "a figure between blocks, with what it is drawn from",
            text: "- a\n\n  ```chart\n  b\n  ```\n- c",
            plain: "<ul>\n<li>\n<p>a</p>\n<pre><code class=\"language-chart\">b\n</code></pre>\n</li>\n"
                + "<li>\n<p>c</p>\n</li>\n</ul>",
            filled: "<ul>\n<li>\n<p>a</p>\n<f0>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
        Case(
            name: "figures in a tight list", text: "- ```chart\n  a\n  ```\n- ![b](c.png)\n- d",
            plain: "<ul>\n<li>\n<pre><code class=\"language-chart\">a\n</code></pre>\n</li>\n<li>\n"
                + #"<figure><img src="c.png" alt="b""# + lazily + "</figure>\n</li>\n<li>d</li>\n</ul>",
            filled: "<ul>\n<li>\n<f0>\n</li>\n<li>\n" + #"<figure><img src="i0" alt="b""# + lazily
                + "<figcaption><n0></figcaption></figure>\n</li>\n<li>d</li>\n</ul>"),
        Case(
            name: "a link and a fact in a heading", text: "## [a](b) `=c`",
            plain: #"<h2 id="a-c"><a href="b">a</a> <code>=c</code></h2>"#,
            filled: #"<h2 id="a-c"><a href="l0">a</a> <e0></h2>"#),
        Case(
            name: "a caption and the cells of its table",
            text: "| a |\n| - |\n| [b](c) `=d` |\n\n: e `=f` [@g]",
            plain: "<table>\n<caption>e <code>=f</code> [@g]</caption>\n<thead>\n<tr>\n"
                + "<th scope=\"col\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                + "<td><a href=\"c\">b</a> <code>=d</code></td>\n</tr>\n</tbody>\n</table>",
            filled: "<table>\n<caption><t0>e <e1><c0></caption>\n<thead>\n<tr>\n"
                + "<th scope=\"col\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                + "<td><a href=\"l0\">b</a> <e0></td>\n</tr>\n</tbody>\n</table>"),
        Case(
            name: "what an alert and a struck text hold", text: "> [!NOTE]\n> ~~[a](b) `=c`~~ [@d]",
            plain: "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n"
                + "<p><del><a href=\"b\">a</a> <code>=c</code></del> [@d]</p>\n</div>",
            filled: "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n"
                + "<p><del><a href=\"l0\">a</a> <e0></del><c0></p>\n</div>"),
        Case(
            name: "what stands in a link that is refused", text: "[`=a` ![b](c.png)](javascript:d)",
            plain: #"<p><code>=a</code> <img src="c.png" alt="b""# + lazily + "</p>",
            filled: #"<p><e0> <img src="i0" alt="b""# + lazily + "</p>"),
    ])
    func `stands where they are, and what was written where it puts nothing`(_ case: Case) {
        #expect(rendered(`case`.text) == `case`.plain + "\n")
        #expect(rendered(`case`.text, with: everything()) == `case`.filled + "\n")
    }

    @Test func `is found in a table in a footnote, whatever the order`() {
        let text = "a[^2] [b](c)[^1]\n\n[^1]: [d](e)\n\n[^2]: | f |\n    | - |\n    | [g](h) `=i` |\n"
        let filled = rendered(text, with: everything())
        #expect(filled.contains("<a href=\"l0\">b</a>"))
        #expect(filled.contains("<td><a href=\"l1\">g</a> <e0></td>"))
        #expect(filled.contains("<p><a href=\"l2\">d</a> <a href=\"#fnref:2\""))
    }

    @Test func `leaves no line behind where it is empty`() {
        var substitutions = Substitutions()
        substitutions.figures = [Markup(), markup("<f>\n"), Markup()]
        #expect(
            rendered("```chart\n```\n\na\n\n```chart\n```\n\nb\n\n```chart\n```\n", with: substitutions)
                == "<p>a</p>\n<f>\n<p>b</p>\n")
    }

    @Test func `can be other each time`() {
        var problems: [Diagnostic] = []
        let read = Markdown.read(
            SourceText(path: "a.md", "[a](b) `=c`"), options: MarkdownOptions(), reporting: &problems)
        var substitutions = Substitutions()
        substitutions.links = ["d"]
        #expect(
            read.markup.filled(with: substitutions).string
                == "<p><a href=\"d\">a</a> <code>=c</code></p>\n")
        substitutions = Substitutions()
        substitutions.expressions = [markup("5")]
        #expect(read.markup.filled(with: substitutions).string == "<p><a href=\"b\">a</a> 5</p>\n")
        #expect(read.outline.links.map(\.destination) == ["b"])
    }
}

@Suite struct `The address of a link` {
    @Test func `is written as cmark writes it`() {
        let scalars = [0x20...0x7E, 0xA0...0x17F, 0x2010...0x2020, 0x1F600...0x1F604].joined()
        let characters = scalars.compactMap(Unicode.Scalar.init).map(String.init)
        let parts = characters + ["a b&c=%20%C3%A9'\"", "é/?q=[1]&r={2}#s", "%", "%zz", "&amp;", "/a\\b"]
        let addresses = parts.map { "a/\($0)z" }
        let written = addresses.map { address in
            address.unicodeScalars.map { scalar in
                scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9" ~= scalar) && scalar != " "
                    ? "\\\(scalar)" : "\(scalar)"
            }.joined()
        }
        var substitutions = Substitutions()
        substitutions.links = addresses
        let filled = rendered(addresses.map { _ in "[a](x)\n" }.joined(), with: substitutions)
        #expect(filled == rendered(written.map { "[a](<\($0)>)\n" }.joined()))
    }

    @Test(arguments: [
        ("javascript:a", ""), ("JavaScript:a", ""), ("vbscript:a", ""), ("file:///a", ""),
        ("data:text/html,a", ""),
        ("data:image/png;a", "data:image/png;a"), ("DATA:image/SVG+xml,a", ""), ("javascript", "javascript"),
        (" javascript:a", "%20javascript:a"), ("files:a", "files:a"), ("d", "d"),
    ])
    func `is left out where it runs a script or opens a file`(_ address: String, _ written: String) {
        var substitutions = Substitutions()
        substitutions.links = [address]
        #expect(rendered("[a](x)", with: substitutions) == "<p><a href=\"\(written)\">a</a></p>\n")
        let options = MarkdownOptions(
            allowsRawHTML: true, schemes: ["javascript", "vbscript", "file", "data"])
        #expect(!rendered("[a](x)", options: options, with: substitutions).contains("\"\""))
    }

    @Test func `is left out where a scheme of the site's would run a script`() {
        let options = MarkdownOptions(schemes: ["javascript"])
        var substitutions = Substitutions()
        substitutions.links = ["javascript:a"]
        #expect(rendered("[a](javascript:a)", options: options) == "<p><a href=\"\">a</a></p>\n")
        #expect(
            rendered("[a](javascript:a)", options: options, with: substitutions)
                == "<p><a href=\"\">a</a></p>\n")
    }
}

@Suite struct `The first heading of level one` {
    @Test(arguments: [
        ("# T\n\n## U", "<h2 id=\"u\">U</h2>\n"),
        ("a\n\n# T\n\nb\n\n# U", "<p>a</p>\n<p>b</p>\n<h1 id=\"u\">U</h1>\n"),
        ("a\n\n# T [b](c) `=d`\n", "<p>a</p>\n"),
        ("# T", ""),
        ("> # T", "<blockquote>\n</blockquote>\n"),
        ("> # T\n> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("- # T", "<ul>\n<li></li>\n</ul>\n"),
        ("- # T\n  a", "<ul>\n<li>a</li>\n</ul>\n"),
        ("- # T\n\n  a", "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n"),
        ("- # T\n  - a", "<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n"),
        ("- a\n  # T\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ])
    func `is left out with its line`(_ text: String, _ expected: String) {
        var substitutions = Substitutions()
        substitutions.dropsTitle = true
        #expect(rendered(text, with: substitutions) == expected)
        substitutions = everything()
        #expect(rendered(text, with: substitutions).contains("<h1 id=\"t"))
    }
}

@Suite struct `What is hostile in a text` {
    /// The bytes with which the mark of the first slot begins.
    private static let mark: [UInt8] = [0xF8, 0x40, 0x40, 0x40, 0x40]

    private func bytes(of text: [UInt8], reporting problems: inout [Diagnostic]) -> [UInt8] {
        let source = SourceText(path: "a.md", bytes: text)
        let read = Markdown.read(source, options: MarkdownOptions(), reporting: &problems)
        return read.markup.filled(with: everything()).bytes
    }

    @Test(arguments: [mark, [0xF8, 0x3E], [0xF8], [0xC3, 0xB8, 0xF8, 0x3E], [0x26, 0xF8, 0x3B]])
    func `is refused where it has bytes of marks`(_ hostile: [UInt8]) {
        for text in [hostile, Array("[a](b) `=c` ".utf8) + hostile + Array("d".utf8)] {
            var problems: [Diagnostic] = []
            #expect(bytes(of: text, reporting: &problems).isEmpty)
            #expect(problems.map(\.code) == ["not-utf-8"])
        }
    }

    /// What could come out as the byte F8, were it written by its number.
    @Test(arguments: [
        "&#248;@@@@", "&#xF8;&gt;", "&oslash;@@@@", "%F8@@@@", "\u{F8}@@@@", "&#63743;", "&#xF8FF;",
        "&#x3FFFFF;", "&#4160749568;", "&#xFFFE;@@@@", "&#xFFFF;&gt;", "&#xDFF8;", "&#x10FFF8;", "&#x110000;",
        "&#0;", "&#1;",
        "&amp;#xF8;@@@@",
    ])
    func `is text, whatever it spells`(_ text: String) {
        let plain = MarkdownOptions(flavour: .commonmark)
        for whole in ["\(text)", "`\(text)`", "*\(text)*", "- \(text)\n- a", "    \(text)"] {
            // The plain flavour has no places.
            #expect(rendered(whole, with: everything()) == rendered(whole, options: plain))
        }
        #expect(
            rendered("[\(text)](/\(text) '\(text)')")
                == rendered("[\(text)](/\(text) '\(text)')", options: plain))
        let content = rendered(text).dropFirst("<p>".count).dropLast("</p>\n".count)
        #expect(
            rendered("[\(text)](/\(text)) `=a` \(text)", with: everything())
                == "<p><a href=\"l0\">\(content)</a> <e0> \(content)</p>\n")
    }

    @Test func `spells no byte of marks by any number of a character`() {
        let starts = stride(from: 1, to: 0x11_0800, by: 0x800)
        for first in starts where first < 0x3000 || first % 0x1_0000 > 0xE000 {
            var problems: [Diagnostic] = []
            let text = (first..<first + 0x800).map { "&#\($0);" }.joined()
            #expect(!bytes(of: Array(text.utf8), reporting: &problems).contains(0xF8))
        }
    }

    @Test func `may be seventy thousand places`() {
        let count = 70_000
        var substitutions = Substitutions()
        substitutions.expressions = (0..<count).map { markup("\($0)") }
        let filled = rendered(String(repeating: "`=a` ", count: count), with: substitutions)
        #expect(filled.hasPrefix("<p>0 1 2 ") && filled.hasSuffix(" \(count - 2) \(count - 1)</p>\n"))
    }
}
