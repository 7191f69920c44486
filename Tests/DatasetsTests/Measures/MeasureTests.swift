import Diagnostics
import Testing

@testable import Datasets

/// A database of hives by honey with the measures of a block of YAML, and what is wrong with them.
private func data(_ measures: String) -> (Database, [String]) {
    var problems: [Diagnostic] = []
    let source = SourceText(
        path: "site.yaml",
        "measures:\n" + measures.split(separator: "\n").map { "  \($0)\n" }.joined()
            + "indexes:\n  harvest: { table: honey, period: month, entity: hive, value: kg }\n")
    guard let value = StructuredValue.yaml(source, reporting: &problems) else { return (Database.empty, []) }
    var keys = KeyedReader(value, of: source, named: "site.yaml")
    let defined = keys.entries("measures") { MeasureDefinition(named: $0, reading: &$1) } ?? []
    let indexes = keys.entries("indexes") { IndexDefinition(named: $0, reading: &$1) } ?? []
    keys.finish(reporting: &problems)
    let honey = table(
        "honey", "month,hive,kg:number\n2014-01,a,1\n2014-02,a,4\n2014-01,b,2\n2014-02,b,3")
    let database = Database(
        tables: [honey], views: [ViewDefinition(name: "gains", statement: SQLText(gains))],
        indexes: indexes.compactMap(\.self), measures: defined.compactMap(\.self), reporting: &problems)
    return (database, problems.map(\.shortText))
}

private let gains = "SELECT entity, value - 1 AS rest FROM harvest_standings"

extension Database {
    fileprivate static var empty: Database {
        var problems: [Diagnostic] = []
        return Database(tables: [], reporting: &problems)
    }

    fileprivate func worth(_ expression: String) -> String {
        var problems: [Diagnostic] = []
        let result = scalar(
            SQLText(file: SourceText(path: "a.md", expression)), reporting: &problems)
        guard let result else { return problems.map(\.shortText).joined() }
        let lines = result.sources.compactMap { origin(of: $0)?.location.line }.map(String.init)
        return (result.value.text ?? "") + " from " + lines.joined(separator: ",")
    }
}

@Suite struct MeasureTests {
    static let two = """
        gain: { sql: "value(:hive, :to) - value(:hive, :from)", arguments: [hive, from, to], unit: kg }
        twice: { sql: "2 * gain(:hive, '2014-01', '2014-02')", arguments: [hive] }
        all_honey: { sql: SELECT sum(kg) FROM honey }
        """

    @Test(arguments: [
        ("gain('a', '2014-01', '2014-02')", "3 from 2,3"),
        ("gain('b', '2014-01', (SELECT max(month) FROM honey)) + 1", "2 from 2,3,4,5"),
        ("twice('a')", "6 from 2,3"), ("GAIN('a', '2014-01', '2014-02')", "3 from 2,3"),
        ("all_honey()", "10 from 2,3,4,5"),
        (
            "(SELECT sum(gain(hive, '2014-01', '2014-02')) FROM honey WHERE month = '2014-01')",
            "4 from 2,3,4,5"
        ),
        (
            "gain('a')",
            "a.md:1:1 [measure-arguments] the measure 'gain' has 3 arguments, not 1; write gain(hive, from, to)"
        ),
        (
            "1 + gain('x', '2014-01', '2014-02')",
            "a.md:1:10 [query-error] 'x' is not in the index 'harvest'; did you mean 'a'?"
        ),
        (
            "gian('a', '2014-01', '2014-02')",
            "a.md:1:1 [unknown-function] there is no function 'gian'; did you mean 'gain'?"
        ),
    ])
    func `a measure stands for its expression`(expression: String, answer: String) {
        let (database, problems) = data(Self.two)
        #expect(problems == [])
        #expect(database.worth(expression) == answer)
    }

    @Test func `a measure alone is printed with its decimals, and a sum of it in full`() {
        let (database, _) = data(
            "share: { sql: 'value(:hive, :month) / 3', arguments: [hive, month], decimals: 2 }")
        var problems: [Diagnostic] = []
        func text(_ expression: String) -> String? {
            database.scalar(SQLText(expression), reporting: &problems)?.text
        }
        #expect(text("share('a', '2014-02')") == "1.33")
        #expect(text("share('b', '2014-02')") == "1.00")
        #expect(text("share('a', '2014-02') * 3") == "4")
    }

    @Test func `a query calls a measure for each row, and a mistake after it stands at its own place`() {
        let (database, _) = data(Self.two)
        #expect(
            database.answer(
                "SELECT hive, gain(hive, '2014-01', '2014-02') AS gain FROM honey WHERE month = '2014-01' ORDER BY 1"
            )
                == ["a|3", "b|1"])
        #expect(
            database.answer("SELECT twice(hive), hvie FROM honey") == [
                "q.sql:1:21 [unknown-column] there is no column 'hvie'; did you mean 'hive'?"
            ])
    }

    @Test(arguments: [
        (
            "rank: { sql: 1 }",
            "site.yaml:2:9 [measure-name] there is already a function called 'rank'; give the measure another name"
        ),
        (
            "a b: { sql: 1 }",
            "site.yaml:2:8 [measure-name] 'a b' cannot be the name of a measure; use letters, digits and '_', beginning with a letter"
        ),
        (
            "m: { sql: \":x + 1\" }",
            "site.yaml:2:13 [unknown-parameter] ':x' is no argument of the measure 'm'; name it under 'arguments'"
        ),
        (
            "m: { sql: 1, arguments: [x] }",
            "site.yaml:2:6 [unused-argument] the measure 'm' does not use its argument 'x'; write it in 'sql' as :x"
        ),
        ("m: { sql: m() }", "site.yaml:2:6 [circular-measure] the measure 'm' needs itself in the end"),
        ("m: { sql: kgs + 1 }", "site.yaml:2:13 [unknown-column] there is no column 'kgs'"),
        (
            "m: { sql: \"valu(:x, '2014-01')\", arguments: [x] }",
            "site.yaml:2:13 [unknown-function] there is no function 'valu'; did you mean 'value'?"
        ),
        ("m: { unit: kg }", "site.yaml:2:6 [missing-key] 'measures.m' needs the key 'sql'"),
    ])
    func `a wrong measure is reported where it is defined`(measure: String, problem: String) {
        #expect(data(measure).1 == [problem])
    }

    @Test func `every function is listed with what it gives, and every index function is among them`() {
        let names = Set(FunctionGuide.index.map(\.name))
        #expect(names == Set(IndexFunctions.names))
        #expect(Set(FunctionGuide.words.map(\.name)) == Set(WordFunctions(forms: EnglishForms()).names))
        let listed = data(Self.two).0.functions.rows.map { $0.values[0].text ?? "" }
        #expect(listed.first == "rank(entity, period)")
        #expect(listed.suffix(3) == ["gain(hive, from, to)", "twice(hive)", "all_honey()"])
    }
}
