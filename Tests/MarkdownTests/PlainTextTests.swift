import Diagnostics
import Markdown
import Testing

@Suite struct PlainTextTests {
    private static let text = """
        # The *title*

        One [two](/x) `=a` [six](=b) [@key][^1].

        ## Rank `=c`

        | A |
        |---|
        | `=d` |

        > Quoted `\\=e`

        ```chart
        x: y
        ```

        [^1]: Note `=f`
        """

    @Test func `markup goes, and facts are what they are worth`() {
        let plain = plainText(
            of: SourceText(path: "a.md", Self.text), options: MarkdownOptions(),
            expressions: ["5th", "no", "7", nil, "9"])
        #expect(plain.headings == ["The title", "Rank 7"])
        #expect(plain.paragraphs == ["One two 5th six."])
        #expect(plain.text == "The title\nOne two 5th six.\nRank 7\nA\n=d\nQuoted =e\nNote 9\n")
    }

    @Test func `the table of contents is a tree from level two on`() {
        var problems: [Diagnostic] = []
        let outline = outline(
            of: SourceText(path: "a.md", "# T\n\n### a\n\n## b\n\n### c\n\n#### d\n\n### e\n\n## f\n"),
            options: MarkdownOptions(), reporting: &problems)
        func words(_ entries: [TableOfContentsEntry]) -> String {
            entries.map { $0.heading.text + ($0.entries.isEmpty ? "" : "(\(words($0.entries)))") }
                .joined(separator: " ")
        }
        #expect(words(outline.tableOfContents) == "a b(c(d) e) f")
        #expect(outline.wordCount == 7)
    }

    @Test func `words are counted in prose only`() {
        var problems: [Diagnostic] = []
        let text = "# One two\n\nThree, four - *five* `six`.\n\n```\nno\n```\n"
        #expect(
            outline(of: SourceText(path: "a.md", text), options: MarkdownOptions(), reporting: &problems)
                .wordCount == 6)
    }

    @Test func `of many equal problems the first are told, and how many more there are`() {
        var problems: [Diagnostic] = []
        let text = String(repeating: "a[^x] b\n\n", count: 1000)
        _ = outline(
            of: SourceText(path: "a.md", "[^y]: z\n\n" + text), options: MarkdownOptions(),
            reporting: &problems)
        #expect(problems.count == 21)
        #expect(
            problems.filter { $0.code == "unknown-footnote" }.last?.notes == [
                "and 980 more like it in this file"
            ])
    }
}
