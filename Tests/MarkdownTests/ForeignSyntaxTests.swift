import Diagnostics
import Markdown
import Testing

/// What other generators understand in Markdown, and this one takes for text.
@Suite struct ForeignSyntaxTests {
    @Test(arguments: [
        ("a {{< figure src=\"a.png\" >}} b", 3, "the shortcode 'figure' stands here as text"),
        ("{{% note %}}", 1, "the shortcode 'note' stands here as text"),
        ("a {{ youtube(id=\"x\") }}", 3, "the shortcode 'youtube' stands here as text"),
        ("*a* {% include a.md %}", 5, "the tag '{% include %}' stands here as text"),
        ("a \"b\" {{ page.title }} {% x %}", 7, "'{{ page.title }}' stands here as text"),
        (":::note\nText\n:::", 1, "the fence '::: note' stands here as text"),
        ("::: {.callout-tip}", 1, "the fence '::: callout-tip' stands here as text"),
        ("![a](b.png){width=50%}", 12, "these attributes in braces stand here as text"),
        ("```{python}\n#| echo: false\n1\n```", 1, "this python code is shown, not run"),
        ("see @fig-plot", 5, "'@fig-plot' stands here as text"),
        ("{{% note %}}\na\n{{% /note %}}\n{% endnote %}", 1, "the shortcode 'note' stands here as text"),
        ("# A {{ b }}", 5, "'{{ b }}' stands here as text"),
    ])
    func `is told of once a line`(_ text: String, _ column: Int, _ message: String) {
        let problems = problems(in: text)
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.location?.column == column)
        #expect(problems.first?.severity == .warning)
    }

    @Test(arguments: [
        "`{{ page.title }}`", "```\n{% a %}\n```", "    {{< x >}}", "\\{{ a }}", "a {{ b", "::: ",
        "std::vector",
        "{a} {b=c}", "a@fig-x.org", "@figure", "[@tbl:a]", "```python\n1\n```",
    ])
    func `is not seen in code, behind a backslash and in what only looks alike`(_ text: String) {
        #expect(problems(in: text) == [])
    }

    @Test(arguments: ["{{", "{{a", "{% ", "](=1)# {{", "“", "“`a` ", "[^a]![a](b \"c\")"])
    func `many of it take no time in the square`(_ piece: String) {
        let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
        #expect(problems(in: text).count <= 41)
    }

    @Test func `the help says what does the same here`() {
        #expect(
            problems(in: "{{< ref \"a.md\" >}}").map(\.help) == [
                "link to the file: [text](/articles/name.md)"
            ])
    }

    private func problems(in text: String) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        _ = Markdown.read(
            SourceText(path: "a.md", text), options: MarkdownOptions(usesSmartPunctuation: true),
            reporting: &problems)
        return problems
    }
}
