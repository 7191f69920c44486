package import Diagnostics

extension StructuredValue {
    /// Reads TOML 1.0: tables and lists of tables, dotted keys, all kinds of texts. Dates and times are texts,
    /// as they are in YAML; a number that is not finite is an error, and so is nesting deeper than 128.
    ///
    /// - Parameter range: the bytes to read, such as front matter between `+++` lines
    /// - Returns: a mapping; reads up to the first error, and is nil where something was reported
    package static func toml(
        _ source: SourceText, in range: Range<Int>, reporting diagnostics: inout [Diagnostic]
    ) -> StructuredValue? {
        var reader = TOMLReader(source, range)
        do throws(TOMLReader.Failure) {
            return try reader.document()
        } catch {
            diagnostics.append(
                source.diagnostic(
                    "toml-syntax", at: error.offset, error.message, notes: error.notes, help: error.help))
            return nil
        }
    }
}

/// A strict reader of TOML that knows its place.
struct TOMLReader {
    /// Where and why reading ended.
    struct Failure: Error {
        var offset: Int
        var message: String
        var notes: [String] = []
        var help: String?
    }

    static let deepest = 128
    static let mostKeyParts = 64

    let source: SourceText
    let bytes: [UInt8]
    let end: Int
    var index: Int
    private let start: Int
    private let lines: LineIndex

    init(_ source: SourceText, _ range: Range<Int>) {
        self.source = source
        bytes = source.bytes
        index = range.lowerBound
        start = range.lowerBound
        end = range.upperBound
        lines = LineIndex(source.bytes[..<range.upperBound])
    }

    /// The byte at the reader's place; nil at the end.
    var byte: UInt8? { index < end ? bytes[index] : nil }

    mutating func document() throws(Failure) -> StructuredValue {
        var root = TOMLTable(location: location(of: start..<start))
        var path: [TOMLKey] = []
        while true {
            skipBlankLines()
            guard let byte else { return root.value }
            if byte == UInt8(ascii: "[") {
                path = try header(in: &root)
            } else {
                let (keys, value) = try pair(depth: 1)
                try root.set(path[...] + keys, to: value)
            }
            try endLine()
        }
    }

    /// `[table]` or `[[list.of.tables]]`
    private mutating func header(in root: inout TOMLTable) throws(Failure) -> [TOMLKey] {
        index += 1
        let isItem = takes("[")
        let path = try keys()
        for _ in 0..<(isItem ? 2 : 1) where !takes("]") {
            throw Failure(
                offset: index, message: "the name of this table is not closed",
                help: "end it with '\(isItem ? "]]" : "]")'")
        }
        try root.open(path[...], asItem: isItem)
        return path
    }

    /// `key.part = value`
    mutating func pair(depth: Int) throws(Failure) -> (keys: [TOMLKey], value: StructuredValue) {
        let keys = try keys()
        guard takes("=") else {
            throw Failure(
                offset: index, message: "'=' is expected after the key",
                notes: ["the front matter stands between '+++' lines, so it is read as TOML"],
                help: "write key = value, or YAML between '---' lines")
        }
        skipBlanks()
        return (keys, try value(depth: depth))
    }

    private mutating func keys() throws(Failure) -> [TOMLKey] {
        var keys: [TOMLKey] = []
        repeat {
            skipBlanks()
            keys.append(try key())
            skipBlanks()
            guard keys.count <= Self.mostKeyParts else {
                throw Failure(
                    offset: index, message: "a key has more than \(Self.mostKeyParts) parts here")
            }
        } while takes(".")
        return keys
    }

    private mutating func key() throws(Failure) -> TOMLKey {
        let first = index
        let name: String
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            name = try quotedText()
        } else {
            while let byte, isBare(byte) { index += 1 }
            guard index > first else { throw Failure(offset: index, message: "a key is expected here") }
            name = text(first..<index)
        }
        return TOMLKey(name: name, offset: first, location: location(of: first..<index))
    }

    private func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    // MARK: Blanks

    mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x09 { index += 1 }
    }

    /// Blanks, line ends and comments.
    mutating func skipBlankLines() {
        while let byte {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "#"): skipLine()
            default: return
            }
        }
    }

    private mutating func skipLine() {
        while let byte, byte != 0x0A, byte != 0x0D { index += 1 }
    }

    private mutating func endLine() throws(Failure) {
        skipBlanks()
        if byte == UInt8(ascii: "#") { skipLine() }
        guard let byte, byte != 0x0A, byte != 0x0D else { return }
        throw Failure(offset: index, message: "something stands after the end of the value")
    }

    /// Goes on behind an ASCII character where it stands here.
    mutating func takes(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    // MARK: Places

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func location(of range: Range<Int>) -> SourceLocation {
        let place = lines.place(at: range.lowerBound)
        return source.location(line: place.line, column: place.column, length: max(range.count, 1))
    }
}
