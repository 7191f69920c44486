import Datasets
import Diagnostics
import Testing

@Suite struct `Reading CSV` {
    @Test(arguments: [
        "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "\u{FEFF}a,b\n1,2\r\n3,4",
        "\na,b\n\n1,2\r\n\r\n3,4\n\n", "\"a\",\"b\"\n\"1\",\"2\"\n3,\"4\"",
    ])
    func `rows are the same whatever ends the lines`(text: String) throws {
        let (table, problems) = read(text)
        #expect(problems == [])
        #expect(try #require(table).fields.map(\.name) == ["a", "b"])
        #expect(try cells(#require(table)) == [["1", "2"], ["3", "4"]])
    }

    @Test func `a quoted cell holds delimiters, quotes and line breaks`() throws {
        let (table, problems) = read("a,b\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\nlast,\"\"\n")
        #expect(problems == [])
        let read = try #require(table)
        #expect(cells(read) == [["x, \"y\"", "one\r\ntwo"], ["last", nil]])
        #expect(read.line(row: 1) == 4)
        #expect(read.location(row: 0, column: 1).description == "a.csv:2:13")
        #expect(read.location(row: 1, column: 0).description == "a.csv:4:1")
    }

    @Test(arguments: [
        ("", "a.csv: the file is empty: it has no columns"),
        ("a,b\n1\n", "a.csv:2: this row has 1 cell, but the header names 2 columns"),
        ("a,b\n1,2,3\n", "a.csv:2: this row has 3 cells, but the header names 2 columns"),
        ("a,b\n\"x\n1\"\n", "a.csv:2: this row has 1 cell, but the header names 2 columns"),
        ("a,b\n1,\"x\n2,3\n4,5\n", "a.csv:2:3: the quote that opens here is never closed"),
        ("a,b\n1,x\"y\n", "a.csv:2:4: a quote stands inside a cell that does not begin with one"),
        ("a,b\n\"x\"y,1\n", "a.csv:2:4: something stands between a closing quote and the end of its cell"),
        ("a,b,a\n1,2,3\n", "a.csv:1:5: two columns are named 'a'"),
        ("a,,b\n1,2,3\n", "a.csv:1:3: column 2 has no name"),
        ("Id,id\n1,2\n", "a.csv:1:4: the columns 'Id' and 'id' have the same name in queries"),
        ("é,e\u{301}\n1,2\n", "a.csv:1:4: the columns 'é' and 'é' have the same name in queries"),
        ("a, b\n1,2\n", "a.csv:1:3: the column ' b' has blanks around its name"),
        ("a;b\n1;2\n", "a.csv:1:2: the file has one column only, whose name holds ';'"),
        ("a\tb\n1\t2\n", "a.csv:1:2: the file has one column only, whose name holds '\\t'"),
        ("sep=;\na;b\n", "a.csv:1:1: 'sep=' is a line for spreadsheets, not the names of columns"),
        ("a,b\n1,\u{0}\n", "a.csv:2:3: byte 6 of the file is NUL, which no text holds"),
        ("a,_row\n1,2\n", "a.csv:1:3: '_row' is the name of the column that sitegen adds to every table"),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        let problem = try #require(read(text).problems.first)
        #expect((problem.location?.description ?? "") + ": " + problem.message == message)
    }

    @Test func `reading goes on after a problem, and line numbers count physical lines`() throws {
        let (table, problems) = read("a,b\n1,\"two\nlines\"\n2\n3,x\"\n4,5\n6\n")
        #expect(problems.compactMap { $0.location?.line } == [4, 5, 7])
        #expect(try cells(#require(table)) == [["1", "two\nlines"], ["4", "5"]])
    }

    @Test func `after fifty problems the rest are counted`() {
        let text = "a,b\n" + String(repeating: "1\n", count: 60)
        let problems = read(text).problems
        #expect(problems.count == 51)
        #expect(problems.last?.message == "and 10 more problems in this file")
    }

    @Test func `too much of anything is refused`() {
        let wide = (0..<10_001).map { "c\($0)" }.joined(separator: ",")
        #expect(read(wide).problems.map(\.code) == ["too-many-columns"])
        let long = "a,b\n1," + String(repeating: "x", count: 1 << 20) + "y\n"
        #expect(read(long).problems.map(\.code) == ["long-cell"])
        #expect(read("a,b\n1," + String(repeating: "x", count: 100_000)).problems == [])
    }

    @Test func `types are inferred, and identifiers stay text`() throws {
        let (table, _) = read(
            """
            i,n,m,d,id,sci,nan,mixed,big,none
            1,1.50,2014-04,2014-04-28,007,1e5,NaN,1,9223372036854775808,
            -2,2,2014-05,2014-02-28,12,2,1,x,1,
            """)
        let read = try #require(table)
        #expect(
            read.fields.map(\.type) == [
                .integer, .number, .yearmonth, .date, .string, .string, .string, .string, .string, .string,
            ])
        #expect(read.value(row: 0, column: 0) == .integer(1))
        #expect(read.value(row: 0, column: 1) == .real(1.5))
        #expect(read.text(row: 0, column: 1) == "1.50")
        #expect(read.value(row: 0, column: 4) == .text("007"))
        #expect(read.value(row: 0, column: 9) == .null)
    }

    private func read(_ text: String) -> (table: Table?, problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let resource = Resource(name: "a", path: "a.csv", format: .csv)
        let table = Table.read(resource, from: SourceText(path: "a.csv", text), reporting: &problems)
        return (table, problems)
    }

    private func cells(_ table: Table) -> [[String?]] {
        (0..<table.rowCount).map { row in
            table.fields.indices.map { table.text(row: row, column: $0) }
        }
    }
}
