/// A quick look whether a text may hold a number at all, which spares most paragraphs the reading of words.
///
/// It never says no to a text that holds one: all that ``NumberReading`` can begin with or needs behind an
/// article is a digit, a fraction, or one of the words here.
enum NumberGlance {
    static func mayHoldNumber(_ text: String) -> Bool { mayHoldNumber(text.utf8Span.span) }

    static func mayHoldNumber(_ bytes: Span<UInt8>) -> Bool {
        let words = self.words
        var start = 0
        var hash = WordHash()
        for index in bytes.indices {
            let byte = bytes[index]
            let lowered = byte | 0x20
            if (0x61...0x7A).contains(lowered) {
                hash.add(lowered)
                continue
            }
            if (0x30...0x39).contains(byte)
                || isFraction(byte, index + 1 < bytes.count ? bytes[index + 1] : 0)
            {
                return true
            }
            if words.mayHold(hash), isNumberWord(bytes.extracting(start..<index)) { return true }
            hash = WordHash()
            start = index + 1
        }
        return words.mayHold(hash) && isNumberWord(bytes.extracting(start..<bytes.count))
    }

    /// The first bytes of `½` and its like in UTF-8: U+00BC to U+00BE, and U+2150 to U+215E.
    private static func isFraction(_ byte: UInt8, _ next: UInt8) -> Bool {
        byte == 0xC2 && (0xBC...0xBE).contains(next) || byte == 0xE2 && next == 0x85
    }

    private static func isNumberWord(_ word: Span<UInt8>) -> Bool {
        var text: [UInt8] = []
        for index in word.indices { text.append(word[index] | 0x20) }
        return NumberWords.signs.contains(String(decoding: text, as: UTF8.self)) || text.suffix(4) == fold
    }

    private static let fold = Array("fold".utf8)[...]
    private static let words = WordFilter(NumberWords.signs)
}

/// A hash of the letters of a word, and its last four.
private struct WordHash {
    private(set) var value: UInt32 = 2_166_136_261
    private(set) var ending: UInt32 = 0

    /// FNV-1a.
    mutating func add(_ letter: UInt8) {
        value = (value ^ UInt32(letter)) &* 16_777_619
        ending = ending << 8 | UInt32(letter)
    }
}

/// A Bloom filter: says no to nearly all words that are not in a set, and to none that is.
private struct WordFilter {
    private var bits = [Bool](repeating: false, count: 4096)
    private static let fold: UInt32 = 0x666F_6C64

    init(_ words: some Sequence<String>) {
        for word in words {
            var hash = WordHash()
            for letter in word.utf8 { hash.add(letter) }
            bits[Self.place(of: hash)] = true
        }
    }

    func mayHold(_ hash: WordHash) -> Bool { bits[Self.place(of: hash)] || hash.ending == Self.fold }

    private static func place(of hash: WordHash) -> Int { Int(hash.value >> 20) }
}
