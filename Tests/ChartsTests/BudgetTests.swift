import Charts
import Foundation
import Testing

/// The comparison's data: 17 entities over 28 months, from `../shared/fixtures` beside the project.
enum Fixture {
    static let rows: String? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try? String(
            contentsOf: root.appending(path: "shared/fixtures/rank-17x28.csv"), encoding: .utf8)
    }()

    static var isMissing: Bool { rows == nil }

    static var data: ChartData {
        var order: [String] = []
        var points: [String: [Point]] = [:]
        for (line, text) in (rows ?? "").split(separator: "\n").dropFirst().enumerated() {
            let cells = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4, let period = Grain.month.period(cells[1]) else { continue }
            if points[cells[0]] == nil { order.append(cells[0]) }
            points[cells[0], default: []].append(
                Point(
                    period, value: Double(cells[2]), text: cells[2], rank: Double(cells[3]).map { Rank($0) },
                    row: line + 2))
        }
        return ChartData(
            grain: .month,
            series: order.enumerated().map { Series(id: "e\($0)", name: $1, points: points[$1] ?? []) },
            events: [
                Event(id: "a", title: "Open Connect offer", start: .day(year: 2013, month: 6, day: 4)),
                Event(id: "b", title: "Interconnection deal A", start: .day(year: 2014, month: 2, day: 23)),
                Event(id: "c", title: "Interconnection deal B", start: .day(year: 2014, month: 4, day: 28)),
            ], noun: Noun("ISP", "ISPs"))
    }
}

@Suite(.disabled(if: Fixture.isMissing, "the folder of fixtures is not there")) struct BudgetTests {
    private static func specification(
        _ type: ChartType, _ change: (inout ChartSpecification) -> Void = { _ in }
    ) -> ChartSpecification {
        var specification = ChartSpecification(name: "isp", type: type, title: "Rank by month")
        change(&specification)
        return specification
    }

    @Test(arguments: [
        (specification(.rank), Layout.wide, 24_000, 6_000),
        (specification(.rank) { $0.tooltips = .points }, .wide, 64_000, 9_000),
        (specification(.rank), .small, 15_000, 4_000),
        (specification(.line), .wide, 18_000, 5_000),
        (specification(.bar), .wide, 8_000, 3_000),
        (specification(.slope), .wide, 6_000, 2_000),
        (specification(.rankHeatmap), .wide, 22_000, 5_000),
    ])
    func `a chart keeps within its bytes`(
        specification: ChartSpecification, layout: Layout, most: Int, packed: Int
    ) throws {
        let picture = Chart(specification, Fixture.data).svg(layout)
        #expect(picture.count <= most)
        let size = try gzipped(picture)
        #expect(size <= packed)
    }

    @Test func `an effect chart of five lines and 19 periods keeps within 10 kB and 3 kB packed`() throws {
        var data = Fixture.data
        data.events = (0..<5).map { number in
            Event(
                id: "\(number)", title: "Agreement \(number)",
                start: .day(year: 2013, month: 8 + number / 2, day: 5), entities: ["e\(number)"])
        }
        let chart = Chart(Self.specification(.effect), data)
        let picture = chart.svg(.wide)
        #expect(chart.boxes(.wide).count { $0.role == .label } == 5)
        #expect(picture.count <= 10_000)
        let size = try gzipped(picture)
        #expect(size <= 3_000)
    }

    @Test func `a sparkline of 28 points keeps within 450 bytes`() {
        let values = Fixture.data.series[0].points.map(\.value)
        #expect(Sparkline(values, slot: 0).svg.count <= 450)
    }

    @Test func `a timeline of 30 events keeps within 9 kB`() {
        var data = ChartData(grain: .month, series: [])
        for number in 0..<30 {
            data.events.append(
                Event(
                    id: "\(number)", title: "What happened on day \(number)",
                    start: .day(year: 2013 + number / 12, month: number % 12 + 1, day: 5),
                    kind: ["a", "b", "c"][number % 3]))
        }
        let picture = Chart(Self.specification(.timeline), data).svg(.wide)
        #expect(picture.count <= 9_000)
    }

    @Test func `the same chart is the same bytes twice`() {
        let specification = Self.specification(.rank)
        #expect(
            Chart(specification, Fixture.data).svg(.wide) == Chart(specification, Fixture.data).svg(.wide))
    }

    /// Size of the bytes packed by `gzip -9`.
    private func gzipped(_ bytes: [UInt8]) throws -> Int {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-9", "-c"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        return try output.fileHandleForReading.readToEnd()?.count ?? 0
    }
}
