/// Where the bytes of a text node come from: cmark has taken out the backslashes of escapes and put
/// characters in the place of entities, so that a byte of the text may stand for several of the file.
struct TextOrigins {
    private let place: Place
    /// Where the text begins in the bytes it is read from, where that is known.
    private let start: Int?
    /// For each byte of the text how far from the node's beginning it stands, where that differs.
    private var offsets: [Int]?
    private var escaped: Set<Int> = []
    /// How far from the node's beginning its last byte ends.
    private var end = 0

    /// - Parameter start: where the text begins in `bytes`; nil where that is not known.
    init(_ place: Place, literal: [UInt8], from start: Int?, in bytes: [UInt8]) {
        self.place = place
        self.start = start
        guard let start else { return }
        if Self.stands(literal.span, at: start, in: bytes.span) { return }
        align(literal, from: start, in: bytes)
    }

    private static func stands(_ literal: Span<UInt8>, at start: Int, in bytes: Span<UInt8>) -> Bool {
        guard start + literal.count <= bytes.count else { return false }
        for index in literal.indices where literal[index] != bytes[start + index] { return false }
        return true
    }

    private mutating func align(_ literal: [UInt8], from start: Int, in bytes: [UInt8]) {
        var result: [Int] = []
        result.reserveCapacity(literal.count)
        var source = start
        for (index, byte) in literal.enumerated() {
            if source < bytes.count, bytes[source] == UInt8(ascii: "\\"), source + 1 < bytes.count,
                bytes[source + 1] == byte, byte.isPunctuation
            {
                escaped.insert(index)
                result.append(source - start)
                source += 2
            } else if source < bytes.count, bytes[source] == byte,
                !isEntity(at: source, in: bytes, decodedAt: index, literal)
            {
                result.append(source - start)
                source += 1
            } else if Self.isAdded(at: index, literal),
                source >= bytes.count || bytes[source] != UInt8(ascii: "&")
            {
                escaped.insert(index)
                result.append(source - start)
            } else {
                result.append(source - start)
                source = endOfReplaced(byte, from: source, in: bytes, at: index, literal)
            }
        }
        offsets = result
        end = source - start
    }

    /// Whether a blank that does not break stands here: with the quotes of some languages it is added.
    private static func isAdded(at index: Int, _ literal: [UInt8]) -> Bool {
        let character = literal[max(index - 2, 0)...].prefix(5)
        return character.firstRange(of: [0xE2, 0x80, 0xAF])?.contains(index) == true
            || character.firstRange(of: [0xC2, 0xA0])?.contains(index) == true
    }

    /// Whether an ampersand of the file begins an entity that the text does not spell out.
    private func isEntity(
        at source: Int, in bytes: [UInt8], decodedAt index: Int, _ literal: [UInt8]
    ) -> Bool {
        guard bytes[source] == UInt8(ascii: "&") else { return false }
        var end = source + 1
        while end < bytes.count, bytes[end].isWord || bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end < bytes.count, end > source + 1, bytes[end] == UInt8(ascii: ";") else { return false }
        return !literal[(index + 1)...].starts(with: bytes[(source + 1)...end])
    }

    /// Skips an entity or smart punctuation once its last byte has been seen.
    private mutating func endOfReplaced(
        _ byte: UInt8, from source: Int, in bytes: [UInt8], at index: Int, _ literal: [UInt8]
    ) -> Int {
        escaped.insert(index)
        let isLastByte = index + 1 == literal.count || literal[index + 1] & 0xC0 != 0x80
        guard isLastByte, source < bytes.count else { return source }
        guard bytes[source] == UInt8(ascii: "&") else {
            // A quote, dashes or dots made typographic: all equal bytes belong to it.
            var end = source + 1
            if bytes[source] != UInt8(ascii: "\""), bytes[source] != UInt8(ascii: "'") {
                while end < bytes.count, bytes[end] == bytes[source] { end += 1 }
            }
            return end
        }
        let limit = min(bytes.count, source + 40)
        return (bytes[source..<limit].firstIndex(of: UInt8(ascii: ";")) ?? source) + 1
    }

    /// Whether the byte stands for an escape or an entity, and so means nothing but itself.
    func isEscaped(at index: Int) -> Bool { escaped.contains(index) }

    /// What the author wrote for a part of the text, where that differs from the text.
    func source(of range: Range<Int>, in bytes: [UInt8]) -> [UInt8]? {
        guard let start, let offsets, range.lowerBound < offsets.count else { return nil }
        let from = start + offsets[range.lowerBound]
        let last = start + (range.upperBound < offsets.count ? offsets[range.upperBound] : end)
        return from <= last && last <= bytes.count ? Array(bytes[from..<last]) : nil
    }

    /// Whether the bytes of the text follow one another in the file, or are taken to where that is not known.
    var isVerbatim: Bool { offsets == nil }

    func place(at index: Int) -> Place {
        guard let offsets, index < offsets.count else {
            return Place(line: place.line, column: place.column + index)
        }
        return Place(line: place.line, column: place.column + offsets[index])
    }
}
