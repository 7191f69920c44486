import Diagnostics
import Testing

@testable import Datasets

@Suite struct ViewTests {
    private func problems(_ views: [String: String]) -> [String] {
        var diagnostics: [Diagnostic] = []
        let definitions = views.map { name, text in
            ViewDefinition(name: name, statement: SQLText(file: SourceText(path: "\(name).sql", text)))
        }
        let towns = table("towns", "id,height:number\na,2.50")
        _ = Database(tables: [towns], views: definitions, reporting: &diagnostics)
        return diagnostics.sorted().map(\.shortText)
    }

    @Test func `views are created in the order in which they need each other`() {
        #expect(
            problems([
                "a": "SELECT * FROM b", "b": "SELECT * FROM c", "c": "SELECT id AS a FROM towns",
            ]).isEmpty)
    }

    @Test func `views that need each other are reported at the name that closes the circle`() {
        #expect(
            problems(["a": "SELECT * FROM b", "b": "SELECT * FROM a"]) == [
                "a.sql:1:15 [circular-view] the view 'a' needs itself in the end",
                "b.sql:1:15 [circular-view] the view 'b' needs itself in the end",
            ])
    }

    @Test func `a wrong view is reported once, and what needs it names it as missing`() {
        #expect(
            problems(["a": "SELECT hight FROM towns", "b": "SELECT :x", "towns": "SELECT 1"]) == [
                "a.sql:1:8 [unknown-column] there is no column 'hight'; did you mean 'height'?",
                "b.sql:1:8 [view-parameter] a view has no parameters; "
                    + "write a query in Content/queries for what depends on a page",
                "towns.sql:1:1 [duplicate-table] there are two tables or views called 'towns'",
            ])
    }

    @Test func `a view without end is reported where it stands`() {
        var limits = QueryLimits()
        limits.time = .milliseconds(50)
        var diagnostics: [Diagnostic] = []
        let text = "\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        let view = ViewDefinition(name: "n", statement: SQLText(file: SourceText(path: "n.sql", text)))
        _ = Database(tables: [], views: [view], limits: limits, reporting: &diagnostics)
        #expect(
            diagnostics.map { "\($0.location?.description ?? "") \($0.code)" } == [
                "n.sql:2:1 query-time-limit"
            ])
    }

    @Test func `a view without the hidden column leads to no rows`() {
        let data = database(
            table("towns", "id,height:number\na,2.50"),
            views: ["ids": "SELECT id FROM towns", "all_of_it": "SELECT *, _row FROM towns"])
        var problems: [Diagnostic] = []
        let ids = data.query(SQLText("SELECT *, _row FROM ids"), reporting: &problems)
        #expect(ids?.rows.map(\.sources) == [[]])
        let all = data.query(SQLText("SELECT * FROM all_of_it"), reporting: &problems)
        #expect(all?.rows.map { $0.text(1) } == ["2.50"])
        #expect(all?.rows.first?.sources.compactMap { data.origin(of: $0)?.location.line } == [2])
        #expect(problems.isEmpty)
    }
}
