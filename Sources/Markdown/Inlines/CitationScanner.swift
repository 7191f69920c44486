/// Finds `[@key]` and `[@one; @two]` in a text.
///
/// A key begins with a letter, a digit or `_` and goes on with these and `- . : /`, not ending in one of the
/// latter. Brackets that hold anything else are left as they are.
enum CitationScanner {
    struct Match: Hashable {
        /// From the opening bracket to behind the closing one.
        let range: Range<Int>
        let keys: [[UInt8]]
    }

    /// A quick look whether `[@` stands in the text at all.
    static func mayHold(_ text: Span<UInt8>) -> Bool {
        var index = 1
        while index < text.count {
            if text[index] == UInt8(ascii: "@"), text[index - 1] == UInt8(ascii: "[") { return true }
            index += 1
        }
        return false
    }

    static func matches(in text: [UInt8]) -> [Match] {
        var matches: [Match] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "["), let match = match(in: text, from: index) {
                matches.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return matches
    }

    private static func match(in text: [UInt8], from start: Int) -> Match? {
        var keys: [[UInt8]] = []
        var index = start + 1
        while true {
            index = skipSpace(in: text, from: index)
            guard index < text.count, text[index] == UInt8(ascii: "@") else { return nil }
            let key = key(in: text, from: index + 1)
            guard !key.isEmpty else { return nil }
            keys.append(Array(text[key]))
            index = skipSpace(in: text, from: key.upperBound)
            guard index < text.count else { return nil }
            switch text[index] {
            case UInt8(ascii: ";"): index += 1
            case UInt8(ascii: "]"): return Match(range: start..<index + 1, keys: keys)
            default: return nil
            }
        }
    }

    private static func key(in text: [UInt8], from start: Int) -> Range<Int> {
        guard start < text.count, text[start].isWord else { return start..<start }
        var end = start
        while end < text.count, text[end].isWord || isJoint(text[end]) { end += 1 }
        while isJoint(text[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): true
        default: false
        }
    }

    private static func skipSpace(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == .space { index += 1 }
        return index
    }
}
