/// The part of a file that a `Range` header asks for.
enum ByteRange: Sendable, Hashable {
    /// No range, or one of a kind that a server may pass over: the whole file.
    case whole
    case part(Range<Int>)
    /// A range that the file does not have.
    case unsatisfiable

    /// - Parameters:
    ///   - header: as RFC 9110 has it: `bytes=0-99`, `bytes=100-`, `bytes=-5`; several ranges are passed over
    ///   - count: of the file, in bytes
    init(_ header: String?, of count: Int) {
        guard let header, header.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let text = header.dropFirst("bytes=".count)
        guard !text.contains(",") else {
            self = .whole
            return
        }
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .unsatisfiable
            return
        }
        self = Self.part(first: ends[0], last: ends[1], of: count)
    }

    private static func part(first: Substring, last: Substring, of count: Int) -> ByteRange {
        if first.isEmpty {
            guard let length = number(last), length > 0, count > 0 else { return .unsatisfiable }
            return .part(max(0, count - length)..<count)
        }
        guard let start = number(first), start < count else { return .unsatisfiable }
        guard !last.isEmpty else { return .part(start..<count) }
        guard let end = number(last), end >= start else { return .unsatisfiable }
        return .part(start..<min(end, count - 1) + 1)
    }

    /// Digits only; a number too large for the machine is as good as the largest.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text) ?? Int.max
    }
}
