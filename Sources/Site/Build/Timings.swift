import Synchronization

/// How long the stages of a build took, and each of its pages; nothing that is published depends on it.
package final class Timings: Sendable {
    private struct Notes {
        var last: ContinuousClock.Instant
        var stages: [(name: String, time: Duration)] = []
        var pages: [(address: String, time: Duration)] = []
        var remarks: [String] = []
        var reasons: [(address: String, reason: String)] = []
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
            let pages = notes.pages.isEmpty ? [] : ["\(grouped(notes.pages.count)) pages"]
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

    /// A line of its own, such as what was found in the cache.
    func remark(_ line: String) { notes.withLock { $0.remarks.append(line) } }

    /// Why a page was made anew although an earlier build had it.
    func reason(_ address: SiteAddress, _ reason: String) {
        notes.withLock { $0.reasons.append((address.text, reason)) }
    }

    func page<Result>(_ address: SiteAddress, _ body: () -> Result) -> Result {
        let start = clock.now
        let result = body()
        let time = clock.now - start
        notes.withLock { $0.pages.append((address.text, time)) }
        watcher? { progress }
        return result
    }

    /// A line for each stage, then the ten slowest pages.
    package var lines: [String] {
        let (stages, pages, remarks) = notes.withLock { ($0.stages, $0.pages, $0.remarks) }
        let slowest = pages.sorted { ($1.time, $0.address) < ($0.time, $1.address) }.prefix(10)
        return stages.map { Self.line($0.name, $0.time) } + remarks
            + (slowest.isEmpty ? [] : ["slowest pages"])
            + slowest.map { "  " + Self.line($0.address, $0.time) }
    }

    /// `parse                   12.3 ms`
    private static func line(_ name: String, _ time: Duration) -> String {
        let tenths = Int(time / .microseconds(100))
        let number = "\(tenths / 10).\(tenths % 10) ms"
        let blank = String(repeating: " ", count: max(1, 44 - name.count - number.count))
        return name + blank + number
    }
}
