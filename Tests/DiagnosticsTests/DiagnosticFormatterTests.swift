import Diagnostics
import Testing

@Suite struct DiagnosticFormatterTests {
    private let source = SourceText(path: "Content/a.md", "one\r\n  rank-by: acquiror\nthree")

    @Test func `a problem shows place, line, caret, reason and remedy`() {
        let problem = source.diagnostic(
            "unknown-column", at: 16, length: 8, "'acquiror' is not a column of deals",
            notes: ["a rank chart ranks the values of one column"], help: "did you mean 'acquirer'?")
        #expect(
            DiagnosticFormatter().format(problem) == """
                Content/a.md:2:12: error: 'acquiror' is not a column of deals [unknown-column]
                2 |   rank-by: acquiror
                  |            ^^^^^^^^
                   = a rank chart ranks the values of one column
                   = help: did you mean 'acquirer'?
                """)
    }

    @Test func `control characters of a file do not reach the terminal`() {
        let text = SourceText(path: "x", "a\u{1B}[31mb")
        let printed = DiagnosticFormatter().format(text.diagnostic("c", at: 0, "bad \u{202E}"))
        #expect(!printed.contains("\u{1B}"))
        #expect(printed.contains("a\\u{1B}[31mb"))
    }

    @Test(arguments: [
        ("\n", 2, 1), ("a\nb", 1, 1), ("a\r\nb\rc", 3, 1), ("é\nab", 2, 2),
    ])
    func `the last place of a text has its line and column`(text: String, line: Int, column: Int) {
        let source = SourceText(path: "x", text)
        let last = text == "a\nb" ? 0 : text.utf8.count - (text == "\n" ? 0 : 1)
        #expect(source.location(at: last) == SourceLocation(path: "x", line: line, column: column))
    }

    @Test func `a long line is cut around the place that is meant`() {
        let long = SourceText(path: "x", String(repeating: "a", count: 500) + "BAD")
        let printed = DiagnosticFormatter().format(long.diagnostic("c", at: 500, length: 3, "m"))
        let lines = printed.split(separator: "\n")
        #expect(lines[1].hasSuffix("aBAD"))
        #expect(lines[1].count < 200)
        #expect(lines[2].hasSuffix("^^^"))
    }

    @Test(arguments: [
        ("acquiror", ["acquirer", "date"], "acquirer"), ("list_size", ["list-size"], "list-size"),
        ("tilte", ["title", "tags"], "title"), ("zzz", ["title"], nil),
    ])
    func `a misspelt name finds the one that was meant`(name: String, known: [String], expected: String?) {
        #expect(nearMiss(name, among: known) == expected)
    }
}
