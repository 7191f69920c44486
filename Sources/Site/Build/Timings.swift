import Synchronization

/// How long the stages of a build took, and each of its parts; nothing that is published depends on it.
package final class Timings: Sendable {
    /// What is timed one by one, while others of its kind may be made at the same time.
    enum Part: CaseIterable {
        case page, figure
        /// A list of `Content/queries/`, or all facts and claims of one text.
        case query

        fileprivate var title: String {
            switch self {
            case .page: "slowest pages"
            case .figure: "slowest charts and tables"
            case .query: "slowest queries, by list or text"
            }
        }
    }

    private struct Notes {
        var last: ContinuousClock.Instant
        var stages: [(name: String, time: Duration)] = []
        var parts: [Part: [(name: String, time: Duration)]] = [:]
        var remarks: [String] = []
        /// How many pages were taken over from an earlier build, and why others were made, by address.
        var tookOver = 0
        var made: [String: RenderReason] = [:]
    }

    private let notes: Mutex<Notes>
    private let clock = ContinuousClock()
    private let watcher: Watcher?

    /// Is told, again and again, how far the build has come, in words that it may ask for.
    package typealias Watcher = @Sendable (() -> String) -> Void

    package init(watchedBy watcher: Watcher? = nil) {
        notes = Mutex(Notes(last: ContinuousClock.now))
        self.watcher = watcher
    }

    /// `read · parse · load data · resolve · 120 pages`
    private var progress: String {
        notes.withLock { notes in
            let pages = notes.parts[.page].map { ["\(grouped($0.count)) pages"] } ?? []
            return (notes.stages.map(\.name) + pages).joined(separator: " · ")
        }
    }

    /// Ends a stage: the time since the end of the one before is its own.
    func end(_ stage: String) {
        let now = clock.now
        notes.withLock { notes in
            notes.stages.append((stage, now - notes.last))
            notes.last = now
        }
        watcher? { progress }
    }

    /// For stages that run beside others, and are told after them.
    var beside: Timings { Timings() }

    /// Takes over stages that ran beside others; what is left of them to wait for is no stage of its own.
    func take(_ stages: Timings) {
        let taken = stages.notes.withLock(\.stages)
        let now = clock.now
        notes.withLock { notes in
            notes.stages += taken
            notes.last = now
        }
        watcher? { progress }
    }

    /// A line of its own, such as what was found in the cache.
    func remark(_ line: String) { notes.withLock { $0.remarks.append(line) } }

    func tookOver() { notes.withLock { $0.tookOver += 1 } }

    func made(_ page: String, because reason: RenderReason) { notes.withLock { $0.made[page] = reason } }

    func measure<Result>(_ part: Part, _ name: String, _ body: () -> Result) -> Result {
        let start = clock.now
        let result = body()
        let time = clock.now - start
        notes.withLock { $0.parts[part, default: []].append((name, time)) }
        if part == .page { watcher? { progress } }
        return result
    }

    /// Parts that took less are not worth a line.
    private static let least = Duration.microseconds(100)

    /// What was taken over, and why the first ten of the other pages were made.
    private static func reuse(_ notes: Notes) -> [String] {
        let count = notes.tookOver + notes.made.count
        guard count > 0 else { return [] }
        let line = "pages taken over from the last build: \(grouped(notes.tookOver)) of \(grouped(count))"
        guard notes.tookOver > 0 else { return [line] }
        let made = notes.made.sorted { $0.key < $1.key }
        let told = made.prefix(10).map { page, reason in "  \(page) is made anew: \(reason.words)" }
        return [line] + told + (made.count > 10 ? ["  and \(grouped(made.count - 10)) more"] : [])
    }

    /// A line for each stage, what was taken over, then the ten slowest pages, charts and queries.
    package var lines: [String] {
        let (notes, parts) = notes.withLock { ($0, $0.parts) }
        let slowest = Part.allCases.flatMap { part in
            let told = (parts[part] ?? []).filter { $0.time >= Self.least }
            let lines = told.sorted { ($1.time, $0.name) < ($0.time, $1.name) }.prefix(10)
                .map { "  " + Self.line($0.name, $0.time) }
            return lines.isEmpty ? [] : [part.title] + lines
        }
        return notes.stages.map { Self.line($0.name, $0.time) } + notes.remarks + Self.reuse(notes) + slowest
    }

    /// `parse                   12.3 ms`
    private static func line(_ name: String, _ time: Duration) -> String {
        let tenths = Int(time / .microseconds(100))
        let number = "\(tenths / 10).\(tenths % 10) ms"
        let blank = String(repeating: " ", count: max(1, 44 - name.count - number.count))
        return name + blank + number
    }
}
