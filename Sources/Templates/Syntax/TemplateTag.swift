/// A tag between its delimiters.
struct TemplateTag: Sendable {
    enum Kind: Sendable {
        case value, rawValue, section, inverted, close, partial, parent, block, comment, delimiters
    }

    let kind: Kind
    /// From the opening delimiter to behind the closing one.
    let range: Range<Int>
    /// What it names, without white space around it.
    let name: Range<Int>
}

/// The pair of delimiters in force, `{{` and `}}` to begin with.
struct TemplateDelimiters: Sendable {
    var opening: [UInt8] = [UInt8(ascii: "{"), UInt8(ascii: "{")]
    var closing: [UInt8] = [UInt8(ascii: "}"), UInt8(ascii: "}")]

    /// The pair named by the content of `{{=<% %>=}}`, nil where it is not two words without `=`.
    init?(named content: ArraySlice<UInt8>) {
        let words = content.split(whereSeparator: \.isTemplateSpace)
        guard words.count == 2, !content.contains(UInt8(ascii: "=")) else { return nil }
        opening = Array(words[0])
        closing = Array(words[1])
    }

    init() {}

    /// Reads the tag that opens at `start`.
    ///
    /// It is not closed where the text ends or, unless it is a comment, where another tag opens first.
    func tag(in bytes: [UInt8], at start: Int) -> Result {
        let inner = start + opening.count
        guard inner < bytes.count else { return .unclosed(next: nil) }
        let (kind, sigil, ending) = form(of: bytes[inner])
        let stop = kind == .comment || kind == .delimiters ? nil : opening
        var index = inner + sigil
        while index < bytes.count {
            if bytes.has(ending, at: index) {
                let name = bytes.trimmed(inner + sigil..<index)
                return .tag(TemplateTag(kind: kind, range: start..<index + ending.count, name: name))
            }
            if let stop, bytes.has(stop, at: index) { return .unclosed(next: index) }
            index += 1
        }
        return .unclosed(next: nil)
    }

    enum Result: Sendable {
        case tag(TemplateTag)
        case unclosed(next: Int?)
    }

    private func form(of first: UInt8) -> (TemplateTag.Kind, sigil: Int, ending: [UInt8]) {
        switch first {
        case UInt8(ascii: "{"): (.rawValue, 1, [UInt8(ascii: "}")] + closing)
        case UInt8(ascii: "="): (.delimiters, 1, [UInt8(ascii: "=")] + closing)
        case UInt8(ascii: "&"): (.rawValue, 1, closing)
        case UInt8(ascii: "#"): (.section, 1, closing)
        case UInt8(ascii: "^"): (.inverted, 1, closing)
        case UInt8(ascii: "/"): (.close, 1, closing)
        case UInt8(ascii: ">"): (.partial, 1, closing)
        case UInt8(ascii: "<"): (.parent, 1, closing)
        case UInt8(ascii: "$"): (.block, 1, closing)
        case UInt8(ascii: "!"): (.comment, 1, closing)
        default: (.value, 0, closing)
        }
    }
}

extension UInt8 {
    var isTemplateSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// A space or a tab, which indent a line.
    var isIndentation: Bool { self == 0x20 || self == 0x09 }
    var isLineFeed: Bool { self == 0x0A }

    /// A letter, a digit, `_` or `-`; every character beyond ASCII counts as a letter.
    var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
            true
        default: false
        }
    }
}

extension [UInt8] {
    func has(_ needle: [UInt8], at index: Int) -> Bool {
        guard index + needle.count <= count, self[index] == needle[0] else { return false }
        return self[index..<index + needle.count].elementsEqual(needle)
    }

    /// The range without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isTemplateSpace { start += 1 }
        while end > start, self[end - 1].isTemplateSpace { end -= 1 }
        return start..<end
    }
}
