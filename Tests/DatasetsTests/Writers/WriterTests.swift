import Datasets
import Diagnostics
import Testing

@Suite struct `Writing tables` {
    @Test func `CSV is quoted where it must be, and formulas are made harmless`() throws {
        let source = "a,b\n\"x, \"\"y\"\"\",=1+1\n-2.50,-x\n+3,@y\n,\" z\"\n"
        let table = try #require(read(source))
        #expect(
            String(decoding: table.csv(), as: UTF8.self)
                == "a,b\n\"x, \"\"y\"\"\",'=1+1\n-2.50,'-x\n+3,'@y\n,\" z\"\n")
        #expect(table.csv(keepsFormulas: true) == Array(source.utf8))
    }

    @Test func `a table of one column keeps its empty cells`() throws {
        let table = try #require(read("a\nx\n\"\"\ny\n"))
        #expect(table.rowCount == 3)
        #expect(String(decoding: table.csv(), as: UTF8.self) == "a\nx\n\"\"\ny\n")
    }

    @Test func `JSON has the types of the fields`() throws {
        let table = try #require(read("n,x,t\n1,2.50,<a>\n,3,\"q\"\"\"\n"))
        #expect(
            String(decoding: table.json(), as: UTF8.self)
                == #"""
                [
                {"n":1,"x":2.50,"t":"\u003ca>"},
                {"n":null,"x":3,"t":"q\""}
                ]

                """#)
    }

    @Test func `the published package says what Frictionless can say`() throws {
        var package = DataPackage()
        package.name = "My Data"
        package.licences = [Licence(name: "CC0-1.0")]
        var ids = Field("ids", .list)
        ids.format.delimiter = ";"
        var height = Field("height", .number)
        height.unit = "m"
        height.constraints.minimum = "0"
        var schema = Schema(fields: [height, ids])
        schema.foreignKeys = [ForeignKey(fields: ["ids"], resource: "Ports", referencedFields: ["id"])]
        let resource = Resource(name: "heights", path: "h.yaml", format: .yaml)
        let ports = Resource(name: "Ports", path: "p.csv", format: .csv)
        let text = package.published([
            PublishedResource(resource, schema: schema, path: "heights.csv"),
            PublishedResource(ports, schema: Schema(fields: [Field("id")]), path: "ports.csv"),
        ])
        #expect(
            text.hasPrefix(
                """
                {
                  "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
                  "name": "my-data",
                  "licenses": [
                    {
                      "name": "CC0-1.0"
                    }
                  ],
                  "resources": [
                    {
                      "name": "heights",
                """))
        #expect(
            text.contains(
                """
                            "name": "ids",
                            "type": "string",
                            "delimiter": ";",
                            "itemType": "string",
                            "references": {
                """))
        var problems: [Diagnostic] = []
        let read = DataPackage.read(
            SourceText(path: "datapackage.json", text), reporting: &problems)
        #expect(problems == [])
        #expect(read?.resources.map(\.name) == ["heights", "ports"])
        #expect(read?.resources.first?.schema?.fields.map(\.unit) == ["m", nil])
        #expect(read?.resources.first?.schema?.foreignKeys == [])
    }

    private func read(_ text: String) -> Table? {
        var problems: [Diagnostic] = []
        let resource = Resource(name: "t", path: "t.csv", format: .csv)
        let table = Table.read(resource, from: SourceText(path: "t.csv", text), reporting: &problems)
        #expect(problems == [])
        return table
    }
}
