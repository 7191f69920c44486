/// The addresses that a style sheet names, in `url(…)` and after `@import`, and where each stands.
///
/// By the tokens of CSS Syntax Level 3: comments and strings that name no address are passed over.
struct StyleSheetReferences {
    struct Reference: Hashable {
        /// In bytes, without quotes.
        let range: Range<Int>
        let address: String
    }

    private let bytes: [UInt8]
    private var index = 0
    private var references: [Reference] = []

    static func references(in sheet: [UInt8]) -> [Reference] {
        var reader = StyleSheetReferences(bytes: sheet)
        reader.read()
        return reader.references
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() {
        while index < bytes.count {
            if follows("/*") {
                skipComment()
            } else if follows("url(") {
                index += 4
                takeAddress(upTo: UInt8(ascii: ")"))
            } else if follows("@import") {
                index += 7
                skipBlanks()
                if isQuote { takeAddress(upTo: nil) }
            } else if isQuote {
                _ = quoted()
            } else {
                index += 1
            }
        }
    }

    private mutating func takeAddress(upTo end: UInt8?) {
        skipBlanks()
        var range: Range<Int>
        if index < bytes.count, isQuote {
            range = quoted()
        } else {
            let start = index
            while index < bytes.count, bytes[index] != end, bytes[index] > 0x20 { index += 1 }
            range = start..<index
        }
        references.append(
            Reference(range: range, address: String(decoding: bytes[range], as: UTF8.self)))
    }

    /// Passes over a string, and gives what stands between its quotes.
    private mutating func quoted() -> Range<Int> {
        let quote = bytes[index]
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != quote, bytes[index] != 0x0A {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, bytes.count)
        index = min(end + 1, bytes.count)
        return start..<end
    }

    private mutating func skipComment() {
        index += 2
        while index < bytes.count, !follows("*/") { index += 1 }
        index = min(index + 2, bytes.count)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    private var isQuote: Bool {
        index < bytes.count && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"))
    }

    private func follows(_ text: String) -> Bool {
        let mark = text.utf8
        guard let first = mark.first, bytes[index] | 0x20 == first | 0x20 else { return false }
        return index + mark.count <= bytes.count
            && zip(bytes[index...], mark).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 && $1 >= 0x61) }
    }
}
