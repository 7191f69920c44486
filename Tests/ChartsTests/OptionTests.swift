import Charts
import Testing

@Suite struct OptionTests {
    private static func specification(
        _ type: ChartType, _ change: (inout ChartSpecification) -> Void
    ) -> ChartSpecification {
        var specification = ChartSpecification(name: "chart", type: type, title: "A title")
        change(&specification)
        return specification
    }

    private func problems(_ specification: ChartSpecification, _ data: ChartData = Sample.data(5, 8))
        -> [String]
    {
        Chart(specification, data).problems.map { "\($0.severity.rawValue) \($0.code): \($0.message)" }
    }

    // MARK: Ranks from values

    /// Three trees in one year, 3, 3 and 2 metres high; the second is older.
    private static let tied: ChartData = {
        let series = [("ash", "3", 2.0), ("beech", "3", 1), ("cedar", "2", 3)].map { id, metres, age in
            Series(
                id: id, name: id,
                points: [Point(Period(2014), value: Double(metres), text: metres, tieBreak: age)])
        }
        return ChartData(
            grain: .year, series: series, ties: [Tie(Period(2014), entities: ["ash", "beech"])])
    }()

    @Test(arguments: [
        (RankOptions.Method.competition, ["ash 1", "beech 1", "cedar 3"]),
        (.dense, ["ash 1", "beech 1", "cedar 2"]),
        (.ordinal, ["beech 1", "ash 2", "cedar 3"]),
        (.fractional, ["ash 1.5", "beech 1.5", "cedar 3"]),
    ])
    func `equal values share ranks as the method says`(method: RankOptions.Method, ranks: [String]) {
        let specification = Self.specification(.rank) {
            $0.rank.from = .value
            $0.rank.method = method
        }
        let table = Chart(specification, Self.tied).table
        #expect(
            Set(table.rows.map { "\($0.header) \($0.cells[0].text)" }) == Set(ranks.map { $0 + " (counted)" })
        )
    }

    @Test func `the least value is first where that is asked for`() {
        let specification = Self.specification(.rank) {
            $0.rank.from = .value
            $0.rank.order = .ascending
        }
        let table = Chart(specification, Self.tied).table
        #expect(table.rows.first?.header == "cedar")
        #expect(table.rows.first?.cells.first?.text == "1 (counted)")
    }

    @Test func `values nearer than the tolerance are equal`() {
        var data = Sample.data(2, 1)
        data.series[0].points[0].value = 2
        data.series[0].points[0].text = "2.00"
        data.series[1].points[0].value = 2.04
        data.series[1].points[0].text = "2.04"
        let strict = Self.specification(.rank) { _ in }
        let loose = Self.specification(.rank) { $0.rank.tolerance = 0.05 }
        #expect(problems(strict, data).contains { $0.hasPrefix("error rank-contradicts-values") })
        #expect(!problems(loose, data).contains { $0.hasPrefix("error rank-contradicts-values") })
    }

    // MARK: Axes

    @Test(arguments: [
        (ValueTicks.every(0.5), ["2.5", "3.0", "3.5", "4.0"]), (.list([3, 4]), ["3", "4"]),
        (.every(1), ["2", "3", "4"]),
    ])
    func `values are named where the ticks say`(ticks: ValueTicks, words: [String]) {
        let chart = Chart(
            Self.specification(.line) {
                $0.y.ticks = ticks
                $0.y.domain = 2.5...4
                if case .every(1) = ticks { $0.y.domain = 2...4 }
            }, Sample.data(5, 8))
        let ticks = chart.boxes(.wide).filter { $0.role == .tick && Double($0.text) != nil && $0.x < 40 }
        #expect(ticks.map(\.text).sorted() == words)
    }

    @Test(arguments: [
        (ValueTicks.list([1, 5, 10]), ["1", "5", "10"]), (.every(4), ["1", "4", "8", "12"]),
        (.every(5), ["1", "5", "10", "12"]),
    ])
    func `ranks are named where the ticks say`(ticks: ValueTicks, words: [String]) {
        let chart = Chart(Self.specification(.rank) { $0.y.ticks = ticks }, Sample.data(12, 8))
        let boxes = chart.boxes(.wide)
        let marks = boxes.filter { $0.role == .tick && Int($0.text) != nil }
        #expect(marks.map(\.text) == words)
        for mark in marks { #expect(!boxes.contains { $0.role == .label && $0.overlaps(mark) }) }
    }

    @Test func `ranks are named by themselves where the names of lines tell only a few`() {
        let chart = Chart(
            Self.specification(.rank) {
                $0.labels.start = nil
                $0.highlight = []
            },
            {
                var data = Sample.data(12, 8)
                data.series = [data.series[4]]
                return data
            }())
        #expect(chart.boxes(.small).contains { $0.role == .tick && $0.text == "1" })
    }

    @Test(arguments: [ValueTicks.every(0.001), .list((0...100).map(Double.init))])
    func `more ticks than an axis can show are refused`(ticks: ValueTicks) {
        let codes = Chart(Self.specification(.line) { $0.y.ticks = ticks }, Sample.data(5, 8)).problems.map(
            \.code)
        #expect(codes == ["too-many-ticks"])
    }

    @Test func `a bar begins at zero and a dot need not`() {
        var specification = Self.specification(.bar) { $0.y.domain = 2...5 }
        #expect(problems(specification).contains { $0.hasPrefix("error bar-without-zero") })
        specification.bar.style = .dot
        #expect(problems(specification) == [])
    }

    // MARK: What a type has no use for

    @Test(arguments: [
        specification(.rankHeatmap) { $0.curve = .linear }, specification(.bar) { $0.curve = .linear },
        specification(.rank) { $0.y.domain = 1...5 }, specification(.rank) { $0.y.zero = true },
        specification(.rank) { $0.baseline = Baseline(2) }, specification(.line) { $0.ties = .overlap },
        specification(.line) { $0.rank.top = 3 }, specification(.bar) { $0.gaps.bridge = 4 },
        specification(.slope) { $0.nodes = .none }, specification(.rankHeatmap) { $0.labels.max = 3 },
        specification(.line) { $0.effect.before = 2 }, specification(.line) { $0.measure = .rank },
    ])
    func `an option without effect is said`(specification: ChartSpecification) {
        let codes = Chart(specification, Sample.data(5, 8)).problems.map(\.code)
        #expect(codes.contains("idle-option"))
        // It is true: the picture is the same without it.
        var plain = ChartSpecification(name: "chart", type: specification.type, title: "A title")
        plain.color = specification.color
        let data = Sample.data(5, 8)
        #expect(Chart(specification, data).svg(.wide) == Chart(plain, data).svg(.wide))
    }

    @Test(arguments: [
        specification(.line) { $0.y.ticks = .every(0.25) }, specification(.line) { $0.y.domain = 0...8 },
        specification(.line) { $0.y.zero = true }, specification(.line) { $0.y.format = .decimals(3) },
        specification(.line) { $0.baseline = Baseline(3) }, specification(.line) { $0.unit = "Mbps" },
        specification(.effect) { $0.effect.before = 2 }, specification(.effect) { $0.effect.after = 2 },
        specification(.effect) { $0.measure = .rank }, specification(.effect) { $0.y.domain = 0...9 },
        specification(.slope) { $0.measure = .rank }, specification(.slope) { $0.y.domain = 0...9 },
        specification(.bar) { $0.y.domain = 0...9 }, specification(.bar) { $0.bar.style = .dot },
        specification(.rank) { $0.y.ticks = .list([1, 3]) },
    ])
    func `an option of its type changes the picture`(specification: ChartSpecification) {
        let data = Sample.withEvents(Sample.data())
        let plain = ChartSpecification(name: "chart", type: specification.type, title: "A title")
        #expect(Chart(specification, data).svg(.wide) != Chart(plain, data).svg(.wide))
    }

    @Test(arguments: [GapOptions.Style.none, .line])
    func `holes are drawn as the style says`(style: GapOptions.Style) {
        let plain = Chart(Self.specification(.line) { _ in }, Sample.patchy())
        let changed = Chart(Self.specification(.line) { $0.gaps.style = style }, Sample.patchy())
        #expect(plain.svg(.wide) != changed.svg(.wide))
    }

    @Test func `a hole longer than the bridge stays a hole`() {
        let short = Chart(Self.specification(.rank) { $0.gaps.bridge = 0 }, Sample.patchy())
        #expect(!String(decoding: short.svg(.wide), as: UTF8.self).contains("sg-gap"))
    }
}
