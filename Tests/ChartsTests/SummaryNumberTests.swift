import Testing

@testable import Charts

/// What can be counted from the rows of a chart without anything that draws it.
private struct CountedRows {
    let data: ChartData
    let columns: [Period]
    let series: [Series]

    init(_ golden: GoldenChart) {
        let (from, to) = (golden.specification.from, golden.specification.to)
        data = golden.data
        series = data.series.map { series in
            var series = series
            series.points = series.points.filter { point in
                let ordinal = point.period.ordinal
                return ordinal >= from?.ordinal ?? ordinal && ordinal <= to?.ordinal ?? ordinal
            }
            return series
        }
        columns = Set(series.flatMap { $0.points.map(\.period) }).sorted { $0.ordinal < $1.ordinal }
    }

    var points: [Point] { series.flatMap(\.points) }
    var ranks: [Rank] { points.compactMap(\.rank) }

    /// From the first to the last period, holes and all.
    var span: Int { columns.isEmpty ? 0 : columns[columns.count - 1].ordinal - columns[0].ordinal + 1 }

    func point(_ name: Substring, _ period: Substring) -> Point? {
        series.first { $0.name == name }?.points.first { data.label($0.period, .long) == period }
    }
}

@Suite struct SummaryNumberTests {
    private static let ranked = GoldenChart.all.filter { golden in
        let options = golden.specification
        return [.rank, .rankHeatmap].contains(options.type) && options.rank.top == nil
            && options.rank.from != .value
            && golden.data.series.contains { $0.points.contains { $0.rank != nil } }
    }

    @Test(arguments: ranked)
    func `scope and completeness are counted from the rows`(golden: GoldenChart) throws {
        let summary = golden.chart.generatedSummary
        let rows = CountedRows(golden)
        let entities = rows.series.count { $0.points.contains { $0.rank != nil } }
        let scope = try #require(summary.firstMatch(of: /of (\d+) [^,.]+, [^,.]+[,.]/))
        #expect(Int(scope.1) == entities)
        if let periods = summary.firstMatch(of: /, (\d+) (?:months|quarters|years|days|steps)\./) {
            #expect(Int(periods.1) == rows.span)
        }
        let places = summary.firstMatch(of: /(\d+) of (\d+) places have a rank/)
        #expect((places == nil) == (rows.ranks.count == entities * rows.span), "\(summary)")
        if let places {
            #expect(Int(places.1) == rows.ranks.count && Int(places.2) == entities * rows.span)
        }
        if let derived = summary.firstMatch(of: /(\d+) ranks? follows? by arithmetic/) {
            #expect(Int(derived.1) == rows.ranks.count { $0.kind == .derived })
        }
        if let computed = summary.firstMatch(of: /(\d+) ranks? (?:is|are) counted from the values/) {
            #expect(Int(computed.1) == rows.ranks.count { $0.kind == .computed })
        }
    }

    @Test(arguments: ranked)
    func `moves and steps are those of the rows`(golden: GoldenChart) {
        let summary = golden.chart.generatedSummary
        let rows = CountedRows(golden)
        let moves =
            /(?:^|\. )([^.]+?) goes (up|down) from (?:shared )?(\d+)\w+ in ([^.]+?) to (?:shared )?(\d+)\w+ in ([^.]+?)\./
        var mover: Substring?
        for move in summary.matches(of: moves) {
            mover = mover ?? move.1
            let (start, end) = (
                rows.point(move.1, move.4)?.rank?.place, rows.point(move.1, move.6)?.rank?.place
            )
            #expect(start == Double(move.3) && end == Double(move.5), "\(move.0)")
            #expect((move.2 == "up") == ((end ?? 0) < (start ?? 0)))
        }
        let step =
            /largest step is (\w+) places (up|down), from (?:shared )?(\d+)\w+ to (?:shared )?(\d+)\w+ in ([^.]+)\./
        guard let found = summary.firstMatch(of: step), let from = Int(found.3), let to = Int(found.4),
            let mover, let points = rows.series.first(where: { $0.name == mover })?.points
        else { return }
        #expect(found.1 == NumberText.word(abs(from - to)) && (found.2 == "up") == (to < from))
        let isThere = zip(points, points.dropFirst()).contains { before, after in
            before.rank?.place == Double(from) && after.rank?.place == Double(to)
                && golden.data.label(after.period, .long) == found.5
        }
        #expect(isThere, "\(found.0)")
    }

    @Test(
        arguments: GoldenChart.all.filter {
            [.line, .slope, .bar, .sparkline].contains($0.specification.type)
        })
    func `values are those of the rows they are said of`(golden: GoldenChart) {
        let rows = CountedRows(golden)
        let summary = golden.chart.generatedSummary
        func isValue(_ text: Substring, _ name: Substring, _ period: Substring) -> Bool {
            guard let point = rows.point(name, period), let value = point.value else { return false }
            return point.text.map { $0 == text } ?? (Double(text.replacing("−", with: "-")) == value)
        }
        let moves =
            /(?:^|\. )([^.]+?) goes from ([−\d.e]+)(?: \w+)? in ([^.]+?) to ([−\d.e]+)(?: \w+)? in ([^.]+?)\./
        for move in summary.matches(of: moves) {
            #expect(isValue(move.2, move.1, move.3) && isValue(move.4, move.1, move.5), "\(move.0)")
        }
        let ends =
            /In ([^.]+?) the highest is ([^.]+?) with ([−\d.e]+)(?: \w+)?, the lowest ([^.]+?) with ([−\d.e]+?)(?: \w+)?\.(?: |$)/
        if let end = summary.firstMatch(of: ends) {
            #expect(isValue(end.3, end.2, end.1) && isValue(end.5, end.4, end.1), "\(end.0)")
            let last = rows.points.filter { golden.data.label($0.period, .long) == end.1 }.compactMap(\.value)
            #expect(
                rows.point(end.2, end.1)?.value == last.max() && rows.point(end.4, end.1)?.value == last.min()
            )
        }
        if let places = summary.firstMatch(of: /(\d+) of (\d+) places have a value/) {
            #expect(Int(places.1) == rows.points.count { $0.value != nil })
            #expect(Int(places.2) == rows.series.count * rows.span)
        }
    }
}
