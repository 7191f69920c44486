import Diagnostics
import Foundation
import Markdown
import Markup
import Testing

private func read(_ text: String) -> (outline: Outline, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let result = Markdown.read(
        SourceText(path: "a.md", text), options: MarkdownOptions(), reporting: &problems)
    return (result.outline, problems)
}

private func places(_ outline: Outline) -> [[Int]] {
    outline.expressions.map { [$0.location.line, $0.location.column] }
}

@Suite struct ExtensionTests {
    @Test func `a table in a list, behind a line of text, is a table`() {
        let text = """
            - Text
              | A | B |
              |:--|--:|
              | *x* | [l] |
              | y |

            [l]: /u
            """
        #expect(
            rendered(text) == """
                <ul>
                <li>Text
                <table>
                <thead>
                <tr>
                <th scope="col" class="align-left">A</th>
                <th scope="col" class="align-right">B</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left"><em>x</em></td>
                <td class="align-right"><a href="/u">l</a></td>
                </tr>
                <tr>
                <td class="align-left">y</td>
                <td class="align-right"></td>
                </tr>
                </tbody>
                </table>
                </li>
                </ul>

                """)
    }

    @Test func `expressions in cells stand where the author wrote them`() {
        let (outline, problems) = read(
            """
            [r]: /u

            > | A | `=a \\|\\| b` |
            > |---|---|
            > | [@k] `=c` | [x](<=d \\|\\| e>) [r] |

            After `=f`
            """)
        #expect(outline.expressions.map(\.expression) == ["a || b", "c", "d || e", "f"])
        #expect(places(outline) == [[3, 9], [5, 10], [5, 17], [7, 7]])
        #expect(outline.citations.map(\.location.column) == [5])
        #expect(outline.links.map(\.destination) == ["/u"])
        #expect(problems == [])
    }

    @Test func `a wide header over many short rows does not fill the memory`() {
        let header =
            String(repeating: "|a", count: 5000) + "|\n" + String(repeating: "|-", count: 5000) + "|\n"
        #expect(rendered(header + String(repeating: "|x|\n", count: 5000)).utf8.count < 10_000_000)
    }

    @Test(arguments: [
        ("~~a *b*~~ ~c~", "<del>a <em>b</em></del> <del>c</del>"), ("\\~~a~~ ~~~b~~~", "~~a~~ ~~~b~~~"),
        ("~5 and ~6, a ~~ b ~~", "~5 and ~6, a ~~ b ~~"), ("~~a ~b~ c~~", "<del>a <del>b</del> c</del>"),
        ("*~~a~~* ~~b", "<em><del>a</del></em> ~~b"),
    ])
    func `tildes strike text through`(text: String, markup: String) {
        #expect(rendered(text) == "<p>\(markup)</p>\n")
    }

    @Test func `tasks have a box whose label is their text`() {
        #expect(
            rendered("- [ ] a `b`\n- [x] c\n- [y] d\n") == """
                <ul>
                <li><label><input type="checkbox" disabled> a <code>b</code></label></li>
                <li><label><input type="checkbox" disabled checked> c</label></li>
                <li>[y] d</li>
                </ul>

                """)
    }

    @Test func `bare addresses are links, and listed as such`() {
        let outline = read("See (www.a.org/x_y), https://b.org. or c@d.org; `www.no.org` [www.e.org](/f)")
            .outline
        #expect(
            outline.links.map(\.destination) == [
                "http://www.a.org/x_y", "https://b.org", "mailto:c@d.org", "/f",
            ])
        #expect(outline.links.map(\.location.column) == [6, 22, 40, 62])
    }

    @Test func `an address keeps its dashes under smart punctuation`() {
        #expect(
            rendered("\"a\" -- http://a.org/x--y", options: MarkdownOptions(usesSmartPunctuation: true))
                == "<p>“a” – <a href=\"http://a.org/x--y\">http://a.org/x--y</a></p>\n")
    }

    @Test func `an alert has a title and its content`() {
        #expect(
            rendered("> [!Note]\n> Text\n\n> [!NOTE] no\n") == """
                <div class="alert alert-note" role="note">
                <p class="alert-title">Note</p>
                <p>Text</p>
                </div>
                <blockquote>
                <p>[!NOTE] no</p>
                </blockquote>

                """)
    }

    @Test func `control characters are blanks, with a warning`() {
        #expect(rendered("a\u{1}b\u{85}c\u{FFFE}d") == "<p>a b  c   d</p>\n")
        #expect(read("a\n\u{1}").problems.map(\.code) == ["control-character"])
    }
}

@Suite struct FootnoteTests {
    private static let text = """
        One[^a] and two[^B] and one again[^A].

        [^b]: Second `=x`

            | t |
            |---|
            | `=y` |
        [^a]: First
        lazy `=z`

        After `=w`
        """

