import Diagnostics
import Testing

@testable import Datasets

@Suite struct IndexTests {
    @Test func `moves and streaks follow from ranks`() {
        let (data, problems) = hives(
            """
            2014-01,a,,1,
            2014-01,b,,2,
            2014-02,a,,1,
            2014-02,c,,2,
            2014-02,b,,3,derived
            2014-04,a,,2,
            2014-05,a,,1,
            """)
        #expect(problems.isEmpty)
        #expect(
            data.standingLines == [
                "2014-01|a|1|p|-|-|1", "2014-01|b|2|p|-|-|1", "2014-02|a|1|p|1|0|2", "2014-02|c|2|p|-|-|1",
                "2014-02|b|3|d|2|-1|1", "2014-04|a|2|p|-|-|1", "2014-05|a|1|p|2|1|1",
            ])
        #expect(
            data.answer("SELECT period, label, previous, next, leader, ranks_count FROM harvest_editions")
                == [
                    "2014-01|January 2014|-|2014-02|a|2", "2014-02|February 2014|2014-01|2014-04|a|3",
                    "2014-04|April 2014|2014-02|2014-05|-|1", "2014-05|May 2014|2014-04|-|a|1",
                ])
    }

    @Test func `ranks are computed only where every member has a value`() {
        let (data, problems) = hives(
            "2014-01,a,1.0,,\n2014-01,b,2.0,,\n2014-02,a,1.5,,\n2014-02,b,1.4,,\n2014-02,d,9.0,,",
            listed: "\n2014-01,a\n2014-01,b\n2014-01,c\n2014-02,a\n2014-02,b")
        #expect(problems.isEmpty)
        #expect(
            data.standingLines == [
                "2014-01|a|-|-|-|-|-", "2014-01|b|-|-|-|-|-", "2014-02|a|1|c|-|-|1", "2014-02|b|2|c|-|-|1",
                "2014-02|d|-|-|-|-|-",
            ])
    }

    @Test func `no change is counted over a change of the list`() {
        let lines = "2014-01,a,,2,\n2014-02,a,,1,\n2014-03,a,,1,\n2014-04,a,,1,\n2014-05,a,,1,"
        let (data, problems) = hives(
            lines, sizes: "\n2014-01,3\n2014-02,3\n2014-03,2\n2014-04,2\n2014-05,2",
            breaks: "\n2014-02,list,Bears\n2014-05,value,New scales")
        #expect(problems.isEmpty)
        #expect(
            data.standingLines == [
                "2014-01|a|2|p|-|-|1", "2014-02|a|1|p|-|-|1", "2014-03|a|1|p|-|-|1", "2014-04|a|1|p|1|0|2",
                "2014-05|a|1|p|1|0|3",
            ])
        #expect(
            data.answer("SELECT break_label, value_break_label FROM harvest_editions") == [
                "-|-", "Bears|-", "3 places become 2|-", "-|-", "-|New scales",
            ])
    }

    @Test func `equal values give a shared rank where the tie is declared, and else a gap`() {
        let lines =
            "2014-01,a,2.0,,\n2014-01,b,2.0,,\n2014-01,c,1.0,,\n2014-02,a,2.0,,\n2014-02,b,2,,\n2014-02,c,1.0,,"
        let (data, problems) = hives(
            lines, listed: "\n2014-01,a\n2014-01,b\n2014-01,c\n2014-02,a\n2014-02,b\n2014-02,c",
            ties: "\n2014-01,1,b;a")
        #expect(
            data.standingLines == [
                "2014-01|a|1|c|-|-|1", "2014-01|b|1|c|-|-|1", "2014-01|c|3|c|-|-|1", "2014-02|c|3|c|3|0|2",
                "2014-02|a|-|-|1|-|-", "2014-02|b|-|-|1|-|-",
            ])
        #expect(
            problems == [
                "Content/data/honey.csv:6 [index-undecided-rank] no rank is computed for 'a', 'b' in 2014-02; "
                    + "if they share a place, declare the tie in 'ties'"
            ])
    }

    @Test func `a derived rank gives way to a published one`() {
        let (data, problems) = hives(
            "2014-01,a,3,,\n2014-01,a,,4,derived\n2014-02,a,,2,\n2014-02,a,,2,derived")
        #expect(problems.isEmpty)
        #expect(data.standingLines == ["2014-01|a|4|d|-|-|1", "2014-02|a|2|p|4|2|1"])
        #expect(
            data.answer("SELECT value_text FROM harvest_standings WHERE period = '2014-01'") == ["3"])
        var ignored: [Diagnostic] = []
        let rows = data.query(
            SQLText("SELECT _row FROM harvest_standings WHERE period = '2014-01'"), reporting: &ignored)
        #expect(rows?.rows.first?.sources.compactMap { data.origin(of: $0)?.location.line } == [2, 3])
    }

    @Test(arguments: [
        ("14-01,a,1,,", "2 [index-period] '14-01' in the column 'month' is not a month"),
        ("2014-13,a,1,,", "2 [index-period] '2014-13' in the column 'month' is not a month"),
        ("2014-01,f,,1,", "2 [unknown-entity] 'f' is not one of the names of the index; did you mean 'a'?"),
        ("2014-01,a,,0,", "2 [index-rank] '0' in the column 'rank' is not a rank"),
        (
            "2014-01,a,,1,guess",
            "2 [index-rank-kind] 'guess' is not a kind of rank; known here: derived, published"
        ),
        ("2014-01,a,,1,\n2014-01,a,,2,", "3 [index-duplicate] there are two rows for 'a' in 2014-01"),
        (
            "2014-01,a,,1,\n2014-01,a,,2,derived",
            "3 [index-derived-rank] 'a' is derived to rank 2 in 2014-01, but is published as 1"
        ),
        (
            "2014-01,a,,1,\n2014-01,b,,1,",
            "3 [index-shared-rank] 'a' and 'b' share rank 1 in 2014-01; if they do, declare the tie in 'ties'"
        ),
        (
            "2014-09,a,,1,\n2014-09,b,,1,\n2014-09,c,,2,",
            "4 [index-rank-gap] 'c' has rank 2 in 2014-09, behind 2 at 1"
        ),
        (
            "2014-01,a,1.50,1,\n2014-01,b,1.6,2,\n2014-01,c,2,3,",
            "3 [index-rank-contradicts-value] 'a' (1.50) ranks above 'b' (1.6) in 2014-01"
        ),
        (
            "2014-01,a,1.50,1,\n2014-01,b,1.5,2,",
            "3 [index-broken-tie] 'a' and 'b' have the same value in 2014-01, 1.5, and the ranks 1 and 2"
        ),
        ("2014-07,a,,3,", "2 [index-rank] 'a' has rank 3 in 2014-07, when the list has 2 places"),
        ("2014-08,c,,1,", "2 [index-not-listed] 'c' has a rank in 2014-08, but is not on the list then"),
        (
            "2014-08,a,2.0,2,\n2014-08,b,1.0,,",
            "2 [index-rank-contradicts-value] 'a' has rank 2 in 2014-08, but its value gives place 1"
        ),
    ])
    func `a contradiction is reported at its row`(lines: String, message: String) {
        let (_, problems) = hives(
            lines, listed: "\n2014-08,a\n2014-08,b", sizes: "\n2014-07,2", ties: "\n2014-09,1,a;b")
        #expect(problems == ["Content/data/honey.csv:" + message])
    }

    @Test func `a list that is not as long as stated is reported where the length stands`() {
        let (_, problems) = hives("2014-01,a,,1,", listed: "\n2014-01,a\n2014-01,b", sizes: "\n2014-01,3")
        #expect(
            problems == [
                "Content/data/sizes.csv:2 [index-list-size] the list has 3 places in 2014-01, but 2 members"
            ])
    }

    @Test func `names that do not exist are reported in the settings`() {
        var diagnostics: [Diagnostic] = []
        let yaml = SourceText(
            path: "site.yaml",
            """
            harvest:
              table: hony
              period: month
              entity: hive
              value: kg
            yield:
              table: honey
              period: mnth
              entity: hive
              rank: { column: rank, kinds: kind }
            bare: { table: honey, period: month, entity: hive }
            """)
        let honey = table("honey", "month,hive,kg:number,rank:integer,kind\n2014-01,a,1,1,")
        let found = definitions(yaml, reporting: &diagnostics)
        _ = Database(tables: [honey], indexes: found, reporting: &diagnostics)
        #expect(
            diagnostics.sorted().map(\.shortText) == [
                "site.yaml:2:10 [unknown-table] there is no table or view 'hony'; did you mean 'honey'?",
                "site.yaml:8:11 [unknown-column] 'mnth' is not a column of 'honey'; did you mean 'month'?",
                "site.yaml:10:25 [unknown-key] 'kinds' is not a key of 'rank'; did you mean 'kind'?",
                "site.yaml:11:7 [missing-key] 'indexes.bare' needs the key 'value', 'rank' or both",
            ])
    }

    @Test func `where less is better, the lowest value is first, whatever the grain`() {
        var diagnostics: [Diagnostic] = []
        let yaml = SourceText(
            path: "site.yaml",
            """
            race:
              table: laps
              period: day
              grain: day
              entity: driver
              value: { column: seconds, order: ascending }
              list: { table: grid, entity: driver }
            """)
        let laps = table(
            "laps",
            "day,driver,seconds:number\n2014-02-28,a,61.2\n2014-02-28,b,60.9\n2014-03-01,a,60.0\n2014-03-01,b,60.5"
        )
        let grid = table("grid", "day,driver\n2014-02-28,a\n2014-02-28,b\n2014-03-01,a\n2014-03-01,b")
        let data = Database(
            tables: [laps, grid], indexes: definitions(yaml, reporting: &diagnostics), reporting: &diagnostics
        )
        #expect(diagnostics.map(\.shortText) == [])
        #expect(
            data.answer("SELECT period, entity, rank, change FROM race_standings") == [
                "2014-02-28|b|1|-", "2014-02-28|a|2|-", "2014-03-01|a|1|1", "2014-03-01|b|2|-1",
            ])
        #expect(data.answer("SELECT label FROM race_editions") == ["28 February 2014", "1 March 2014"])
    }
}
