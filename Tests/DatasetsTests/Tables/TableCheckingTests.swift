import Datasets
import Diagnostics
import Testing

@Suite struct `Holding cells to their schema` {
    @Test(arguments: [
        ("integer", ["1", "-20", "+3"], ["1.5", "1,234", "", "x", "9223372036854775808", "１"]),
        (
            "number", ["1", "2.50", "1e3", "-.5", "1e-400"],
            ["NaN", "inf", "1e400", "5%", "€5", "1 234", "0x10", "½", "−5"]
        ),
        ("boolean", ["true", "0"], ["yes", "no"]),
        ("date", ["2014-04-28", "2016-02-29"], ["2014-04", "2014-02-29", "28.4.2014", "2014-4-28"]),
        ("yearmonth", ["2014-04"], ["2014-13", "2014", "2014-04-01"]),
        ("year", ["2014"], ["14", "2014-04"]),
        (
            "datetime", ["2014-04-28T09:30:00Z", "2014-04-28T09:30:00.25+02:00"],
            ["2014-04-28", "2014-04-28 09:30:00"]
        ),
        ("time", ["09:30:00"], ["9:30", "25:00:00"]),
        ("duration", ["P1Y2M", "PT5M", "P3W"], ["P", "1Y", "PT", "P1M2Y"]),
        ("object", ["{}"], ["[1]", "{a}"]),
        ("list, itemType: integer, delimiter: ';'", ["1;2"], ["1;x"]),
        ("string, format: email", ["a@b.c"], ["a", "a@b@c"]),
        ("string, format: uri", ["https://a.b/c"], ["a/b", "://"]),
        ("number, decimalChar: ',', groupChar: '.'", ["1.234,56"], ["1,234.56"]),
        ("number, bareNumber: false", ["€5", "12.5 %"], ["five"]),
        ("string, constraints: {enum: [a, b]}", ["a"], ["c"]),
        ("string, constraints: {pattern: '\\d{4}(-\\d\\d)?'}", ["2014", "2014-04"], ["2014-4"]),
        ("string, constraints: {minLength: 2, maxLength: 3}", ["äöü"], ["ä", "abcd"]),
        ("number, constraints: {minimum: 0, maximum: 10}", ["0", "10"], ["-0.1", "10.01"]),
        ("date, constraints: {minimum: 2014-01-01}", ["2014-01-01"], ["2013-12-31"]),
    ])
    func `cells are of the type and keep the constraints`(type: String, sound: [String], wrong: [String])
        throws
    {
        let field = "{name: a, type: \(type)}"
        let cells = sound + wrong
        let rows = cells.map { $0 + "\t" + "x\n" }.joined()
        let (_, problems) = read("a\tb\n" + rows, fields: [field, "{name: b}"], format: "tsv")
        let expected = cells.indices.filter { !cells[$0].isEmpty && $0 >= sound.count }.map { $0 + 2 }
        #expect(problems.map { $0.location?.line } == expected)
    }

    @Test func `a message names table, field, rule, value and place`() throws {
        let (_, problems) = read(
            "id,kind\nx,payd\n", fields: ["{name: id}", "{name: kind, constraints: {enum: [paid, free]}}"])
        let problem = try #require(problems.first)
        #expect(problem.message == "t.kind must be one of 'paid', 'free': 'payd'")
        #expect(problem.help == "did you mean 'paid'?")
        #expect(problem.location == SourceLocation(path: "t.csv", line: 2, column: 3, length: 4))
        #expect(problem.excerpt == "x,payd")
    }

    @Test func `keys are unique and complete`() {
        let (_, problems) = read(
            "m,i\n1,a\n1,b\n1,a\n,c\n", fields: ["{name: m, type: integer}", "{name: i}"],
            rest: ", primaryKey: [m, i], uniqueKeys: [[i]]")
        #expect(
            problems.sorted().map { "\($0.location?.line ?? 0): \($0.message)" } == [
                "4: t.m, i has the value '1, a' on line 2 already",
                "4: t.i has the value 'a' on line 2 already",
                "5: t.m has no value",
            ])
    }

    @Test func `texts that stand for no value are no value`() throws {
        let (table, problems) = read(
            "a,b\nn/a,1\n-,\n", fields: ["{name: a, type: number, missingValues: ['-', n/a]}", "{name: b}"])
        #expect(problems == [])
        #expect(table?.value(row: 0, column: 0) == .null)
        #expect(table?.value(row: 1, column: 0) == .null)
        #expect(table?.text(row: 1, column: 1) == nil)
    }

    @Test func `columns and descriptions must agree`() {
        let (table, problems) = read(
            "b,colour\n1,2\n", fields: ["{name: color}", "{name: b, type: integer}"])
        #expect(
            problems.map(\.message) == [
                "the table 't' has no column 'color', which its schema describes",
                "the column 'colour' is not described in the schema of 't'",
            ])
        #expect(problems.map(\.help) == ["is 'colour' meant to be 'color'?", "did you mean 'color'?"])
        #expect(table?.fields.map(\.type) == [.integer, .string])
    }

    @Test(arguments: ["id", "[id, b]", "[b, id]"])
    func `a key of which a column is missing is told of once, and holds no rows apart`(key: String) {
        let (_, problems) = read(
            "key,b\n1,2\n3,2\n4,2\n", fields: ["{name: id}", "{name: b}"],
            rest: ", primaryKey: \(key), uniqueKeys: [[id]]")
        #expect(
            problems.map(\.message) == [
                "the table 't' has no column 'id', which its schema describes",
                "the column 'key' is not described in the schema of 't'",
            ])
    }

    @Test func `foreign keys lead to a row, from each item of a list`() throws {
        let key = ", foreignKeys: [{fields: isps, reference: {resource: isps, fields: id}}]"
        let deals = try #require(
            read(
                "id,isps\n1,comcast;cox\n2,\n3,comcst;cox\n",
                fields: ["{name: id}", "{name: isps, type: list, delimiter: ;}"],
                rest: key
            ).table)
        let isps = try #require(read("id\ncomcast\ncox\n", fields: ["{name: id}"], name: "isps").table)
        var problems: [Diagnostic] = []
        Table.checkReferences(among: [deals, isps], reporting: &problems)
        #expect(problems.map(\.message) == ["t.isps refers to 'comcst', which is in no row of isps.id"])
        #expect(problems.first?.location?.description == "t.csv:4:3")
        #expect(problems.first?.help == "did you mean 'comcast'?")
    }

    private func read(
        _ text: String, fields: [String], rest: String = "", name: String = "t", format: String = "csv"
    ) -> (table: Table?, problems: [Diagnostic]) {
        let description = """
            resources:
              - {name: \(name), path: \(name).\(format), schema: {fields: [\(fields.joined(separator: ", "))]\(rest)}}
              - {name: isps, path: isps.csv, schema: {fields: [{name: id}]}}
            """
        var problems: [Diagnostic] = []
        let package = DataPackage.read(
            SourceText(path: "datapackage.yaml", description), reporting: &problems)
        problems.removeAll { $0.code == "duplicate-name" }
        guard let resource = package?.resources.first else { return (nil, problems) }
        let table = Table.read(
            resource, from: SourceText(path: "\(name).\(format)", text), reporting: &problems)
        return (table, problems)
    }
}
