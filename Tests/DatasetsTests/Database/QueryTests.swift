import Diagnostics
import Testing

@testable import Datasets

private let towns = table(
    "towns",
    """
    id,name,height:number,people:integer
    a,Aldorf,2.50,100
    b,Bern,3,
    c,Chur,2.7,300
    """, key: ["id"])
private let visits = table("visits", "town,day\na,2014-03-01\nc,2014-03-02\na,2014-04-01")

@Suite struct QueryTests {
    let data = database(
        towns, visits,
        views: [
            "tall": "SELECT _row, name, height FROM towns WHERE height > 2.6",
            "visited": """
            SELECT towns._row AS _row, towns.name AS name, visits.day AS day
            FROM visits JOIN towns ON towns.id = visits.town
            """,
            "above_all": "SELECT * FROM tall ORDER BY height DESC LIMIT 1",
        ])

    @Test func `a query gives columns and typed values`() {
        #expect(
            data.answer("SELECT name, people + 1 FROM towns ORDER BY id") == [
                "Aldorf|101", "Bern|-", "Chur|301",
            ])
    }

    @Test func `the hidden columns stand behind the names, not behind the star`() {
        var problems: [Diagnostic] = []
        let all = data.query(SQLText("SELECT * FROM towns"), reporting: &problems)
        #expect(all?.columns == ["id", "name", "height", "people"])
        #expect(all?.rows.map { $0.text(2) } == ["2.50", "3", "2.7"])
        #expect(data.answer("SELECT height_text FROM towns ORDER BY id") == ["2.50", "3", "2.7"])
        #expect(data.answer("SELECT * FROM above_all") == ["Bern|3"])
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        ("SELECT _row, name FROM towns WHERE id = 'b'", [3]),
        ("SELECT name, _row FROM tall ORDER BY name", [3]),
        ("SELECT rows(_row), count(*) FROM visited WHERE name = 'Aldorf'", [2]),
        ("SELECT rows(t._row) AS _row FROM towns AS t", [2, 3, 4]),
        (
            "SELECT v._row, t._row, v.day FROM visits v JOIN towns t ON t.id = v.town WHERE v.day > '2014-03-15'",
            [4, 2]
        ),
        ("SELECT DISTINCT name FROM towns", []),
        ("SELECT name FROM towns UNION SELECT day FROM visits", []),
        ("SELECT name FROM towns ORDER BY height", [2]),
        ("SELECT name, (SELECT count(*) FROM visits) FROM towns WHERE id = 'c'", [4]),
        ("SELECT count(*), max(people) FROM towns", [2, 3, 4]),
        ("SELECT town, count(*) FROM visits GROUP BY town ORDER BY 1 DESC", [3]),
        ("SELECT max(height, people) FROM towns AS t WHERE people > 100", [4]),
        (
            "SELECT t.name, v.day FROM visits v LEFT JOIN towns AS t ON t.id = v.town WHERE v.day > '2014-03-15'",
            [4, 2]
        ),
        ("SELECT sum(people) OVER (ORDER BY id) AS s FROM towns ORDER BY id DESC", []),
        ("SELECT count(*) FROM tall", [3, 4]),
        ("WITH c AS (SELECT id FROM towns) SELECT count(*) FROM c", []),
        (
            "WITH c AS (SELECT _row AS _row, name AS n FROM towns) SELECT c._row, n FROM c WHERE n = 'Chur'",
            [4]
        ),
    ])
    func `a row leads back to the lines it was made from`(query: String, lines: [Int]) {
        var problems: [Diagnostic] = []
        let result = data.query(SQLText(query), reporting: &problems)
        let found = (result?.rows.first?.sources ?? []).compactMap { data.origin(of: $0)?.location.line }
        #expect(Set(found) == Set(lines))
        #expect(problems.isEmpty)
        #expect(result?.columns.contains("_row") == false)
    }

    @Test func `a parameter that nobody gives is named`() {
        #expect(
            data.answer("SELECT name FROM towns WHERE id = :id", ["id": .text("c"), "x": .null]) == ["Chur"])
        #expect(
            data.answer("SELECT :nam", ["name": .null])
                == ["q.sql:1:8 [unknown-parameter] nothing is known here as ':nam'; did you mean 'name'?"])
    }

    @Test(arguments: [
        ("SELECT nme FROM towns", "1:8 [unknown-column] there is no column 'nme'; did you mean 'name'?"),
        (
            "SELECT t.nme\nFROM towns t",
            "1:10 [unknown-column] there is no column 't.nme'; did you mean 'name'?"
        ),
        (
            "SELECT 1\nFROM town",
            "2:6 [unknown-table] there is no table or view 'town'; did you mean 'towns'?"
        ),
        (
            "SELECT cuont(*) FROM towns",
            "1:8 [unknown-function] there is no function 'cuont'; did you mean 'count'?"
        ),
        ("SELECT name FROM towns WHERE", "1:24 [query-error] the expression ends too early"),
        ("SELECT name FRO towns", "1:17 [query-error] syntax error near \"towns\""),
        ("", "1:1 [empty-query] the query is empty; write one SELECT"),
        ("DROP TABLE towns", "1:1 [not-a-select] a query is one SELECT; 'DROP' is not allowed"),
        ("PRAGMA writable_schema = 1", "1:1 [not-a-select] a query is one SELECT; 'PRAGMA' is not allowed"),
        ("ATTACH 'x' AS y", "1:1 [not-a-select] a query is one SELECT; 'ATTACH' is not allowed"),
        (
            "WITH x AS (SELECT 1) DELETE FROM towns",
            "1:1 [not-a-select] a query is one SELECT, which changes nothing"
        ),
        (
            "SELECT 1; SELECT 2",
            "1:11 [several-statements] a query is one SELECT, and another statement begins here; "
                + "remove everything from the ';' on"
        ),
        ("SELECT random()", "1:8 [query-not-repeatable] 'random' is left to chance"),
        (
            "SELECT date('now')",
            "1:13 [query-not-repeatable] 'date' reads the clock here; write the date itself, or take it from the data"
        ),
        (
            "SELECT CURRENT_DATE",
            "1:8 [query-not-repeatable] 'CURRENT_DATE' reads the clock; write the date itself, or take it from the data"
        ),
        ("SELECT date('n' || 'ow')", "1:8 [query-error] 'date' reads the clock here"),
        ("SELECT load_extension('x')", "1:8 [query-not-allowed] 'load_extension' is not allowed in a query"),
        ("SELECT x'00'", "1:1 [query-value] the column 'x'00'' holds bytes that are no text"),
        ("SELECT 9e999 AS big", "1:1 [query-value] the column 'big' holds a number that is not finite"),
        (
            "SELECT a.name, b.name FROM towns a JOIN towns b",
            "1:1 [duplicate-column] two columns of the result are called 'name'; "
                + "give one of them a name of its own with AS"
        ),
        (
            "SELECT zeroblob(20000000) AS z",
            "1:1 [query-value-limit] the query makes a value of more than 16 MiB"
        ),
    ])
    func `a wrong query is reported at its place`(query: String, message: String) {
        #expect(data.answer(query) == ["q.sql:" + message])
    }

    @Test func `somebody who only looks is shown what is no value of the data`() {
        var problems: [Diagnostic] = []
        let query = SQLText("SELECT 9e999 AS a, -9e999 AS b, x'01ff' AS c, zeroblob(40) AS d, 1.5 AS e")
        let result = data.showingAnyValue.query(query, reporting: &problems)
        #expect(problems.isEmpty)
        #expect(
            result?.rows.first?.values == [
                .text("inf"), .text("-inf"), .text("x'01ff'"),
                .text("x'" + String(repeating: "00", count: 32) + "… (40 bytes)"), .real(1.5),
            ])
    }

    @Test func `a comment or a semicolon at the end does no harm`() {
        #expect(data.answer("SELECT 1; -- done; really\n /* yes; */ ;".replacing(" ;", with: "")) == ["1"])
        #expect(data.answer("-- first\nSELECT date('2014-03-31', '+1 day')") == ["2014-04-01"])
    }

    @Test func `a query inside a block of YAML is reported on its true line`() {
        var problems: [Diagnostic] = []
        let place = SourceLocation(path: "a.md", line: 40, column: 5)
        _ = data.query(SQLText("SELECT id\nFROM twons", at: place, indent: 4), reporting: &problems)
        #expect(problems.map { $0.location?.description } == ["a.md:41:10"])
    }

    @Test func `a query without end is stopped`() {
        var limits = QueryLimits()
        limits.time = .milliseconds(50)
        var problems: [Diagnostic] = []
        let data = Database(tables: [towns], limits: limits, reporting: &problems)
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        #expect(data.query(SQLText(endless), reporting: &problems) == nil)
        #expect(problems.map(\.code) == ["query-time-limit"])
        #expect(data.answer("SELECT count(*) FROM towns") == ["3"])
    }

    @Test func `queries of several threads get the same answers`() async {
        let data = data
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<40 { group.addTask { data.answer("SELECT sum(people) FROM towns") } }
            for await answer in group { #expect(answer == ["400"]) }
        }
    }

    @Test func `only a query with an order of its own is ordered`() {
        var problems: [Diagnostic] = []
        let ordered = data.query(SQLText("SELECT id FROM towns ORDER BY id"), reporting: &problems)
        let inner = data.query(
            SQLText("SELECT id FROM (SELECT id FROM towns ORDER BY id)"), reporting: &problems)
        #expect(ordered?.isOrdered == true)
        #expect(inner?.isOrdered == false)
    }
}
