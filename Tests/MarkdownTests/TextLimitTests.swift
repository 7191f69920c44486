import Diagnostics
import Markdown
import Testing

private func codes(_ bytes: [UInt8]) -> [String] {
    var problems: [Diagnostic] = []
    _ = Markdown.read(
        SourceText(path: "a.md", bytes: bytes), options: MarkdownOptions(), reporting: &problems)
    return problems.map { "\($0.code):\($0.location?.line ?? -1):\($0.location?.column ?? -1)" }
}

@Suite struct TextLimitTests {
    enum Hostile: String, CaseIterable {
        case quotes, items, indentedItems, openers, nul, size

        var text: String {
            switch self {
            case .quotes: String(repeating: ">", count: 1 << 20)
            case .items:
                String(repeating: "- ", count: 20_000) + "x" + String(repeating: "\n", count: 20_000)
            case .indentedItems: (0..<60).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
            case .openers: "\n" + String(repeating: "![[]()", count: 40_000)
            case .nul: "a\0b"
            case .size: String(repeating: "x", count: (4 << 20) + 1)
            }
        }

        var problem: String {
            switch self {
            case .quotes, .items: "nested-too-deeply:1:1"
            case .indentedItems: "nested-too-deeply:33:1"
            case .openers: "too-many-brackets:2:1"
            case .nul: "nul-byte:1:2"
            case .size: "markdown-too-large:0:0"
            }
        }
    }

    @Test(arguments: Hostile.allCases)
    func `what would hang the parser is refused at its place`(input: Hostile) {
        #expect(codes(Array(input.text.utf8)) == [input.problem])
    }

    @Test(
        arguments: [
            [0x61, 0x0A, 0x62, 0xE9, 0x20], [0x0A, 0x20, 0xED, 0xA0, 0x80], [0x0A, 0x20, 0xC0, 0x80],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused at their place`(bytes: [UInt8]) {
        #expect(codes(bytes) == ["not-utf-8:2:2"])
    }

    @Test func `UTF-16 is told from damaged UTF-8`() {
        #expect(codes([0xFF, 0xFE, 0x61, 0x00]) == ["not-utf-8:0:0"])
    }

    @Test(arguments: [("", 1), ("\n", 2), (" ", 3), ("* ", 60), ("[a] ", 5000), ("x", 4 << 20)])
    func `what is harmless passes`(piece: String, count: Int) {
        #expect(codes(Array(String(repeating: piece, count: count).utf8)) == [])
    }
}
