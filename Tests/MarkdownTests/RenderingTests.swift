import Diagnostics
import Markdown
import Markup
import Testing

func rendered(
    _ text: String, options: MarkdownOptions = MarkdownOptions(), with substitutions: Substitutions = .init()
) -> String {
    var ignored: [Diagnostic] = []
    let read = Markdown.read(SourceText(path: "a.md", text), options: options, reporting: &ignored)
    return read.markup.filled(with: substitutions).string
}

@Suite struct RenderingTests {
    @Test func `what the site substitutes stands in the author's places`() {
        var substitutions = Substitutions()
        substitutions.links = ["../x/index.html"]
        substitutions.expressions = [Markup(trusting: Array("<data>5th</data>".utf8)), nil]
        substitutions.citations = [Markup(trusting: Array("<sup>1</sup>".utf8))]
        substitutions.figures = [Markup(trusting: Array("<figure></figure>".utf8))]
        let text = """
            # A [*link*](/x) {#top}

            Fact `=a`, [claim](=b) [@key].

            ```chart
            x
            ```
            """
        #expect(
            rendered(text, with: substitutions) == """
                <h1 id="top">A <a href="../x/index.html"><em>link</em></a></h1>
                <p>Fact <data>5th</data>, <a href="=b">claim</a><sup>1</sup>.</p>
                <figure></figure>

                """)
    }

    @Test func `an image alone in its paragraph becomes a figure`() {
        var substitutions = Substitutions()
        substitutions.images = [ImageSubstitution(source: "../p q.png", width: 640, height: 480), nil]
        #expect(
            rendered("![a \"quote\"](p.png \"The *title*\")\n\nText ![b](c.png \"t\").", with: substitutions)
                == """
                <figure><img src="../p%20q.png" alt="a &quot;quote&quot;" width="640" height="480" \
                loading="lazy" decoding="async"><figcaption>The *title*</figcaption></figure>
                <p>Text <img src="c.png" alt="b" title="t" loading="lazy" decoding="async">.</p>

                """)
    }

    @Test func `a code span that begins with a backslash and an equals sign is literal`() {
        #expect(rendered("`\\=a` `\\b`") == "<p><code>=a</code> <code>\\b</code></p>\n")
    }

    @Test func `the summary is what stands before the break, without headings and markup`() {
        let text = "# H\n\n*One* `=a` [two](=2) [@k], x[^1]\n\nThree\n\n<!-- More -->\n\nTwo\n\n[^1]: N\n"
        var problems: [Diagnostic] = []
        let outline = Markdown.read(
            SourceText(path: "a.md", text), options: MarkdownOptions(), reporting: &problems
        ).outline
        #expect(outline.summary == "One `=a` two, x Three")
        #expect(rendered("One\n\n<!-- more -->\n\nTwo\n") == "<p>One</p>\n<p>Two</p>\n")
    }

    @Test func `raw HTML passes only where the site allows it`() {
        #expect(rendered("<b>x</b>\n\n<div>y</div>\n") == "<p>x</p>\n")
        #expect(
            rendered("<b>x</b>\n\n<div>y</div>\n", options: MarkdownOptions(allowsRawHTML: true))
                == "<p><b>x</b></p>\n<div>y</div>\n")
    }

    @Test func `a heading's anchor holds no quotation mark, not even one under an accent`() {
        #expect(
            rendered("# \"\u{301} onload=alert(1)")
                == "<h1 id=\"\u{301}-onloadalert1\">&quot;\u{301} onload=alert(1)</h1>\n")
    }

    @Test func `claims and images inside each other survive`() {
        var substitutions = Substitutions()
        substitutions.expressions = [Markup(text: "A"), Markup(text: "B")]
        #expect(
            rendered("[x `=b` ![i](j.png)](=a) `=c`", with: substitutions) == "<p>A <code>=c</code></p>\n")
    }
}
