/// Walks over finished HTML piece by piece, in linear time and without a tree.
///
/// For HTML that this generator made or that a browser would read alike; what is not closed runs to the end.
struct HTMLScanner: Sequence, IteratorProtocol {
    enum Piece {
        case text(Range<Int>)
        case tag(HTMLTag)
        /// What stands between the tags of a script or a style sheet.
        case raw(Range<Int>)
        /// Comments, and declarations such as the document type.
        case comment(Range<Int>)
    }

    private let bytes: [UInt8]
    private var index = 0
    /// What the end of an element begins with whose content is no markup, once its tag was met.
    private var endOfRaw: [UInt8]?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Piece? {
        guard index < bytes.count else { return nil }
        if let mark = endOfRaw {
            endOfRaw = nil
            let end = place(ofEnd: mark)
            if end > index {
                defer { index = end }
                return .raw(index..<end)
            }
        }
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return text() }
        switch bytes[index + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return comment()
        case UInt8(ascii: "/"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return tag()
        default: return text()
        }
    }

    private mutating func text() -> Piece {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(start..<index)
    }

    private mutating func comment() -> Piece {
        let start = index
        let isComment = bytes[index...].starts(with: "<!--".utf8)
        index = end(of: isComment ? "-->" : ">", from: index + 2)
        return .comment(start..<index)
    }

    private mutating func tag() -> Piece {
        let start = index
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
        }
        let tag = HTMLTag(start..<index, in: bytes)
        if !tag.isEnd, Self.rawElements.contains(tag.name) {
            endOfRaw = Array("</".utf8) + bytes[tag.nameRange]
        }
        return .tag(tag)
    }

    private static let rawElements: [TagName] = ["script", "style", "textarea"]

    private func place(ofEnd mark: [UInt8]) -> Int {
        var place = index
        while place + mark.count <= bytes.count {
            if bytes[place] == mark[0], zip(bytes[place...], mark).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
                return place
            }
            place += 1
        }
        return bytes.count
    }

    private func end(of mark: String, from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var place = start
        while place < bytes.count {
            if bytes[place] == mark[0], bytes[place...].starts(with: mark) { return place + mark.count }
            place += 1
        }
        return bytes.count
    }
}

/// One tag of a page as it is written, from `<` to `>`.
struct HTMLTag {
    let range: Range<Int>
    let isEnd: Bool
    /// Where the name stands, as it is written.
    let nameRange: Range<Int>
    let name: TagName

    init(_ range: Range<Int>, in page: [UInt8]) {
        self.range = range
        isEnd = range.count > 1 && page[range.lowerBound + 1] == UInt8(ascii: "/")
        let start = min(range.lowerBound + (isEnd ? 2 : 1), range.upperBound)
        var end = start
        var name = TagName()
        while end < range.upperBound, Self.isOfName(page[end]) {
            name.add(page[end])
            end += 1
        }
        nameRange = start..<end
        self.name = name
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }

    /// Whether it has an attribute, with or without a value.
    func has(_ name: String, in page: [UInt8]) -> Bool {
        rest(of: page, after: name) { rest in rest.first.map { " =>/\n".utf8.contains($0) } ?? false } != nil
    }

    /// The value of an attribute that is written in double quotes, as it stands there; nil where there is none.
    func attribute(_ name: String, in page: [UInt8]) -> String? {
        rest(of: page, after: name) { $0.starts(with: "=\"".utf8) }.map { rest in
            String(decoding: rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        }
    }

    /// What stands behind a space and the name, where that is such as an attribute has behind its name.
    private func rest(
        of page: [UInt8], after name: String, where isOfAttribute: (ArraySlice<UInt8>) -> Bool
    ) -> ArraySlice<UInt8>? {
        var rest = page[range]
        while let space = rest.firstIndex(of: UInt8(ascii: " ")) {
            rest = rest[(space + 1)...]
            guard rest.starts(with: name.utf8) else { continue }
            let behind = rest.dropFirst(name.utf8.count)
            if isOfAttribute(behind) { return behind }
        }
        return nil
    }
}

/// HTML text with its character references read: those that this generator writes, those that people write
/// most, and numeric ones.
func plainText(ofHTML bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
        result += rest[..<start]
        let name = rest[rest.index(after: start)...].prefix(12).prefix { $0 != ";" }
        let end = name.endIndex
        if end < rest.endIndex, rest[end] == ";", let scalar = character(named: name) {
            result += scalar
            rest = rest[rest.index(after: end)...]
        } else {
            result += "&"
            rest = rest[rest.index(after: start)...]
        }
    }
    return result + rest
}

private func character(named name: Substring) -> String? {
    let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "middot": "·", "ndash": "–",
        "mdash": "—", "hellip": "…", "shy": "",
    ]
    if let text = named[String(name)] { return text }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
}
