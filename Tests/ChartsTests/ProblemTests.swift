import Charts
import Testing

@Suite struct ProblemTests {
    /// The codes of all problems of a chart whose specification or data were changed.
    private func codes(
        _ type: ChartType = .rank, _ data: ChartData = Sample.data(5, 8),
        _ change: (inout ChartSpecification, inout ChartData) -> Void
    ) -> [String] {
        var specification = ChartSpecification(name: "chart", type: type, title: "A title")
        var data = data
        change(&specification, &data)
        return Chart(specification, data).problems.map { "\($0.severity.rawValue) \($0.code)" }
    }

    @Test func `a sound chart has no problem`() {
        #expect(codes { _, _ in } == [])
    }

    @Test func `what is wrong with a specification is said`() {
        #expect(codes { chart, _ in chart.title = " " } == ["error untitled-chart"])
        #expect(codes { chart, _ in chart.name = "two words" } == ["error chart-name"])
        #expect(codes { chart, _ in chart.highlight = ["e11"] } == ["error unknown-entity"])
        #expect(codes { chart, _ in chart.rank.top = 0 }.first == "error option-range")
        #expect(
            codes { chart, _ in chart.size = .pixels(width: 400, height: 120) }.contains(
                "error labels-do-not-fit") == false)
        #expect(
            codes(.rank, Sample.data(20, 8)) { chart, _ in chart.size = .pixels(width: 400, height: 200) }
                .last == "error labels-do-not-fit")
        #expect(
            codes { chart, _ in
                chart.from = Sample.month("2014-01")
                chart.to = Sample.month("2013-01")
            }.first == "error window-reversed")
    }

    @Test func `a misspelt entity gets a suggestion`() {
        var specification = ChartSpecification(name: "chart", type: .rank, title: "A title")
        specification.highlight = ["comcst"]
        let data = ChartData(
            grain: .month,
            series: [Series(id: "comcast", name: "Comcast", points: [Point(Period(24_000), rank: Rank(1))])])
        #expect(Chart(specification, data).problems.first?.help == "did you mean 'comcast'?")
    }

    @Test func `what is wrong with rows is said, with the row`() {
        #expect(
            codes { _, data in data.series[1].points[2].value = .infinity }.first == "error value-not-finite")
        #expect(
            codes { _, data in data.series[1].points[2].rank = Rank(1.5) }.contains("error rank-not-a-place"))
        #expect(
            codes { _, data in data.series[1].points[2].rank = Rank(0) }.contains("error rank-not-a-place"))
        #expect(
            codes { _, data in data.series[1].points[2].rank = Rank(-1) }.contains("error rank-not-a-place"))
        #expect(
            codes { _, data in data.series[1].points[2].rank = Rank(1e9) }.contains("error rank-not-a-place"))
        #expect(
            codes { _, data in data.series[1].points.append(data.series[1].points[0]) } == [
                "error duplicate-row"
            ])
        #expect(
            codes { _, data in data.lists = [ListedPeriod(Sample.month("2012-11"), size: 3)] }
                == ["error rank-beyond-list", "error rank-beyond-list"])
        var data = Sample.data(5, 8)
        data.series[1].points.append(data.series[1].points[0])
        let problem = Chart(ChartSpecification(name: "chart", type: .rank, title: "t"), data).problems.first
        #expect(problem?.subject == .rows([3, 3]))
    }

    @Test func `a shared rank is a mistake unless it is declared`() {
        let share: (inout ChartData) -> Void = { data in
            data.series[2].points[0].rank = Rank(2)
            data.series[2].points[0].value = data.series[1].points[0].value
        }
        #expect(codes { _, data in share(&data) } == ["error undeclared-tie"])
        #expect(
            codes { _, data in
                share(&data)
                data.ties = [Tie(Sample.month("2012-11"), entities: ["e2", "e3"])]
            } == [])
    }

    @Test func `after a tie of two a place stays empty`() {
        let codes = codes { _, data in
            data.series[1].points[0].rank = Rank(2)
            data.series[2].points[0].rank = Rank(2)
            data.series[2].points[0].value = data.series[1].points[0].value
            data.series[3].points[0].rank = Rank(3)
            data.series[4].points[0].rank = Rank(4)
            data.ties = [Tie(Sample.month("2012-11"), entities: ["e2", "e3"])]
        }
        #expect(codes == ["error ranks-after-tie"])
    }

    @Test func `ranks must not contradict the values as printed`() {
        #expect(
            codes { _, data in
                data.series[0].points[0].value = 1
                data.series[0].points[0].text = "1.00"
            } == ["error rank-contradicts-values"])
        #expect(
            codes { _, data in data.series[0].points[0].value = data.series[1].points[0].value }
                == ["warning equal-values"])
    }

    @Test func `a rank is never made up`() {
        let strip: (inout ChartData) -> Void = { data in
            for entity in data.series.indices {
                for index in data.series[entity].points.indices {
                    data.series[entity].points[index].rank = nil
                }
            }
        }
        #expect(codes { _, data in strip(&data) } == ["error no-ranks"])
        let members = (1...6).map { "e\($0)" }
        #expect(
            codes { chart, data in
                strip(&data)
                chart.rank.from = .value
                data.lists = (0..<8).map {
                    ListedPeriod(Period(Sample.month("2012-11").ordinal + $0), members: members)
                }
            }.contains("error rank-from-partial-period"))
        #expect(
            codes { chart, data in
                strip(&data)
                chart.rank.from = .value
            } == [])
    }

    @Test func `what makes a chart hard to read is a warning`() {
        #expect(codes(.rank, Sample.data(26, 4)) { _, _ in }.last == "warning many-rows")
        #expect(codes { _, data in data.series[4].points.removeLast(7) } == ["warning single-point"])
        #expect(
            codes { _, data in
                for entity in 1..<5 { data.series[entity].points.removeSubrange(1..<7) }
            } == ["warning sparse-ranks"])
        #expect(
            codes { _, data in data.events = [Event(id: "a", title: "A", start: .year(1999))] } == [
                "warning events-outside"
            ])
        #expect(
            codes { chart, _ in
                chart.highlight = ["e2"]
                chart.description = "About nobody in particular."
            } == ["warning description-omits"])
    }

    @Test func `no line crosses a break`() {
        #expect(
            codes(.line) { chart, data in
                chart.gaps.style = .line
                data.series[0].points.remove(at: 3)
                data.breaks = [Break(Sample.month("2013-02"), label: "New method")]
            } == ["error line-across-break"])
    }

    @Test func `colours that cannot be read are refused`() {
        let codes = codes { _, data in
            data.palette = .standard(adding: [Palette.Pair(light: Color(0xFFFF00), dark: Color(0xFFFF00))])
        }
        #expect(codes == ["error low-contrast"])
    }

    @Test(arguments: [(200, 0), (201, 1)])
    func `two hundred series are the most`(count: Int, problems: Int) {
        let data = ChartData(
            grain: .month,
            series: (0..<count).map {
                Series(id: "s\($0)", name: "S\($0)", points: [Point(Period(1), value: 1)])
            })
        let chart = Chart(ChartSpecification(name: "chart", type: .bar, title: "t"), data)
        #expect(chart.problems.count { $0.code == "too-many-series" } == problems)
    }
}
