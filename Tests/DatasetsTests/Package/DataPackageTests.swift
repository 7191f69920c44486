import Datasets
import Diagnostics
import Testing

@Suite struct `Reading a data package` {
    @Test func `what it says of data is understood`() throws {
        let (package, problems) = read(
            """
            name: tides
            title: Tides at Seven Ports
            version: 1.2.0
            licences: [{name: CC-BY-4.0, title: Attribution, path: "https://example.org/by"}]
            sources: [{title: The harbour office, path: "https://example.org"}]
            publisher: nobody asks for this
            resources:
              - name: heights
                path: heights.csv
                history: append_only
                max_age: 45 days
                schema:
                  fields:
                    - {name: month, type: yearmonth}
                    - {name: ports, type: list, delimiter: ";"}
                    - {name: height, type: number, unit: m, decimalChar: ",", groupChar: ".",
                       constraints: {minimum: 0, required: true}}
                    - {name: spring, type: boolean, trueValues: [yes], falseValues: [no]}
                  primaryKey: month
                  missingValues: ["", n/a]
            """)
        #expect(problems == [])
        let read = try #require(package)
        #expect(read.version == "1.2.0")
        #expect(read.licences.map(\.name) == ["CC-BY-4.0"])
        let resource = try #require(read.resources.first)
        #expect(resource.format == .csv)
        #expect(resource.isAppendOnly)
        #expect(resource.maximumAgeInDays == 45)
        let schema = try #require(resource.schema)
        #expect(schema.fields.map(\.type) == [.yearmonth, .list, .number, .boolean])
        #expect(schema.fields[2].unit == "m")
        #expect(schema.fields[2].constraints.minimum == "0")
        #expect(schema.fields[3].format.trueValues == ["yes"])
        #expect(schema.primaryKey == ["month"])
        #expect(schema.missingValues == ["", "n/a"])
    }

    @Test(arguments: [
        ("resurces: []", "1:1: the data package needs the key 'resources'"),
        (
            "resources: [{name: a b, path: a.csv}]",
            "1:20: the name of a resource is made of letters, digits, '_', '-' and '.', not 'a b'"
        ),
        (
            "resources: [{name: sqlite_a, path: a.csv}]",
            "1:20: the name of a resource cannot begin with 'sqlite_', which the database keeps for itself"
        ),
        (
            "resources: [{name: a, path: ../a.csv}]",
            "1:29: '../a.csv' does not name a file in the folder of the data package"
        ),
        ("resources: [{name: a, path: a.xls}]", "1:29: 'xls' is no format that is read here"),
        (
            "resources: [{name: a, path: a.csv, shema: {}}]",
            "1:36: 'shema' is not a key of an item of 'resources'"
        ),
        ("resources: [{name: a, path: a.csv}, {name: A, path: b.csv}]", "1:37: two resources are named 'A'"),
        (
            "resources: [{name: a, path: a.csv, schema: {fields: [{name: b, type: strng}]}}]",
            "1:70: 'strng' is not a value of 'type'"
        ),
        (
            "resources: [{name: a, path: a.csv, schema: {fields: [{name: b}], primaryKey: c}}]",
            "1:78: 'primaryKey' names 'c', which is no field"
        ),
        (
            "resources: [{name: a, path: a.csv, schema: {fields: [{name: b, constraints: {pattern: '(a'}}]}}]",
            "1:88: this pattern cannot be read: this '(' is never closed"
        ),
        (
            "resources: [{name: a, path: a.csv, schema: {fields: [{name: b}], foreignKeys: [{fields: b, reference: {resource: c, fields: d}}]}}]",
            "1:89: the foreign key of 'a' refers to 'c', which is no resource"
        ),
        (
            "resources: [{name: a, path: a.csv, schema: {fields: [{name: b, type: date, format: '%d'}]}}]",
            "1:84: the format '%d' is not read for the type 'date'"
        ),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        let problem = try #require(read(text).problems.first)
        #expect(
            "\(problem.location?.line ?? 0):\(problem.location?.column ?? 0): \(problem.message)" == message)
    }

    private func read(_ text: String) -> (package: DataPackage?, problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let package = DataPackage.read(SourceText(path: "datapackage.yaml", text), reporting: &problems)
        return (package, problems)
    }
}
