import Testing

@testable import Charts

@Suite struct ScaleTests {
    @Test(arguments: [
        (0.0...1.0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]), (3...7, 4, [3, 4, 5, 6, 7]),
        (0...97, 5, [0, 20, 40, 60, 80]),
        (-3...4, 3, [-2, 0, 2, 4]), (0.05...0.3, 5, [0.05, 0.1, 0.15, 0.2, 0.25, 0.3]),
        (3.0000000000000004...4, 5, [3, 3.2, 3.4, 3.6, 3.8, 4]), (1e6...2e6, 2, [1e6, 1.5e6, 2e6]),
    ])
    func `ticks are round numbers`(domain: ClosedRange<Double>, count: Int, expected: [Double]) {
        #expect(ValueTickMarks(domain, about: count).values == expected)
    }

    @Test(arguments: [
        (
            Grain.month, "2012-11", "2015-02", 62.0,
            ["Jan 2013", "Apr", "Jul", "Oct", "Jan 2014", "Apr", "Jul", "Oct", "Jan 2015"]
        ),
        (
            .month, "2012-11", "2018-02", 62,
            [
                "Jan 2013", "Jul", "Jan 2014", "Jul", "Jan 2015", "Jul", "Jan 2016", "Jul", "Jan 2017", "Jul",
                "Jan 2018",
            ]
        ),
        (.month, "2012-11", "2015-02", 200, ["2013", "2014", "2015"]),
        (.month, "2014-03", "2014-03", 62, ["Mar 2014"]),
        (.year, "1990", "2020", 100, ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]),
        (.day, "2014-01-01", "2014-03-31", 100, ["1 Jan 2014", "1 Feb", "1 Mar"]),
        (.day, "2014-01-01", "2014-01-31", 100, ["6 Jan 2014", "13 Jan", "20 Jan", "27 Jan"]),
    ])
    func `periods are named at round intervals, the year where it changes`(
        grain: Grain, from: String, to: String, apart: Double, expected: [String]
    ) throws {
        let (first, last) = (try #require(grain.period(from)).ordinal, try #require(grain.period(to)).ordinal)
        let scale = PeriodScale(
            Array(first...last), domain: first...last, kind: .temporal, left: 0, right: 800)
        let data = ChartData(grain: grain, series: [])
        #expect(PeriodTickMarks(.auto, scale, data, apart: apart).marks.map(\.label) == expected)
    }

    @Test(arguments: [
        (EventDate.day(year: 2014, month: 2, day: 23), 24_169.0 + 22.5 / 28 - 0.5, 24_169 + 22.5 / 28 - 0.5),
        (.month(year: 2014, month: 2), 24_168.5, 24_169.5), (.year(2014), 24_167.5, 24_179.5),
    ])
    func `a date is no more precise on the axis than it was`(date: EventDate, from: Double, to: Double) throws
    {
        let moments = try #require(Grain.month.moments(of: date))
        #expect((moments.lowerBound - from).magnitude < 1e-9 && (moments.upperBound - to).magnitude < 1e-9)
    }

    @Test func `equal values make a level line`() {
        let scale = LinearScale(3...3, start: 100, end: 0)
        #expect(scale.position(3) == 50)
        #expect(LinearScale(-1e308...1e308, start: 100, end: 0).position(0) == 50)
    }

    @Test func `a template names rank, name and value only`() {
        #expect(LabelTemplate("{rank}. {name}")?.parts == [.rank, .literal(". "), .name])
        #expect(LabelTemplate("{rang}") == nil)
        #expect(LabelTemplate("{name") == nil)
        #expect(LabelTemplate("a } b") == nil)
    }
}
