/// The files that the lines of a text come from, where it was put together from several.
package struct LineOrigins: Sendable, Hashable {
    private struct Run: Hashable {
        /// The text's line with which the run begins, counted from 1.
        let start: Int
        let path: String
        /// The file's line that it is.
        let line: Int
    }

    /// In the order of the text.
    private var runs: [Run] = []

    package init() {}

    package var isEmpty: Bool { runs.isEmpty }

    /// The files, each once, in the order in which they first stand in the text.
    package var paths: [String] {
        var known: Set<String> = []
        return runs.map(\.path).filter { known.insert($0).inserted }
    }

    /// Says that the text's lines from `start` on are those of a file from `line` on.
    package mutating func begin(at start: Int, path: String, line: Int) {
        if let last = runs.last, last.start == start { runs.removeLast() }
        runs.append(Run(start: start, path: path, line: line))
    }

    /// The file and its line that a line of the text is.
    package func origin(of line: Int) -> (path: String, line: Int)? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start <= line { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let run = runs[low - 1]
        return (run.path, run.line + line - run.start)
    }

    /// The first line of the text that is the one of this place.
    func line(of location: SourceLocation) -> Int? {
        for (index, run) in runs.enumerated() where run.path == location.path && run.line <= location.line {
            let line = run.start + location.line - run.line
            if index + 1 == runs.count || line < runs[index + 1].start { return line }
        }
        return nil
    }
}
