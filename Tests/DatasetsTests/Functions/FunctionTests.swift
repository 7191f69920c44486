import Diagnostics
import Testing

@testable import Datasets

@Suite struct FunctionTests {
    let data = hives(
        """
        2014-01,a,,2,
        2014-02,a,2.0,1,
        2014-03,a,,1,
        2014-02,b,1.50,2,
        2014-05,a,,3,
        """, sizes: "\n2014-01,3\n2014-02,3\n2014-03,3\n2014-05,2"
    ).database

    private func value(_ expression: String) -> String {
        var problems: [Diagnostic] = []
        let text = SQLText(file: SourceText(path: "a.md", expression))
        let result = data.scalar(text, reporting: &problems)
        guard let result else { return problems.map(\.shortText).joined() }
        let lines = result.sources.compactMap { data.origin(of: $0)?.location.line }.map(String.init)
        return (result.value.text ?? "") + (lines.isEmpty ? "" : " from " + lines.joined(separator: ","))
    }

    @Test(arguments: [
        ("rank('a', '2014-02')", "1 from 3"), ("previous_rank('a', '2014-02')", "2 from 3"),
        ("change('a', '2014-02')", "1 from 3"), ("streak('a', '2014-03')", "2 from 4"),
        ("value('b', '2014-02')", "1.5 from 5"), ("list_size('2014-03')", "3 from 4"),
        ("leader('2014-03')", "a from 4"), ("best_rank('a', '2014-01', '2014-05')", "1 from 3"),
        ("worst_rank('a', '2014-01', '2014-03')", "2 from 2"),
        ("rank_change('a', '2014-01', '2014-03')", "1 from 2,4"),
        ("periods_at('a', 1, '2014-01', '2014-05')", "2 from 3,4"),
        ("rank('a', '2014-01') - rank('a', '2014-02') -- places", "1 from 2,3"),
        ("SELECT count(*) FROM honey", "5 from 2,3,4,5,6"), ("SELECT max(kg), _row FROM honey", "2 from 3"),
        ("(SELECT kg FROM honey WHERE hive = 'b')", "1.5 from 5"),
        ("(SELECT max(kg) FROM honey) - (SELECT kg FROM honey WHERE hive = 'b')", "0.5 from 2,3,4,5,6"),
        ("SELECT (SELECT rank FROM honey WHERE hive = 'b') + rank('a', '2014-02')", "3 from 3,5"),
        ("SELECT kg FROM honey WHERE kg = (SELECT max(kg) FROM honey)", "2 from 2,3,4,5,6"),
        (
            "SELECT kg FROM honey WHERE kg = (SELECT min(kg) FROM honey AS h WHERE h.hive = honey.hive) AND rank = 2",
            "1.5 from 5"
        ),
        ("SELECT max(n) FROM (SELECT count(*) AS n FROM honey WHERE hive = 'b' GROUP BY hive)", "1 from 5"),
        ("SELECT kg FROM (SELECT kg, hive FROM honey) WHERE hive = 'b'", "1.5"),
        ("SELECT n FROM (SELECT kg AS n FROM honey WHERE hive = 'b'), (SELECT 1)", "1.5"),
        ("WITH b AS (SELECT kg FROM honey WHERE hive = 'b') SELECT kg FROM b", "1.5"),
        (
            "SELECT sum((SELECT max(kg) FROM honey WHERE hive IN (SELECT hive FROM honey WHERE rank = 3)))",
            "2 from 2,3,4,6"
        ),
        ("above(value('a', '2014-02'), 1.9)", "1 from 3"),
    ])
    func `an expression gives a value and the lines it was read from`(expression: String, result: String) {
        #expect(value(expression) == result)
    }

    @Test(arguments: [
        ("rank('a', '2014-04')", "1:1 [no-value] the expression has no value (NULL)"),
        ("rank('x', '2014-04')", "1:6 [query-error] 'x' is not in the index 'harvest'; did you mean 'a'?"),
        (
            "rank('a', '2014')",
            "1:11 [query-error] '2014' is not a month; write a month like '2014-03'"
        ),
        (
            "rank('a')",
            "1:1 [query-error] wrong number of arguments to function rank(); write rank(entity, period)"
        ),
        ("rnk('a', '2014-04')", "1:1 [unknown-function] there is no function 'rnk'; did you mean 'rank'?"),
        ("SELECT kg FROM honey WHERE kg > 9", "1:1 [no-value] the expression finds no row"),
        (
            "SELECT rank FROM honey",
            "1:1 [several-values] the expression finds 5 rows, not one value; "
                + "say which one is meant, or count or sum them"
        ),
        (
            "1 + (SELECT rank FROM honey)",
            "1:5 [several-values] the expression in parentheses finds 5 rows, not one value; "
                + "say which one is meant, or count or sum them"
        ),
        (
            "SELECT max(kg) FROM honey WHERE hive = (SELECT hive FROM honey)",
            "1:40 [several-values] the expression in parentheses finds 5 rows, not one value; "
                + "say which one is meant, or count or sum them"
        ),
        ("SELECT 1, 2", "1:1 [several-values] the expression gives 2 columns, not one value"),
        ("1) + (2", "1:2 [query-error] ')' does not belong in an expression"),
        ("kgs + 1", "1:1 [unknown-column] there is no column 'kgs'"),
        ("", "1:1 [empty-query] the expression is empty"),
    ])
    func `an expression without one value is refused`(expression: String, message: String) {
        #expect(value(expression) == "a.md:" + message)
    }

