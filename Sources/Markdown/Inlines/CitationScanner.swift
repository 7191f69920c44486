/// Finds `[@key]`, `[@one; @two]` and `[@key, p. 12]` in a text.
///
/// A key begins with a letter, a digit or `_` and goes on with these and `- . : /`, not ending in one of the
/// latter. A locator is what stands between a comma behind the key and the next semicolon or the closing
/// bracket. Brackets that hold anything else are left as they are.
enum CitationScanner {
    struct Match: Hashable {
        /// From the opening bracket to behind the closing one.
        let range: Range<Int>
        let works: [Work]
    }

    struct Work: Hashable {
        let key: [UInt8]
        /// Where in the work: `p. 12`.
        var locator: [UInt8]?
    }

    /// A locator is a few words; a longer one is prose with a bracket open.
    private static let longestLocator = 100

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
        var works: [Work] = []
        var index = start + 1
        while true {
            index = skipSpace(in: text, from: index)
            guard index < text.count, text[index] == UInt8(ascii: "@") else { return nil }
            let key = key(in: text, from: index + 1)
            guard !key.isEmpty else { return nil }
            var work = Work(key: Array(text[key]))
            index = skipSpace(in: text, from: key.upperBound)
            if index < text.count, text[index] == UInt8(ascii: ",") {
                guard let locator = locator(in: text, from: index + 1) else { return nil }
                work.locator = Array(text[locator])
                index = skipSpace(in: text, from: locator.upperBound)
            }
            works.append(work)
            guard index < text.count else { return nil }
            switch text[index] {
            case UInt8(ascii: ";"): index += 1
            case UInt8(ascii: "]"): return Match(range: start..<index + 1, works: works)
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

    /// The text without the blanks around it; nil where there is none.
    private static func locator(in text: [UInt8], from start: Int) -> Range<Int>? {
        let first = skipSpace(in: text, from: start)
        var end = first
        while end < text.count, end - first <= longestLocator {
            switch text[end] {
            case UInt8(ascii: "["), UInt8(ascii: "@"): return nil
            case UInt8(ascii: ";"), UInt8(ascii: "]"):
                while end > first, text[end - 1] == .space { end -= 1 }
                return first < end ? first..<end : nil
            default: end += 1
            }
        }
        return nil
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
