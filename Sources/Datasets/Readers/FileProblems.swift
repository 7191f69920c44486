import Diagnostics

/// The problems of one data file: the first fifty in full, the rest as a number.
struct FileProblems {
    let path: String
    private(set) var kept: [Diagnostic] = []
    private(set) var count = 0

    init(path: String) { self.path = path }

    var isEmpty: Bool { count == 0 }
    var hasErrors: Bool { count > kept.count || kept.hasErrors }

    /// The problem is made only where it is kept.
    mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) {
        count += 1
        if kept.count < ReadingLimits.problems { kept.append(diagnostic()) }
    }

    func report(to diagnostics: inout [Diagnostic]) {
        diagnostics += kept
        guard count > kept.count else { return }
        let more = count - kept.count
        diagnostics.append(
            Diagnostic(
                "more-problems", at: SourceLocation(path: path),
                "and \(more) more \(more == 1 ? "problem" : "problems") in this file"))
    }
}

extension [UInt8] {
    /// The line that holds the byte at `offset`, and where it begins.
    func line(around offset: Int) -> (text: String, start: Int) {
        var start = Swift.min(offset, count)
        while start > 0, self[start - 1] != 0x0A, self[start - 1] != 0x0D { start -= 1 }
        var end = Swift.min(offset, count)
        while end < count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
        return (String(decoding: self[start..<end], as: UTF8.self), start)
    }
}
