import Diagnostics

/// What one look over the bytes of a text tells before cmark reads it: where its lines begin, and which of
/// the things that cmark does not know may stand in it at all.
struct Survey {
    /// What may stand in the text; a set bit is no promise that it does.
    struct Features: OptionSet {
        let rawValue: UInt16
        static let at = Features(rawValue: 1)
        static let footnotes = Features(rawValue: 2)
        static let tildes = Features(rawValue: 4)
        static let pipes = Features(rawValue: 8)
        static let addresses = Features(rawValue: 16)
        static let brokenClaims = Features(rawValue: 32)
        static let tasks = Features(rawValue: 64)
        static let alerts = Features(rawValue: 128)
        static let controls = Features(rawValue: 256)
        static let anchors = Features(rawValue: 512)
        static let facts = Features(rawValue: 1024)
        static let foreign = Features(rawValue: 2048)
    }

    let source: SourceText
    /// Where the Markdown begins in the file.
    let bodyStart: Int
    /// The file's line on which the Markdown begins.
    let firstLine: Int
    /// The file with its control characters blanked, where there are any, and where the first stood.
    private(set) var cleaned: [UInt8]?
    private(set) var firstControl: (offset: Int, count: Int)?
    /// The lines of the Markdown.
    private(set) var lines = LineTable()
    private(set) var features: Features = []

    init(of source: SourceText, from bodyStart: Int) {
        self.source = source
        self.bodyStart = min(max(bodyStart, 0), source.bytes.count)
        firstLine = source.location(at: self.bodyStart).line
        scan(source.bytes.span)
        guard features.contains(.controls) else { return }
        let result = ControlCharacters.blanked(source.bytes, from: self.bodyStart)
        guard let first = result.first else { return }
        cleaned = result.bytes
        firstControl = (first, result.count)
    }

    /// The Markdown as it stands in the file.
    var text: ParsedText {
        ParsedText(bytes: cleaned ?? source.bytes, start: bodyStart, lines: lines, firstLine: firstLine)
    }

    /// By byte: whether it may say something. Letters, spaces and the bytes of other scripts do not.
    private static let telling: [Bool] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0x09: false
        case 0..<0x20, 0x7F, 0xC2, 0xEF: true
        default: "@~|:.#[]`{)".utf8.contains(UInt8(byte))
        }
    }

    private mutating func scan(_ bytes: Span<UInt8>) {
        let count = bytes.count
        let telling = Self.telling
        var index = bodyStart
        lines.reserve((count - index) / 60 + 8)
        lines.begin(at: index)
        while index < count {
            let byte = bytes[index]
            index += 1
            guard telling[Int(byte)] else { continue }
            let following = index < count ? bytes[index] : 0
            switch byte {
            case .lineFeed:
                lines.begin(at: index)
            case .carriageReturn where following != .lineFeed:
                lines.begin(at: index)
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F:
                features.insert(.controls)
            case 0xC2 where following < 0xA0: features.insert(.controls)
            case 0xEF where following == 0xBF: features.insert(.controls)
            case UInt8(ascii: "@"):
                features.insert(
                    following == UInt8(ascii: "f") || following == UInt8(ascii: "t") ? [.at, .foreign] : .at)
            case UInt8(ascii: "~"): features.insert(.tildes)
            case UInt8(ascii: "|"): features.insert(.pipes)
            case UInt8(ascii: ":") where following == UInt8(ascii: "/"): features.insert(.addresses)
            case UInt8(ascii: ":") where following == UInt8(ascii: ":"): features.insert(.foreign)
            case UInt8(ascii: "{") where following == UInt8(ascii: "{") || following == UInt8(ascii: "%"):
                features.insert(.foreign)
            case UInt8(ascii: ")") where following == UInt8(ascii: "{"): features.insert(.foreign)
            case UInt8(ascii: "`") where following == UInt8(ascii: "{"): features.insert(.foreign)
            case UInt8(ascii: ".") where index >= 4 && bytes[index - 2] | 0x20 == UInt8(ascii: "w"):
                features.insert(.addresses)
            case UInt8(ascii: "#") where index >= 2 && bytes[index - 2] == UInt8(ascii: "{"):
                features.insert(.anchors)
            case UInt8(ascii: "["): noteBracket(before: following)
            case UInt8(ascii: "]") where following == UInt8(ascii: "("):
                let rest = bytes.extracting(min(index + 1, count)..<min(index + 3, count))
                if ClaimSpelling.beginsExpression(rest) { features.insert(.brokenClaims) }
            case UInt8(ascii: "`") where following == UInt8(ascii: "="): features.insert(.facts)
            default: break
            }
        }
    }

    private mutating func noteBracket(before following: UInt8) {
        switch following {
        case UInt8(ascii: "^"): features.insert(.footnotes)
        case UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"), 0x09..<0x0E: features.insert(.tasks)
        case UInt8(ascii: "!"): features.insert(.alerts)
        default: break
        }
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")

    var isBlank: Bool { self == .space || self == .tab }
    var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
    /// The punctuation that a backslash escapes in CommonMark.
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
