import Charts
import Testing

@Suite struct SummaryTests {
    private func month(_ number: Int) -> Period { Period(2013 * 12 + number - 1) }

    private func series(_ id: String, _ name: String, _ ranks: [Double?]) -> Series {
        Series(
            id: id, name: name,
            points: ranks.enumerated().compactMap { index, rank in
                rank.map { Point(month(index + 1), rank: Rank($0)) }
            })
    }

    @Test func `a summary tells scope, lead, move, step and end`() {
        let data = ChartData(
            grain: .month,
            series: [
                series("a", "Alder", [1, 1, 2, 4]), series("b", "Birch", [2, 2, 1, 1]),
                series("c", "Cedar", [3, 3, 3, 2]),
                series("d", "Dogwood", [4, 4, 4, 3]),
            ], noun: Noun("tree", "trees"))
        #expect(
            Chart(ChartSpecification(name: "c", type: .rank, title: "t"), data).summary
                == "Rank chart of 4 trees, January 2013 to April 2013, 4 months. Alder is first until February 2013, Birch from March 2013. Alder goes down from 1st in January 2013 to 4th in April 2013. Its largest step is two places down, from 2nd to 4th in April 2013. In April 2013 the first three are Birch, Cedar and Dogwood."
        )
    }

    @Test func `holes, arithmetic and seams are told`() {
        var data = ChartData(
            grain: .month, series: [series("a", "Alder", [1, nil, 1]), series("b", "Birch", [2, 2, nil])],
            breaks: [Break(month(3), label: "the list is shorter")], noun: Noun("tree", "trees"))
        data.series[1].points[1].rank?.kind = .derived
        #expect(
            Chart(ChartSpecification(name: "c", type: .rank, title: "t"), data).summary
                == "Rank chart of 2 trees, January 2013 to March 2013, 3 months. Where the first place is known, Alder is first throughout. 4 of 6 places have a rank; 1 rank follows by arithmetic. From March 2013: the list is shorter."
        )
    }

    @Test func `a leaderboard tells first, next, last and the largest climb`() {
        var specification = ChartSpecification(name: "c", type: .bar, title: "t")
        specification.unit = "Mbps"
        #expect(
            Chart(specification, Sample.data(5, 6)).summary.hasPrefix(
                "Leaderboard of 5 providers in April 2013. Alder Fibre leads with "))
    }

    @Test(arguments: GoldenChart.all)
    func `no summary is longer than 600 characters, and none is empty`(golden: GoldenChart) {
        let summary = golden.chart.summary
        #expect(!summary.isEmpty && summary.count <= 600)
    }

    @Test func `the table holds the same rows, by the last rank`() {
        let data = ChartData(
            grain: .month, series: [series("a", "Alder", [1, 2]), series("b", "Birch", [nil, 1])],
            noun: Noun("tree", "trees"))
        let table = Chart(ChartSpecification(name: "c", type: .rank, title: "Trees & <ranks>"), data).table
        #expect(table.columns == ["Tree", "Jan 2013", "Feb 2013"])
        #expect(table.rows.map(\.header) == ["Birch", "Alder"])
        #expect(table.rows.map { $0.cells.map(\.text) } == [["–", "1"], ["1", "2"]])
        #expect(
            String(decoding: table.html, as: UTF8.self).hasPrefix(
                "<table class=\"sg-table\"><caption>Trees &amp; &lt;ranks&gt;</caption>"))
    }

    @Test(arguments: [
        (1.0, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (21, "21st"), (112, "112th"), (2.5, "2.5th"),
    ])
    func `places are ordinals`(place: Double, text: String) {
        let data = ChartData(
            grain: .month, series: [Series(id: "a", name: "A", points: [Point(Period(1), rank: Rank(place))])]
        )
        var specification = ChartSpecification(name: "c", type: .rank, title: "t")
        specification.highlight = ["a"]
        specification.rank.method = .fractional
        #expect(Chart(specification, data).summary.contains("A is \(text) in"))
    }
}
