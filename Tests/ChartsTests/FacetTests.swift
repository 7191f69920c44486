import Testing

@testable import Charts

@Suite struct FacetTests {
    @Test(arguments: ChartType.allCases)
    func `any chart can be drawn as small multiples`(type: ChartType) {
        var specification = ChartSpecification(name: "c", type: type, title: "t")
        specification.facet = .entity
        let chart = Chart(specification, Sample.withEvents(Sample.data(4, 20)))
        #expect(!chart.problems.hasErrors)
        let titles = chart.boxes(.wide).filter { $0.role == .title }
        #expect(titles.count == (type == .effect || type == .timeline ? 2 : 4))
    }

    @Test func `panels need a column that tells them apart`() {
        var specification = ChartSpecification(name: "c", type: .line, title: "t")
        specification.facet = .panel
        #expect(Chart(specification, Sample.data()).problems.map(\.code) == ["no-facets"])
    }

    @Test func `the table of a slope has the columns of its picture`() {
        let table = Chart(ChartSpecification(name: "c", type: .slope, title: "t"), Sample.data(3, 5)).table
        #expect(table.columns == ["Provider", "Nov 2012", "Mar 2013"])
        #expect(table.rows.allSatisfy { $0.cells.count == 2 })
    }

    @Test func `equal values are ordered by the tie break`() {
        let points: (Double) -> [Point] = { [Point(Period(1), value: 5, tieBreak: $0)] }
        let data = ChartData(
            grain: .ordinal,
            series: [
                Series(id: "a", name: "A", points: points(2)), Series(id: "b", name: "B", points: points(1)),
            ])
        var specification = ChartSpecification(name: "c", type: .rank, title: "t")
        specification.rank.from = .value
        specification.rank.method = .ordinal
        #expect(Chart(specification, data).table.rows.map(\.header) == ["B", "A"])
    }

    @Test func `no rank is counted for a period of which the list is not known`() {
        var data = Sample.data(3, 2)
        data.lists = [ListedPeriod(Sample.month("2012-11"), members: ["e1", "e2", "e3"])]
        var specification = ChartSpecification(name: "c", type: .rank, title: "t")
        specification.rank.from = .value
        let table = Chart(specification, data).table
        #expect(table.rows.allSatisfy { $0.cells[0].text.hasSuffix("(counted)") && $0.cells[1].text == "–" })
    }
}
