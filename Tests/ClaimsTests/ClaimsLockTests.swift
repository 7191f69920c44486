import Claims
import Diagnostics
import Testing

@Suite struct ClaimsLockTests {
    private func entry(
        _ text: String, _ value: ClaimValue, path: String = "Content/a.md", occurrence: Int = 1
    ) -> ClaimEntry {
        let key = ClaimEntry.Key(
            path: path, kind: .claim, text: text, expression: "rank('a')", occurrence: occurrence)
        return ClaimEntry(key: key, value: value)
    }

    private func read(_ text: String) -> (lock: ClaimsLock, messages: [String]) {
        var diagnostics: [Diagnostic] = []
        let source = SourceText(path: "Content/claims.lock", text)
        let lock = ClaimsLock(reading: source, reporting: &diagnostics)
        return (lock, diagnostics.map { "\($0.location?.line ?? 0): \($0.message)" })
    }

    private let speeds = LockedTable(
        name: "speeds", key: ["isp", "month"], columns: ["mbps", "rank"],
        rows: [
            .init(key: [.text("b"), .text("2014-02")], values: [.real(1.68), .integer(11)]),
            .init(key: [.text("a"), .text("2014-02")], values: [.real(2), .null]),
        ])

    @Test func `a lock is one sorted line an entry`() {
        let lock = ClaimsLock().accepting(
            [
                entry("six places", .integer(6), path: "Content/b.md"), entry("fifth", .text("5\t\"x\"\\")),
                entry("fifth", .real(2.5), occurrence: 2),
            ], tables: [speeds], on: "2014-04-28")
        #expect(
            lock.text == """
                # Accepted values of facts and claims, and rows of tables that only grow.
                # Written by 'sitegen claims accept'.
                claims-lock 1

                file Content/a.md
                  claim\tfifth\t"5\\t"x"\\\\"\t2014-04-28\trank('a')
                  claim\tfifth\t2.5\t2014-04-28\trank('a')\t2

                file Content/b.md
                  claim\tsix places\t6\t2014-04-28\trank('a')

                table speeds
                key isp\tmonth
                columns mbps\trank
                  "a"\t"2014-02"\t2.0\tnull
                  "b"\t"2014-02"\t1.68\t11

                """)
    }

    @Test func `what is written is read again`() {
        let awkward = ClaimEntry.Key(
            path: "a b\n.md", kind: .fact, text: "= \\t\t\u{1}é", expression: "'x\r\n' || \"#\"",
            occurrence: 3)
        let values: [ClaimValue] = [.null, .integer(.min), .real(-1e-300), .text(""), .text("null")]
        let entries =
            [ClaimEntry(key: awkward, value: .text("\u{85}\u{2028}"))]
            + values.enumerated().map { entry("t\($0.offset)", $0.element) }
        let lock = ClaimsLock().accepting(entries, tables: [speeds], on: "2014-04-28")
        let (again, messages) = read(lock.text)
        #expect(messages == [])
        #expect(again.claims == lock.claims)
        #expect(again.text == lock.text)
    }

    @Test(arguments: [
        ("", "0: this is not a lock: it has no line 'claims-lock 1'"),
        ("claims-lock 2", "1: this lock has form '2', and this version knows form 1"),
        ("claims-lock 1\n<<<<<<< HEAD\n=======\n>>>>>>> b", "2: a merge left both sides here"),
        ("claims-lock 1\n  claim\tx", "2: this line belongs to no file and no table"),
        (
            "claims-lock 1\nfile a.md\n  claim\tx",
            "3: an entry has a kind, a text, a value, a day and an "
                + "expression, parted by tabs"
        ),
        ("claims-lock 1\nfile a.md\n  clam\tx\t1\td\te", "3: 'clam' is neither 'fact' nor 'claim'"),
        ("claims-lock 1\nfile a.md\n  claim\tx\tinf\td\te", "3: 'inf' is not a value"),
        ("claims-lock 1\nfile a.md\n  claim\t\\q\t1\td\te", "3: this entry is damaged"),
        ("claims-lock 1\nfile a.md\n  claim\tx\t1\td\te\n  claim\tx\t2\td\te", "4: this entry stands twice"),
        ("claims-lock 1\nfiel a.md", "2: 'fiel' begins no line of a lock"),
        ("claims-lock 1\ntable t\nkey k\ncolumns a\n  1", "5: a row of 't' has 2 values"),
        ("claims-lock 1\ntable t\nkey k\ncolumns \n  1\n  1", "6: this row of 't' stands twice"),
        ("claims-lock 1\nfile \n  claim\tx", "2: a name is missing or damaged"),
    ])
    func `a damaged line is named with its place`(text: String, message: String) {
        #expect(read(text).messages == [message])
    }

    @Test func `an entry whose value moved is told with its previous value and since when`() {
        let lock = ClaimsLock().accepting(
            [entry("six", .integer(6)), entry("half", .real(0.3)), entry("old", .null)], tables: [],
            on: "2014-04-28")
        let now = [
            entry("new", .integer(1)), entry("six", .integer(5)), entry("half", .real(0.1 + 0.2)),
        ]
        let comparison = ClaimsComparison(of: now, with: lock)
        #expect(comparison.added.map(\.key.text) == ["new"])
        #expect(comparison.unchanged.map(\.entry.key.text) == ["half"])
        #expect(comparison.moved.map(\.previous) == [.integer(6)])
        #expect(comparison.moved.map(\.since) == ["2014-04-28"])
        #expect(comparison.gone.map(\.entry.key.text) == ["old"])

        let accepted = lock.accepting(now, tables: [], on: "2015-01-01")
        #expect(accepted.claims.map(\.since) == ["2014-04-28", "2015-01-01", "2015-01-01"])
        #expect(ClaimsComparison(of: now, with: accepted).isSettled)
    }

    @Test func `the same claim twice in a file is told apart by its occurrence`() {
        let twice = [entry("six", .integer(6)), entry("x", .null), entry("six", .integer(6))]
        #expect(twice.countingOccurrences().map(\.key.occurrence) == [1, 1, 2])
    }

    @Test func `a past value that was rewritten is told by key, column, old and new`() {
        let now = LockedTable(
            name: "speeds", key: ["isp", "month"], columns: ["note", "rank", "mbps"],
            rows: [
                .init(key: [.text("b"), .text("2014-02")], values: [.text("x"), .integer(12), .real(1.68)]),
                .init(key: [.text("c"), .text("2014-03")], values: [.null, .integer(1), .real(3)]),
            ])
        let comparison = RowsComparison(of: now, with: speeds)
        #expect(comparison.added.map(\.key) == [[.text("c"), .text("2014-03")]])
        #expect(comparison.removed.map(\.key) == [[.text("a"), .text("2014-02")]])
        #expect(comparison.missingColumns == [])
        #expect(comparison.rewritten.map(\.key) == [[.text("b"), .text("2014-02")]])
        let changes = comparison.rewritten.flatMap(\.changes)
        #expect(changes.map(\.column) == ["rank"])
        #expect(changes.map(\.old) == [.integer(11)])
        #expect(changes.map(\.new) == [.integer(12)])
        let other = LockedTable(name: "speeds", key: ["isp"], columns: ["mbps"], rows: [])
        #expect(!RowsComparison(of: other, with: speeds).hasSameKey)
        #expect(RowsComparison(of: other, with: speeds).missingColumns == ["rank"])
    }
}
