import Datasets
import Diagnostics
import Testing

@Suite struct `Reading a mapping key by key` {
    enum Order: String, CaseIterable { case ascending, descending }

    @Test func `values come in the types that are asked for`() {
        let problems = read(
            "title: 1984\ntags: one\nlist: [a, 2]\ncount: 3\nshare: 2\ndraft: true\norder: ascending\nempty:"
        ) {
            keys in
            #expect(keys.text("title") == "1984")
            #expect(keys.texts("tags") == ["one"])
            #expect(keys.texts("list") == ["a", "2"])
            #expect(keys.integer("count", in: 1...5) == 3)
            #expect(keys.number("share") == 2)
            #expect(keys.flag("draft") == true)
            #expect(keys.choice("order") == Order.ascending)
            #expect(keys.text("empty") == nil)
        }
        #expect(problems == [])
    }

    @Test(arguments: [
        ("titel: x", "1:1: 'titel' is not a key of the page|did you mean 'title'?"),
        ("title: [x]", "1:8: 'title' must be a text, not a list|"),
        ("title: true", "1:8: 'title' must be a text, not the flag true|put it in quotes: \"true\""),
        ("title: x\nname: y", "2:1: 'name' says again what 'title' says on line 1|"),
        ("draft: no", "1:8: 'draft' must be true or false, not the text 'no'|write true or false"),
        ("count: 9", "1:8: 'count' must be between 1 and 5, not 9|"),
        ("count: 1e99", "1:8: 'count' must be a whole number, not the number 1e99|"),
        ("order: ascend", "1:8: 'ascend' is not a value of 'order'|known here: ascending, descending"),
        ("inner: {}", "1:8: 'inner' needs the key 'column'|"),
        ("inner: {colum: x}", "1:8: 'inner' needs the key 'column'|is 'colum' meant to be 'column'?"),
        (
            "items: [{a: 1}, 2]",
            "1:17: an item of 'items' must be a mapping of keys to values, not the number 2|"
        ),
    ])
    func `what does not fit is said with its place`(text: String, message: String) throws {
        let problems = read(text) { keys in
            _ = keys.text("title", "name")
            _ = keys.flag("draft")
            _ = keys.integer("count", in: 1...5)
            _ = keys.choice("order", of: Order.self)
            _ = keys.mapping("inner") { $0.text("column", required: true) }
            _ = keys.mappings("items") { $0.integer("a") }
        }
        let problem = try #require(problems.first)
        let place = problem.location.map { "\($0.line):\($0.column)" } ?? ""
        #expect("\(place): \(problem.message)|\(problem.help ?? "")" == message)
    }

    @Test func `keys of one's own are taken where that is allowed`() {
        var keys = reader("title: x\ncolour: red\ntittle: y")
        _ = keys.text("title")
        #expect(keys.remaining.map(\.key) == ["colour", "tittle"])
        var problems: [Diagnostic] = []
        keys.finish(unknown: .belongUnder("params"), reporting: &problems)
        #expect(problems.map(\.severity) == [.warning, .error])
        #expect(problems.first?.help == "move it under 'params'")
    }

    @Test func `entries of a mapping are read in the order of the file`() {
        var keys = reader("indexes:\n  z: {table: t1}\n  a: {table: t2}")
        let found = keys.entries("indexes") { name, keys in name + "=" + (keys.text("table") ?? "") }
        #expect(found == ["z=t1", "a=t2"])
    }

    private func reader(_ text: String) -> KeyedReader {
        let source = SourceText(path: "a.yaml", text)
        var problems: [Diagnostic] = []
        let value = StructuredValue.yaml(source, reporting: &problems)
        #expect(problems == [])
        return KeyedReader(
            value ?? StructuredValue(.null, at: SourceLocation(path: "a.yaml")), of: source, named: "the page"
        )
    }

    private func read(_ text: String, _ body: (inout KeyedReader) -> Void) -> [Diagnostic] {
        var keys = reader(text)
        body(&keys)
        var problems: [Diagnostic] = []
        keys.finish(reporting: &problems)
        return problems
    }
}