    @Test func `footnotes stand at the end in the order of their references, with links back`() {
        #expect(
            rendered("One[^a] two[^b] three[^A].\n\n[^b]: B\n[^a]: A\n\n    more\n") == """
                <p>One<sup class="footnote-reference"><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup> \
                two<sup class="footnote-reference"><a href="#fn:2" id="fnref:2" role="doc-noteref">2</a></sup> \
                three<sup class="footnote-reference"><a href="#fn:1" id="fnref:1:2" role="doc-noteref">1</a></sup>.</p>
                <section class="footnotes" role="doc-endnotes">
                <ol>
                <li id="fn:1">
                <p>A</p>
                <p>more <a href="#fnref:1" class="footnote-back" role="doc-backlink" \
                aria-label="Back to the text">↩</a> <a href="#fnref:1:2" class="footnote-back" \
                role="doc-backlink" aria-label="Back to the text 2">↩</a></p>
                </li>
                <li id="fn:2">
                <p>B <a href="#fnref:2" class="footnote-back" role="doc-backlink" \
                aria-label="Back to the text">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func `expressions in footnotes stand where the author wrote them`() {
        let outline = read(Self.text).outline
        #expect(outline.expressions.map(\.expression) == ["w", "z", "x", "y"])
        #expect(places(outline) == [[11, 7], [9, 6], [3, 14], [7, 7]])
    }

    @Test(arguments: ["1. ", "* ", "- one\n    - two", "> - x"])
    func `a footnote may begin with a list`(content: String) {
        let text = rendered("Text[^a]\n\n[^a]: \(content)\n")
        #expect(text.components(separatedBy: "<li id=").count == 2)
        #expect(text.hasSuffix("</ol>\n</section>\n"))
    }

    @Test func `a footnote that is missing, unused or given twice is warned of at its place`() {
        let problems = read("---\n\n```\n[^c]: code\n```\n\na[^x] b[^c]\n\n [^c]: C\n[^C]: D\n[^d]: E\n")
            .problems
        #expect(
            problems.map { "\($0.code) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == [
                "unknown-footnote 7:2", "repeated-footnote 10:1", "unused-footnote 11:1",
            ])
    }
}

@Suite struct MisspeltExpressionTests {
    @Test(arguments: [
        ("a [six](=a - b) c", "1:7", "write ](<=a - b>)"),
        ("a [six](<=a > b>) c", "1:7", "write ](<=a \\> b>)"),
        ("é [x](=f(a, b) \\> 1)", "1:6", "write ](<=f(a, b) \\> 1>)"),
        ("x\n\n- [a](=b c)", "3:5", "write ](<=b c>)"),
    ])
    func `a claim that was not read is an error with its mended spelling`(
        text: String, place: String, help: String
    ) {
        let problems = read(text).problems
        #expect(problems.map(\.code) == ["claim-not-read"])
        #expect(problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == [place])
        #expect(problems.first?.help == help)
        #expect(problems.first?.severity == .error)
    }

    @Test func `the mended spelling of a claim keeps its quotes under smart punctuation`() {
        var problems: [Diagnostic] = []
        _ = Markdown.read(
            SourceText(path: "a.md", "a [six](=f('x', \"y\") - -1) c"),
            options: MarkdownOptions(usesSmartPunctuation: true), reporting: &problems)
        #expect(problems.map(\.help) == ["write ](<=f('x', \"y\") - -1>)"])
    }

    @Test func `a fact that the cell of a table tears apart is an error`() {
        let problems = read("| a | b |\n|---|---|\n| `=x || y` | c |\n").problems
        #expect(problems.map(\.code) == ["fact-not-read", "surplus-cells"])
        #expect(problems.map(\.location?.column) == [3, 10])
    }

    @Test func `a claim that the cell of a table tears apart is an error`() {
        let problems = read("| a | b |\n|---|---|\n| c | [x](<=y | z>) |\n").problems
        #expect(problems.map(\.code) == ["claim-not-read", "surplus-cells"])
        #expect(problems.first?.message == "this claim was not read: its end is in another cell")
        #expect(problems.first?.location?.column == 9)
    }

    @Test func `an image is no claim, and a claim without an expression has an empty one`() {
        let problems = read("![six](=6)").problems
        #expect(problems.map(\.message) == ["an image cannot be a claim"])
        #expect(problems.first?.location?.column == 1)
        let empty = read("a [six](=)").outline
        #expect(empty.expressions.map(\.expression) == [""])
    }

    @Test func `an opening backtick alone is an error`() {
        #expect(read("say `=x to ``").problems.map(\.location?.column) == [5])
    }
}
