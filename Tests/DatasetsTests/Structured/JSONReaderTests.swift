import Datasets
import Diagnostics
import Testing

@Suite struct `Reading JSON` {
    @Test func `values stand where the file has them`() throws {
        let source = SourceText(
            path: "a.json", "\u{FEFF}{\r\n  \"a\": [1, 2.50, \"\\u00e9\\ud83d\\ude00\"],\n  \"b\": null\n}")
        var problems: [Diagnostic] = []
        let value = try #require(StructuredValue.json(source, reporting: &problems))
        let items = try #require(value.mapping?["a"]?.list)
        #expect(items.map(\.kind) == [.integer(1), .real(2.5), .text("é😀")])
        #expect(items.map(\.raw) == ["1", "2.50", "é😀"])
        #expect(items.map(\.location.description) == ["a.json:2:9", "a.json:2:12", "a.json:2:18"])
        #expect(value.mapping?.entries.last?.keyLocation.description == "a.json:3:3")
    }

    @Test(arguments: [
        ("", "a.json:1:1: the file ends where a value is expected"),
        ("[1,]", "a.json:1:4: a value is expected after the ','"),
        ("{\"a\": 1\n,\"a\": 2}", "a.json:2:2: the key 'a' is here twice"),
        ("[1, // x\n2]", "a.json:1:5: this is not a JSON value"),
        ("['a']", "a.json:1:2: this is not a JSON value"),
        ("[NaN]", "a.json:1:2: this is not a JSON value"),
        ("{a: 1}", "a.json:1:2: a key in double quotes is expected here"),
        ("[01]", "a.json:1:3: a number does not begin with 0"),
        ("[1.]", "a.json:1:4: a digit is expected here"),
        ("[\"a\nb\"]", "a.json:1:2: the text that begins here has no closing quote on its line"),
        ("[\"\\x\"]", "a.json:1:3: this is not an escape of JSON"),
        ("[\"\\ud800\"]", "a.json:1:3: this is half of a pair of escapes"),
        ("[1] 2", "a.json:1:5: something stands after the end"),
        ("{\"a\":\n[1", "a.json:2:3: the file ends inside an array"),
        ("[\u{a0}1]", "a.json:1:2: this is not a JSON value"),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        var problems: [Diagnostic] = []
        #expect(StructuredValue.json(SourceText(path: "a.json", text), reporting: &problems) == nil)
        let problem = try #require(problems.first)
        let said = (problem.location?.description ?? "") + ": " + problem.message
        #expect(said.hasPrefix(message), "said: \(said)")
    }

    @Test(arguments: [(128, true), (129, false), (100_000, false)])
    func `nesting ends at 128`(depth: Int, isRead: Bool) {
        let text = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        var problems: [Diagnostic] = []
        #expect(
            (StructuredValue.json(SourceText(path: "a.json", text), reporting: &problems) != nil) == isRead)
    }

    @Test func `every beginning of a file is refused without harm`() {
        let whole = Array(#"{"a": [1, -2.5e3, true, null, "x\u00e9\n"], "b": {"c": []}}"#.utf8)
        for count in 0..<whole.count {
            var problems: [Diagnostic] = []
            let source = SourceText(path: "a.json", bytes: Array(whole[..<count]))
            #expect(StructuredValue.json(source, reporting: &problems) == nil)
            #expect(problems.count == 1)
        }
    }

    @Test(
        arguments: [
            ([0x5B, 0x22, 0xE9, 0x22, 0x5D], "the file is not UTF-8 at byte 2 (0xE9, line 1)"),
            ([0xFF, 0xFE, 0x5B, 0x00], "the file is UTF-16, not UTF-8"),
            ([0x5B, 0x0A, 0x00, 0x5D], "byte 2 of the file is NUL, which no text holds"),
        ] as [([UInt8], String)])
    func `bytes that are no text are refused`(bytes: [UInt8], message: String) {
        var problems: [Diagnostic] = []
        #expect(StructuredValue.json(SourceText(path: "a.json", bytes: bytes), reporting: &problems) == nil)
        #expect(problems.map(\.message) == [message])
    }
}
