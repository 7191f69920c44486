/// One word or sign of a query.
struct SQLToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A keyword or a name.
        case word
        /// A name in `"…"`, `[…]` or backticks.
        case quotedName
        /// A text in `'…'`.
        case text
        /// `:name`, `@name` or `$name`.
        case parameter
        case number
        /// Any other byte.
        case sign
    }

    let kind: Kind
    /// A name or text without its quotes, a parameter without its sign, else as it stands.
    let name: String
    /// A name in small letters: names and keywords of SQL are the same in capital and small ASCII letters.
    let small: String
    /// Place and length in bytes.
    let start: Int
    let length: Int

    init(kind: Kind, name: String, start: Int, length: Int) {
        self.kind = kind
        self.name = name
        self.start = start
        self.length = length
        small = kind == .word || kind == .quotedName ? name.lowercased() : name
    }

    var end: Int { start + length }
    var isName: Bool { kind == .word || kind == .quotedName }

    /// - Parameter word: in small letters
    func names(_ word: String) -> Bool { isName && small == word }
    func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign && name.unicodeScalars.first == sign }
}

/// Takes a query apart into words and signs, leaving out space and comments.
///
/// As lenient as SQLite in what it takes for a name; whatever is wrong beyond that SQLite finds itself.
struct SQLScanner {
    private let bytes: [UInt8]
    private var index = 0

    static func tokens(of text: String) -> [SQLToken] {
        var scanner = SQLScanner(bytes: Array(text.utf8))
        var tokens: [SQLToken] = []
        while let token = scanner.next() { tokens.append(token) }
        return tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func next() -> SQLToken? {
        skipSpaceAndComments()
        guard index < bytes.count else { return nil }
        let start = index
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "'"): return quoted(.text, by: byte)
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(.quotedName, by: byte)
        case UInt8(ascii: "["): return quoted(.quotedName, by: UInt8(ascii: "]"))
        case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"):
            index += 1
            skipWord()
            let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
            return SQLToken(kind: .parameter, name: name, start: start, length: index - start)
        case _ where Self.isWord(byte):
            skipWord()
            return token((0x30...0x39).contains(byte) ? .number : .word, from: start)
        default:
            index += 1
            return token(.sign, from: start)
        }
    }

    private func token(_ kind: SQLToken.Kind, from start: Int) -> SQLToken {
        SQLToken(
            kind: kind, name: String(decoding: bytes[start..<index], as: UTF8.self), start: start,
            length: index - start)
    }

    /// From an opening quote to the closing one; a closing quote written twice stands for itself.
    private mutating func quoted(_ kind: SQLToken.Kind, by quote: UInt8) -> SQLToken {
        let start = index
        var content: [UInt8] = []
        index += 1
        while index < bytes.count {
            if bytes[index] == quote {
                guard index + 1 < bytes.count, bytes[index + 1] == quote, quote != UInt8(ascii: "]") else {
                    break
                }
                index += 1
            }
            content.append(bytes[index])
            index += 1
        }
        index = min(index + 1, bytes.count)
        return SQLToken(
            kind: kind, name: String(decoding: content, as: UTF8.self), start: start, length: index - start)
    }

    private mutating func skipWord() {
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    }

    private mutating func skipSpaceAndComments() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: index += 1
            case UInt8(ascii: "-") where follows(UInt8(ascii: "-")):
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            case UInt8(ascii: "/") where follows(UInt8(ascii: "*")):
                index += 2
                while index < bytes.count, !(bytes[index] == UInt8(ascii: "*") && follows(UInt8(ascii: "/")))
                {
                    index += 1
                }
                index = min(index + 2, bytes.count)
            default: return
            }
        }
    }

    private func follows(_ byte: UInt8) -> Bool { index + 1 < bytes.count && bytes[index + 1] == byte }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }
}
