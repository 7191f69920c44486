import Diagnostics
import Markdown
import Markup
import Testing

private func read(_ text: String, bodyFrom offset: Int = 0) -> (outline: Outline, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let source = SourceText(path: "a.md", text)
    let result = Markdown.read(source, bodyFrom: offset, options: MarkdownOptions(), reporting: &problems)
    return (result.outline, problems)
}

@Suite struct OutlineTests {
    @Test func `headings get GitHub's anchors, each once`() {
        let text = """
            # The *Deal* of `2014`

            ## Über uns & more
            ## The Deal of 2014
            ## Named {#of-mine}
            ## 🎉
            """
        #expect(
            read(text).outline.headings.map(\.id) == [
                "the-deal-of-2014", "über-uns--more", "the-deal-of-2014-1", "of-mine", "section",
            ])
        #expect(read(text).outline.title == "The Deal of 2014")
        #expect(read(text).outline.headings[3].text == "Named")
    }

    @Test func `an anchor that is given twice is an error at the second`() {
        let problems = read("# A {#x}\n\n# B {#x}\n").problems
        #expect(problems.map(\.code) == ["repeated-anchor"])
        #expect(problems.first?.location?.line == 3)
    }

    @Test func `five thousand equal headings take linear time`() {
        let outline = read(String(repeating: "# Same\n\n", count: 5000)).outline
        #expect(Set(outline.headings.map(\.id)).count == 5000)
        #expect(outline.headings.last?.id == "same-4999")
    }

    @Test func `facts and claims stand where the author wrote them`() {
        let text = """
            ---
            title: x
            ---
            Ünder `=rank('a', '2014-03')` and [six
            *places*](<=a - b>).

            > quoted ``=x`` and
            lazy `=y`

            1. item

               [**one**](=z) and `\\=literal`
            """
        let expressions = read(text, bodyFrom: 17).outline.expressions
        #expect(
            expressions.map(\.expression) == ["rank('a', '2014-03')", "a - b", "x", "y", "z"])
        #expect(expressions.map(\.kind) == [.fact, .claim, .fact, .fact, .claim])
        #expect(expressions[1].text == "six places")
        #expect(expressions[1].content.string == "six\n<em>places</em>")
        #expect(
            expressions.map { [$0.location.line, $0.location.column] } == [
                [4, 8], [4, 36], [7, 10], [8, 6], [12, 4],
            ])
    }

    @Test func `a paragraph behind reference definitions has the right lines`() {
        let outline = read("[a]: /u\n[b]: /v\ntext [a] `=x`\n").outline
        #expect(outline.links.map(\.destination) == ["/u"])
        #expect(outline.links.map { [$0.location.line, $0.location.column] } == [[3, 6]])
        #expect(outline.expressions.map { [$0.location.line, $0.location.column] } == [[3, 10]])
    }

    @Test func `lines are counted across hard breaks, code and raw HTML`() {
        let text = "[a](/x) b\\\nc `=d` ``e\nf`` `=g` <b\nc> `=h`\\\n  `=i` j  \n`=k`\n"
        let expressions = read(text).outline.expressions
        #expect(expressions.map(\.expression) == ["d", "g", "h", "i", "k"])
        #expect(
            expressions.map { [$0.location.line, $0.location.column] } == [
                [2, 3], [3, 5], [4, 4], [5, 3], [6, 1],
            ])
    }

    @Test func `a figure block gives its text and where it stands`() {
        let outline = read(
            "Text\n\n- item\n\n  ```chart wide\n  type: rank\n    a: b\n  ```\n\n```swift\n```\n"
        ).outline
        #expect(outline.figures.count == 1)
        #expect(outline.figures.first?.kind == "chart")
        #expect(outline.figures.first?.text == "type: rank\n  a: b\n")
        #expect(outline.figures.first?.firstLine == 6)
        #expect(outline.figures.first?.column == 3)
    }

    @Test(arguments: [
        ("```chart\na: b\n", ["figure-not-closed"]), ("> ```chart\n> a: b\n\nx\n", ["figure-not-closed"]),
        ("- ```chart\n  a: b\n  ```\n", []), ("~~~~chart\na: b\n~~~~", []), ("```js\na\n", []),
    ])
    func `a figure block that is not closed is an error`(text: String, codes: [String]) {
        #expect(read(text).problems.map(\.code) == codes)
    }

    @Test func `citations are found in prose, not in code, links or escapes`() {
        let text = """
            One [@fcc_2014] &amp; two [@a.b; @c:d], `[@code]`, [a [@no] b](/x), \\[@escaped], [@ blank], [@key,].
            """
        let citations = read(text).outline.citations
        #expect(citations.map { $0.works.map(\.key) } == [["fcc_2014"], ["a.b", "c:d"]])
        #expect(citations.map(\.location.column) == [5, 27])
        #expect(citations.map(\.location.length) == [11, 12])
    }

    @Test func `a citation may say where in the work`() {
        let text = "[@a, p. 12; @b; @c,  chs. 3 and 4 ] not [@d, ] nor [@e, [x]]"
        let outline = read(text).outline
        #expect(
            outline.citations.map(\.works) == [
                [
                    .init(key: "a", locator: "p. 12"), .init(key: "b"),
                    .init(key: "c", locator: "chs. 3 and 4"),
                ]
            ])
    }

    @Test func `a citation may run over the end of a line`() {
        let text = "> One [@a;\n> @b_c], two [@d]\n> `=e`"
        let outline = read(text).outline
        #expect(outline.citations.map { $0.works.map(\.key) } == [["a", "b_c"], ["d"]])
        #expect(outline.citations.map { [$0.location.line, $0.location.column] } == [[1, 7], [2, 14]])
        #expect(outline.expressions.map { [$0.location.line, $0.location.column] } == [[3, 3]])
        #expect(rendered(text).contains("One [@a; @b_c],\ntwo [@d]"))
    }

    @Test func `links and images are listed apart from claims`() {
        let outline = read("[a *b*](/x) <http://e.org> [c](=1) ![alt](p.png \"Title\")\n\n![](only.png)\n")
            .outline
        #expect(outline.links.map(\.destination) == ["/x", "http://e.org"])
        #expect(outline.links.map(\.text) == ["a b", "http://e.org"])
        #expect(outline.images.map(\.destination) == ["p.png", "only.png"])
        #expect(outline.images.map(\.isFigure) == [false, true])
        #expect(outline.images.first?.title == "Title")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:x", "&#x6A;avascript:x", "<java\tscript:x>", "data:text/html,x",
        "vbscript:x", "file:///etc", "view-source:x", "blob:x", "\\\\\\\\evil",
    ])
    func `a link with a scheme that is not allowed keeps its text only`(destination: String) {
        let text = "a [b](\(destination))"
        let (outline, problems) = read(text)
        #expect(outline.links.isEmpty)
        #expect(problems.map(\.code) == ["address-refused"])
        #expect(problems.first?.location?.column == 3)
        #expect(rendered(text) == "<p>a b</p>\n")
    }

    @Test func `raw HTML is left out with a warning at its line`() {
        let (outline, problems) = read("a <b>c</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- note -->\n")
        #expect(outline.droppedHTML.map(\.line) == [1, 3])
        #expect(problems.map(\.code) == ["raw-html-dropped", "raw-html-dropped"])
        #expect(problems.allSatisfy { $0.severity == .warning })
    }

    @Test func `prose is told of where the text of its block says so`() {
        let text = "# Th*ree*\n\nFour `five` [six](/)\nseven\\\neight.\n\n- nine \"ten\"\n\n> eleven\n"
        var seen: [String] = []
        var problems: [Diagnostic] = []
        let outline = Markdown.read(
            SourceText(path: "a.md", text), options: MarkdownOptions(),
            proseWhere: { text in
                seen.append(String(decoding: text.indices.map { text[$0] }, as: UTF8.self))
                return seen.count == 2
            }, reporting: &problems
        ).outline
        #expect(seen == ["Three", "Four \0 \0\nseven\neight.", "nine \"ten\""])
        #expect(outline.prose.map(\.text) == ["Four ", "\nseven\neight."])
        #expect(outline.prose.last?.places.map(\.location.line) == [3, 4, 5])
    }

    @Test(arguments: [
        ("a bc", 2), ("  a\tb\n", 2), ("- -- 1 $ %2 é \u{2014} x-y", 5), ("", 0), ("!", 0), ("(a)", 1),
        ("a.b,c d", 2),
    ])
    func `words are runs that hold a letter, a digit or what is not ASCII`(_ text: String, _ count: Int) {
        #expect(read("x " + text).outline.wordCount == count + 1)
    }
}
