import Testing

@testable import Datasets

@Suite struct ResultFormatTests {
    let result = ResultSet(
        columns: ["name", "height"],
        rows: [
            ResultRow(values: [.text("Bern, \"city\""), .real(2.5)], printed: [1: "2.50"]),
            ResultRow(values: [.text("a\nb"), .null]), ResultRow(values: [.text(""), .integer(-12)]),
        ])

    @Test func `a table is aligned, with numbers to the right`() {
        #expect(
            result.formatted(as: .table) == """
                name          height
                ------------  ------
                Bern, "city"    2.50
                a b
                                 -12
                (3 rows)

                """)
    }

    @Test func `CSV quotes what needs quotes`() {
        #expect(
            result.formatted(as: .csv) == #"""
                name,height
                "Bern, ""city""",2.50
                "a
                b",
                ,-12

                """#)
    }

    @Test func `JSON keeps numbers as numbers`() {
        #expect(
            result.formatted(as: .json) == #"""
                [
                  {"name": "Bern, \"city\"", "height": 2.5},
                  {"name": "a\nb", "height": null},
                  {"name": "", "height": -12}
                ]

                """#)
    }

    @Test func `a description shows tables with their columns`() {
        let table = TableDescription(
            name: "towns", kind: .table,
            columns: [
                .init("id", .string),
                .init(name: "height", type: .number, unit: "m", title: "Height", description: nil),
            ], rowCount: 3, path: "Content/data/towns.csv")
        #expect(
            [table].formatted(as: .table) == """
                towns: table, 3 rows, Content/data/towns.csv
                  id      string
                  height  number  m  Height

                """)
    }
}