    @Test func `a period without an edition is named with the nearest ones`() {
        var problems: [Diagnostic] = []
        _ = data.scalar(SQLText("rank('a', '2014-04')"), reporting: &problems)
        #expect(
            problems.flatMap(\.notes).first
                == "'harvest' has no edition '2014-04'; its editions run from 2014-01 to 2014-05, and the nearest "
                + "are 2014-03 and 2014-05")
    }

    @Test func `the reason why nothing is known stands in the notes`() {
        var problems: [Diagnostic] = []
        _ = data.scalar(SQLText("rank_change('a', '2014-03', '2014-05')"), reporting: &problems)
        #expect(
            problems.flatMap(\.notes) == [
                "the list changed in 2014-05: ranks across it cannot be compared",
                "rank_change('a', '2014-03', '2014-05') is not known",
            ])
    }

    @Test(arguments: [
        ("ordinal(11)", "11th"), ("ordinal(1)", "1st"), ("ordinal(112)", "112th"), ("ordinal(23)", "23rd"),
        ("ordinal(5, 'words')", "fifth"), ("ordinal(21, 'words')", "twenty-first"),
        ("ordinal(20, 'words')", "twentieth"), ("ordinal(100, 'words')", "one hundredth"),
        ("words(6)", "six"), ("words(0)", "zero"), ("words(-42)", "minus forty-two"),
        ("words(1234567)", "one million two hundred thirty-four thousand five hundred sixty-seven"),
        ("number(1234567.5)", "1,234,567.5"), ("number(2.5, 2)", "2.50"), ("number(999.995, 2)", "1,000.00"),
        ("number(-1234)", "\u{2212}1,234"), ("number(-0.001, 2)", "0.00"), ("percent(0.1234, 1)", "12.3%"),
        ("percent(1)", "100%"), ("signed(6)", "+6"), ("signed(-0.5, 2)", "\u{2212}0.50"), ("signed(0)", "0"),
        ("plural(1, 'place')", "place"), ("plural(0, 'place')", "places"),
        ("plural(2, 'index', 'indices')", "indices"), ("month('2014-03')", "March 2014"),
        ("month('2014-03-31')", "March 2014"), ("at_least(2, 2.0)", "1"), ("below(2, 2)", "0"),
        ("differs('a', 'b')", "1"),
        ("words(2.5)", "a.md:1:1 [query-error] 2.5 is not a whole number, which 'words' needs"),
        ("month('March')", "a.md:1:7 [query-error] 'March' is not a month; write a month like '2014-03'"),
    ])
    func `numbers and months are put into words`(expression: String, words: String) {
        #expect(value(expression) == words)
    }

    @Test func `with several indexes the functions carry their names`() {
        var problems: [Diagnostic] = []
        let yaml = SourceText(
            path: "site.yaml",
            """
            one: { table: t, period: p, entity: e, rank: r }
            two: { table: t, period: p, entity: e, rank: { column: s } }
            """)
        let tables = [table("t", "p,e,r:integer,s:integer\n2014-01,a,1,3")]
        let views = [
            ViewDefinition(
                name: "firsts", statement: SQLText("SELECT one_rank(entity, period) AS r FROM two_standings"))
        ]
        let data = Database(
            tables: tables, views: views, indexes: definitions(yaml, reporting: &problems),
            reporting: &problems)
        #expect(data.answer("SELECT one_rank('a', '2014-01'), two_rank('a', '2014-01')") == ["1|3"])
        #expect(data.answer("SELECT r FROM firsts") == ["1"])
        #expect(
            data.answer("SELECT rank('a', '2014-01')") == [
                "q.sql:1:8 [query-error] wrong number of arguments to function rank(); "
                    + "write one_rank(entity, period) or two_rank(entity, period)"
            ])
        #expect(
            data.answer("SELECT value('a', '2014-01')") == [
                "q.sql:1:8 [unknown-function] there is no function 'value'; "
                    + "write one_value(entity, period) or two_value(entity, period)"
            ])
        #expect(problems.map(\.shortText) == [])
    }
}
