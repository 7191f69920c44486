import Datasets
import Diagnostics
import Testing

@Suite struct `Reading JSON and YAML as tables` {
    @Test func `rows are objects, and a key that is not there is no value`() throws {
        let text = """
            [{"id": "007", "n": 1, "x": 1.50, "ok": true, "month": "2014-04"},
             {"n": 2, "id": "b", "x": null, "tags": ["a", "b"], "more": {"k": "v"}}]
            """
        let (table, problems) = read(text, .json)
        #expect(problems == [])
        let read = try #require(table)
        #expect(read.fields.map(\.name) == ["id", "n", "x", "ok", "month", "tags", "more"])
        #expect(
            read.fields.map(\.type) == [.string, .integer, .number, .boolean, .yearmonth, .array, .object])
        #expect(read.value(row: 0, column: 3) == .integer(1))
        #expect(read.text(row: 0, column: 2) == "1.50")
        #expect(read.value(row: 1, column: 2) == .null)
        #expect(read.text(row: 1, column: 5) == #"["a","b"]"#)
        #expect(read.text(row: 1, column: 6) == #"{"k":"v"}"#)
        #expect(read.location(row: 1, column: 1).description == "t.json:2:8")
    }

    @Test func `YAML rows take the types of a schema, lists its delimiter`() throws {
        let text = "- {id: a, on: 2014-04, ids: [x, y]}\n- id: b\n  on: 2014-13\n  ids: [\"x;y\"]\n"
        var ids = Field("ids", .list)
        ids.format.delimiter = ";"
        let (table, problems) = read(
            text, .yaml, Schema(fields: [Field("id"), Field("on", .yearmonth), ids]))
        #expect(table?.items(row: 0, column: 2) == ["x", "y"])
        #expect(
            problems.map { "\($0.location?.line ?? 0): \($0.message)" } == [
                "4: an item of the list 'ids' cannot be the text 'x;y'",
                "3: t.on must be a month such as 2014-04: '2014-13'",
            ])
        #expect(problems.last?.excerpt == "  on: 2014-13")
    }

    @Test(arguments: [
        (#"{"a": 1}"#, "t.json:1:1: a table is a list of rows, each a mapping, not a mapping"),
        (#"[{"a": 1}, 2]"#, "t.json:1:12: row 2 ($[1]) must be a mapping, not the number 2"),
        ("[]", "t.json:1:1: the file has no columns: it has no rows"),
        (#"[{"a": "x\u0000"}]"#, "t.json:1:8: the character NUL cannot stand in a cell"),
        (#"[{"a": 1, "A": 1}]"#, "t.json:1:11: the columns 'a' and 'A' have the same name in queries"),
    ])
    func `what is no table is refused with its place`(text: String, message: String) throws {
        let problem = try #require(read(text, .json).problems.first)
        #expect("\(problem.location?.description ?? ""): \(problem.message)" == message)
    }

    private func read(
        _ text: String, _ format: Resource.Format, _ schema: Schema? = nil
    ) -> (table: Table?, problems: [Diagnostic]) {
        let path = "t.\(format.rawValue)"
        var resource = Resource(name: "t", path: path, format: format)
        resource.schema = schema
        var problems: [Diagnostic] = []
        let table = Table.read(resource, from: SourceText(path: path, text), reporting: &problems)
        return (table, problems)
    }
}
