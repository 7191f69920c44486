import Datasets
import Diagnostics
import Testing

@Suite struct `Reading YAML` {
    @Test func `values stand where the file has them`() throws {
        let value = try #require(yaml("title: Größe\ntags:\n  - one\n  - 'two words'\n"))
        let mapping = try #require(value.mapping)
        #expect(mapping["title"]?.text == "Größe")
        #expect(mapping["title"]?.location.description == "a.yaml:1:8")
        let tags = try #require(mapping["tags"]?.list)
        #expect(tags.map(\.text) == ["one", "two words"])
        #expect(tags.map(\.location.description) == ["a.yaml:3:5", "a.yaml:4:5"])
    }

    @Test func `columns count bytes after letters of several bytes`() throws {
        let value = try #require(yaml("{größe: ü, b: c}"))
        #expect(value.mapping?.entries.map(\.keyLocation.column) == [2, 16 - 1])
    }

    @Test(
        arguments: [
            ("no", .text("no")), ("off", .text("off")), ("y", .text("y")), ("012", .integer(12)),
            ("0o14", .integer(12)), ("0x1F", .integer(31)), ("1_000", .text("1_000")),
            ("12:30:45", .text("12:30:45")), ("2014-04", .text("2014-04")), (".inf", .text(".inf")),
            (".nan", .text(".nan")), ("~", .null), ("", .null), ("true", .flag(true)), ("1e3", .real(1000)),
            ("-.5", .real(-0.5)), ("1e999", .text("1e999")),
            ("9223372036854775808", .real(9_223_372_036_854_775_808)),
            ("\"5\"", .text("5")), ("!!str 5", .text("5")),
        ] as [(String, StructuredValue.Kind)])
    func `scalars follow the core schema of YAML 1.2`(written: String, kind: StructuredValue.Kind) throws {
        #expect(try #require(yaml("key: " + written)).mapping?["key"]?.kind == kind)
    }

    @Test func `a number keeps the text it was written as`() throws {
        #expect(try #require(yaml("version: 1.10")).mapping?["version"]?.raw == "1.10")
    }

    @Test func `front matter inside a file has the lines and columns of the file`() throws {
        let source = SourceText(path: "a.md", "---\ntitle: x\ntags: [a, b\n---\nText\n")
        var problems: [Diagnostic] = []
        _ = StructuredValue.yaml(source, from: 4, to: 26, reporting: &problems)
        #expect(problems.map { $0.location?.line } == [4])
        problems = []
        let value = StructuredValue.yaml(
            text: "type: rank\nfrom: 2013", in: source, firstLine: 2, column: 4, reporting: &problems)
        #expect(value?.mapping?["from"]?.location.description == "a.md:3:10")
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3", "a.yaml:3:1: the key 'a' is here twice"),
        ("a: {b: 1, b: 2}", "a.yaml:1:11: the key 'b' is here twice"),
        ("a: b: c", "a.yaml:1:5: a ':' stands where no key can end"),
        ("a:\n\t- b", "a.yaml:2:1: a tab cannot indent YAML"),
        ("a: @b", "a.yaml:1:4: a value cannot begin with '@'"),
        ("a: *b", "a.yaml:1:4: this alias stands for nothing"),
        ("a: &a [*a]", "a.yaml:1:8: this alias stands for nothing"),
        ("a: !thing x", "a.yaml:1:4: the tag '!thing' is not read here"),
        ("a: 1\n---\nb: 2", "a.yaml:2:1: a second document begins here"),
        ("? [x]\n: b", "a.yaml:1:1: a key must be a single word"),
        ("{[x]: b}", "a.yaml:1:4: a key must be a single word"),
        ("a: &x {b: 1}\nc:\n  <<: *x", "a.yaml:3:3: merge keys ('<<') are not read"),
        ("a: \"x\u{7}\"", "a.yaml:1:6: a control character (0x7) cannot stand in YAML"),
        ("a: x\nb: y\u{FEFF}z", "a.yaml:2:5: a byte order mark"),
        ("%YAML 2.0\n---\na: 1", "a.yaml:1:1: this is not YAML"),
        ("a: [1, 2\nb: 3", "a.yaml:2:2: this is not YAML: did not find expected ',' or ']'"),
        ("a: 'x", "a.yaml:1:6: this is not YAML"),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        var problems: [Diagnostic] = []
        let value = StructuredValue.yaml(SourceText(path: "a.yaml", text), reporting: &problems)
        #expect(value == nil)
        let problem = try #require(problems.first)
        let said = (problem.location?.description ?? "") + ": " + problem.message
        #expect(said.hasPrefix(message), "said: \(said)")
    }

    @Test(arguments: [("[", 20_000), ("{a: ", 20_000), ("- ", 100_000)])
    func `nesting without end is refused at once`(opening: String, count: Int) {
        refusesDepth(String(repeating: opening, count: count))
        refusesDepth("a:\n  - " + String(repeating: opening, count: count))
    }

    @Test func `nesting by indentation ends as well`() {
        refusesDepth((0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined())
    }

    private func refusesDepth(_ text: String) {
        var problems: [Diagnostic] = []
        #expect(StructuredValue.yaml(SourceText(path: "a.yaml", text), reporting: &problems) == nil)
        #expect(problems.map(\.code) == ["too-deep"])
    }

    @Test func `aliases are followed, but not without end`() {
        let names = "abcdefghi"
        var laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (before, name) in zip(names, names.dropFirst()) {
            laughs +=
                "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
                + "]\n"
        }
        var problems: [Diagnostic] = []
        #expect(StructuredValue.yaml(SourceText(path: "a.yaml", laughs), reporting: &problems) == nil)
        #expect(problems.map(\.code) == ["too-many-nodes"])
        let legitimate = "a: &a {b: 1}\nc:\n" + String(repeating: "  - *a\n", count: 500)
        #expect(yaml(legitimate)?.mapping?["c"]?.list?.count == 500)
    }

    @Test func `brackets and quotes in texts are not nesting`() throws {
        let brackets = String(repeating: "[", count: 300)
        let text = """
            plain: x \(brackets)
              'still plain \(brackets)
            quoted: "\(brackets)"
            block: |
              \(brackets)
              - '
            folded: >-
                \(brackets)
            # \(brackets)
            last: [a, 'b', "c]"]
            """
        #expect(try #require(yaml(text)).mapping?["last"]?.list?.count == 3)
    }

    private func yaml(_ text: String) -> StructuredValue? {
        var problems: [Diagnostic] = []
        let value = StructuredValue.yaml(SourceText(path: "a.yaml", text), reporting: &problems)
        #expect(problems == [])
        return value
    }
}
