import Charts
import Glibc

// Times the drawing of one chart for Tests/Benchmarks/charts/compare.py, which says what is compared.

/// Draws the chart of a CSV file (`entity,period,value,rank`) so many times, and prints what that took.
@main struct ChartBenchmark {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]), count > 0, let text = read(arguments[1])
        else {
            print("usage: chart-benchmark FILE.csv COUNT")
            exit(64)
        }
        let data = ChartData(grain: .month, series: series(text), noun: Noun("entity", "entities"))
        let specification = ChartSpecification(name: "benchmark", type: .rank, title: "Rank by month")
        let bytes = Chart(specification, data).svg(.wide).count
        for _ in 0..<50 { _ = Chart(specification, data).svg(.wide) }
        let memory = residentKilobytes
        var times: [Double] = []
        for _ in 0..<count {
            let start = ContinuousClock.now
            _ = Chart(specification, data).svg(.wide)
            let duration = (ContinuousClock.now - start).components
            times.append(Double(duration.seconds) * 1e3 + Double(duration.attoseconds) / 1e15)
        }
        times.sort()
        print(
            "{\"median_ms\": \(times[count / 2]), \"bytes\": \(bytes), \"resident_kb_before\": \(memory), "
                + "\"resident_kb_after\": \(residentKilobytes)}")
    }

    private static func series(_ text: String) -> [Series] {
        var order: [String] = []
        var points: [String: [Point]] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4, let period = Grain.month.period(cells[1]) else { continue }
            if points[cells[0]] == nil { order.append(cells[0]) }
            points[cells[0], default: []].append(
                Point(
                    period, value: Double(cells[2]), text: cells[2], rank: Double(cells[3]).map { Rank($0) }))
        }
        return order.enumerated().map { Series(id: "e\($0)", name: $1, points: points[$1] ?? []) }
    }

    /// From `/proc/self/statm`: pages in memory, of 4 kB.
    private static var residentKilobytes: Int {
        read("/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4 }
            ?? 0
    }

    private static func read(_ path: String) -> String? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = unsafe fgetc(file), byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
