import Diagnostics

/// Where the lines of a text begin, to turn many offsets into lines and columns.
struct LineIndex: Sendable {
    private let starts: [Int]

    /// A line ends at LF, CR LF or a lone CR.
    init(_ bytes: ArraySlice<UInt8>) {
        var starts = [bytes.startIndex]
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
            starts.append(index)
        }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// From 1, in bytes.
    func place(at offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - starts[low] + 1)
    }

    /// The offset at which a line begins, counted from 1; the last line's for numbers beyond.
    func start(ofLine line: Int) -> Int { starts[max(0, min(line, starts.count) - 1)] }
}
