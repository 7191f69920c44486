/// A style sheet without comments and without white space that means nothing.
///
/// By the tokens of CSS Syntax Level 3. Left as they are: strings, addresses, escapes, and all blanks that may
/// stand between two selectors, two values or around an operator.
struct SmallStyleSheet {
    private let bytes: [UInt8]
    private var index = 0
    private var result: [UInt8] = []
    /// White space was passed over, and it is not known yet whether it is needed.
    private var owesBlank = false
    /// What was copied last, unless it belongs to an escape, a string, an address or a comment.
    private var last: UInt8?

    static func of(_ sheet: [UInt8]) -> [UInt8] {
        var writer = SmallStyleSheet(bytes: sheet)
        writer.write()
        return writer.result
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        result.reserveCapacity(bytes.count)
    }

    private mutating func write() {
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                owesBlank = true
                index += 1
            case UInt8(ascii: "/") where next == UInt8(ascii: "*"): passComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): take(upTo: endOfString)
            case UInt8(ascii: "\\"): take(upTo: endOfEscape)
            case UInt8(ascii: "(") where follows("url"): take(upTo: endOfAddress)
            default:
                take(upTo: index + 1)
                last = byte
            }
        }
    }

    /// Copies what comes next, after the blank that was passed over, where that keeps two things apart.
    private mutating func take(upTo end: Int) {
        if owesBlank, needsBlank(before: bytes[index]) { result.append(0x20) }
        owesBlank = false
        result += bytes[index..<end]
        index = end
        last = nil
    }

    /// After `:` a blank is needed by an empty value of a custom property only.
    private func needsBlank(before byte: UInt8) -> Bool {
        if result.isEmpty || isBetween(last) { return false }
        return last == UInt8(ascii: ":") ? ";}".utf8.contains(byte) : !isBetween(byte)
    }

    /// A comment keeps apart what stands at its two sides: it becomes an empty one where they would touch.
    private mutating func passComment() {
        index += 2
        while index < bytes.count, !(bytes[index] == UInt8(ascii: "*") && next == UInt8(ascii: "/")) {
            index += 1
        }
        index = min(index + 2, bytes.count)
        let follows = index < bytes.count ? bytes[index] : 0x20
        guard !result.isEmpty, !owesBlank, !isBetween(last), follows > 0x20 else { return }
        result += "/**/".utf8
        last = nil
    }

    /// Whether a byte keeps apart what stands around it.
    private func isBetween(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return "{};,".utf8.contains(byte)
    }

    private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

    /// Whether what was copied last is this name, in whichever case.
    private func follows(_ name: StaticString) -> Bool {
        let name = "\(name)".utf8
        return !owesBlank && result.count >= name.count
            && zip(result.suffix(name.count), name).allSatisfy { $0 | 0x20 == $1 }
    }

    private var endOfString: Int {
        let quote = bytes[index]
        var end = index + 1
        while end < bytes.count, bytes[end] != quote, bytes[end] != 0x0A {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(end + 1, bytes.count)
    }

    /// A backslash and one character, or up to six hexadecimal digits with the blank that ends them.
    private var endOfEscape: Int {
        var end = index + 1
        while end < bytes.count, end < index + 7, isHexadecimal(bytes[end]) { end += 1 }
        guard end > index + 1 else { return min(index + 2, bytes.count) }
        return end < bytes.count && bytes[end] <= 0x20 ? end + 1 : end
    }

    private var endOfAddress: Int {
        var end = index + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: ")") {
            if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") { return end }
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(end + 1, bytes.count)
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
