package import Diagnostics

extension StructuredValue {
    /// Reads JSON by RFC 8259, nothing looser: no comment, no trailing comma, no key twice in an object, no
    /// lone surrogate, and no deeper nesting than 128. A byte order mark is passed over.
    ///
    /// Reads up to the first error; nil where something was reported.
    package static func json(_ source: SourceText, reporting diagnostics: inout [Diagnostic])
        -> StructuredValue?
    {
        guard source.isText(reporting: &diagnostics) else { return nil }
        var reader = JSONReader(source)
        do throws(JSONReader.Failure) {
            return try reader.document()
        } catch {
            diagnostics.append(
                source.diagnostic(
                    error.code, at: reader.location(at: error.offset), error.message, notes: error.notes,
                    help: error.help))
            return nil
        }
    }
}

/// A strict reader of JSON text that knows its place.
struct JSONReader {
    /// Where and why reading ended.
    struct Failure: Error {
        var code = "json-syntax"
        var offset: Int
        var message: String
        var notes: [String] = []
        var help: String?
    }

    static let deepest = 128

    let source: SourceText
    let bytes: [UInt8]
    var index: Int
    private var line = 1
    private var lineStart = 0

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        index = source.contentStart
    }

    /// Whether the bytes, which are UTF-8, are one JSON value.
    static func accepts(_ bytes: [UInt8]) -> Bool {
        var reader = JSONReader(SourceText(path: "", bytes: bytes))
        return (try? reader.document()) != nil
    }

    mutating func document() throws(Failure) -> StructuredValue {
        skipBlanks()
        let value = try value(depth: 1)
        skipBlanks()
        guard index >= bytes.count else { throw stray("something stands after the end of the JSON value") }
        return value
    }

    /// The place of an offset on a line that was read or is being read.
    func location(at offset: Int, length: Int = 1) -> SourceLocation {
        guard offset >= lineStart else { return source.location(at: offset, length: length) }
        return SourceLocation(path: source.path, line: line, column: offset - lineStart + 1, length: length)
    }

    private mutating func value(depth: Int) throws(Failure) -> StructuredValue {
        guard index < bytes.count else { throw ended("a value") }
        let start = index
        let place = location(at: start)
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(at: place, depth: depth)
        case UInt8(ascii: "["): return try array(at: place, depth: depth)
        case UInt8(ascii: "\""):
            let text = try string()
            return StructuredValue(.text(text), raw: text, at: location(at: start, length: index - start))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let (kind, raw) = try number()
            return StructuredValue(kind, raw: raw, at: location(at: start, length: index - start))
        default: return try word(at: place)
        }
    }

    private mutating func object(at place: SourceLocation, depth: Int) throws(Failure) -> StructuredValue {
        var entries: [StructuredMapping.Entry] = []
        var lines: [String: Int] = [:]
        let opening = index
        try enter(depth)
        skipBlanks()
        if takes(UInt8(ascii: "}")) { return StructuredValue(.mapping(StructuredMapping([])), at: place) }
        while true {
            guard index < bytes.count else { throw unclosed("object", opening, place.line) }
            let start = index
            guard bytes[index] == UInt8(ascii: "\"") else {
                throw stray("a key in double quotes is expected here")
            }
            let key = try string()
            let keyPlace = location(at: start, length: index - start)
            if let first = lines.updateValue(keyPlace.line, forKey: key) {
                throw Failure(
                    code: "duplicate-key", offset: start, message: "the key '\(key)' is here twice",
                    notes: ["it stands on line \(first) already"], help: "keep one of the two")
            }
            skipBlanks()
            guard takes(UInt8(ascii: ":")) else { throw stray("a ':' is expected after a key") }
            skipBlanks()
            let value = try value(depth: depth + 1)
            entries.append(StructuredMapping.Entry(key: key, keyLocation: keyPlace, value: value))
            skipBlanks()
            if takes(UInt8(ascii: "}")) { break }
            guard index < bytes.count else { throw unclosed("object", opening, place.line) }
            guard takes(UInt8(ascii: ",")) else { throw stray("a ',' or a '}' is expected here") }
            skipBlanks()
            try refuseTrailingComma(before: UInt8(ascii: "}"))
        }
        return StructuredValue(.mapping(StructuredMapping(entries)), at: place)
    }

    private mutating func array(at place: SourceLocation, depth: Int) throws(Failure) -> StructuredValue {
        var items: [StructuredValue] = []
        let opening = index
        try enter(depth)
        skipBlanks()
        if takes(UInt8(ascii: "]")) { return StructuredValue(.list([]), at: place) }
        while true {
            guard index < bytes.count else { throw unclosed("array", opening, place.line) }
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if takes(UInt8(ascii: "]")) { break }
            guard index < bytes.count else { throw unclosed("array", opening, place.line) }
            guard takes(UInt8(ascii: ",")) else { throw stray("a ',' or a ']' is expected here") }
            skipBlanks()
            try refuseTrailingComma(before: UInt8(ascii: "]"))
        }
        return StructuredValue(.list(items), at: place)
    }

    /// Passes the bracket that opens an object or an array.
    private mutating func enter(_ depth: Int) throws(Failure) {
        guard depth <= Self.deepest else {
            throw Failure(
                code: "too-deep", offset: index,
                message: "this is nested more than \(Self.deepest) levels deep")
        }
        index += 1
    }

    private func refuseTrailingComma(before closing: UInt8) throws(Failure) {
        guard index < bytes.count, bytes[index] == closing else { return }
        throw Failure(
            offset: index, message: "a value is expected after the ','", help: "take the last comma away")
    }

    // MARK: Bytes

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09: break
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: break
            case 0x0A, 0x0D:
                line += 1
                lineStart = index + 1
            default: return
            }
            index += 1
        }
    }

    mutating func takes(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    func ended(_ expected: String) -> Failure {
        Failure(offset: bytes.count, message: "the file ends where \(expected) is expected")
    }

    private func unclosed(_ kind: String, _ opening: Int, _ line: Int) -> Failure {
        Failure(
            offset: bytes.count, message: "the file ends inside an \(kind)",
            notes: ["it begins on line \(line)"])
    }
}
