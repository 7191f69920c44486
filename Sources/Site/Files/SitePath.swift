/// Where a published file stands, below the site's output: `peaks/north/index.html`.
///
/// Parts are separated by `/`; none is empty, `.` or `..`, none holds a control character or a backslash,
/// and none is a name that version control or sitegen keeps for itself. Paths are compared, hashed and
/// ordered by their bytes, unlike `String`, for which two spellings of one accented letter are equal.
package struct SitePath: Sendable {
    package let text: String

    /// In bytes, which leaves room for the suffixes that file systems and tools add to 255.
    package static let longestPart = 200
    /// In bytes.
    package static let longest = 1_000

    /// The home page's file.
    package static let index = SitePath(checked: "index.html")

    /// The file that hosts show at addresses that lead nowhere.
    static let notFound = SitePath(checked: "404.html")

    private init(checked text: String) { self.text = text }

    package init(_ text: String) throws(SitePathProblem) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        self.text = text
        if Self.isPlain(text) { return }
        for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            try Self.check(Substring(part))
        }
    }

    /// Whether it is made of nothing but letters, digits, hyphens, low lines and stops inside parts, as nearly
    /// all paths are: there is nothing to look for in it.
    private static func isPlain(_ text: String) -> Bool {
        var length = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                guard length > 0 else { return false }
                length = -1
            case UInt8(ascii: "."):
                guard length > 0 else { return false }
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                break
            default: return false
            }
            length += 1
            guard length <= longestPart else { return false }
        }
        return length > 0
    }

    private static func check(_ part: Substring) throws(SitePathProblem) {
        guard !part.isEmpty else { throw .emptyPart }
        guard part != ".", part != ".." else { throw .dots }
        guard part.utf8.count <= longestPart else { throw .partTooLong(String(part.prefix(40)) + "…") }
        for scalar in part.unicodeScalars {
            if scalar == "\\" { throw .backslash }
            if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { throw .controlCharacter }
        }
        let folded = part.lowercased()
        if folded == ".git" || folded.hasPrefix(".sitegen") { throw .reserved(String(part)) }
    }

    /// The parts between the slashes, at least one.
    package var parts: [String] {
        text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    /// The folders that it stands in, the outermost first.
    var folders: [SitePath] {
        let text = text.utf8
        return text.indices.filter { text[$0] == UInt8(ascii: "/") }.map {
            SitePath(known: String(Substring(text[..<$0])))
        }
    }

    /// The folder that the first so many of its parts name; at least one.
    func leading(_ count: Int) -> SitePath {
        SitePath(known: parts.prefix(max(1, count)).joined(separator: "/"))
    }

    private init(known text: String) {
        self.text = text
    }

    /// Equal for paths that are one file on a file system that ignores case or normalises names.
    package var collisionKey: CollisionKey { CollisionKey(text) }

    /// Why some other system could not keep a file of this name, or nil where all can.
    package var portabilityProblem: String? {
        for part in parts {
            if part.hasSuffix(".") || part.hasSuffix(" ") { return "'\(part)' ends with a stop or a space" }
            if part.utf8.contains(where: { #":*?"<>|"#.utf8.contains($0) }) {
                return "'\(part)' holds a character that Windows refuses"
            }
            let stem = part.prefix { $0 != "." }.uppercased()
            let isNumbered = stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
            if ["CON", "PRN", "AUX", "NUL"].contains(stem) || (isNumbered && stem.last?.isNumber == true) {
                return "'\(part)' is the name of a device on Windows"
            }
        }
        return nil
    }
}

extension SitePath: Hashable, Comparable {
    package static func == (left: Self, right: Self) -> Bool {
        let (left, right) = (left.text.utf8Span.span, right.text.utf8Span.span)
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(UInt8(0xFF))
    }

    package static func < (left: Self, right: Self) -> Bool { left.text.precedesInBytes(right.text) }
}

/// Why a text is no path of a published file.
package enum SitePathProblem: Error, Sendable, Hashable {
    case empty, emptyPart, dots, controlCharacter, backslash, tooLong
    case partTooLong(String)
    case reserved(String)

    package var message: String {
        switch self {
        case .empty: "an address cannot be empty"
        case .emptyPart: "an address cannot hold an empty part ('//', or '/' at an end)"
        case .dots: "an address cannot hold '.' or '..' as a part"
        case .controlCharacter: "an address cannot hold control characters"
        case .backslash: "an address cannot hold a backslash"
        case .tooLong: "an address can have at most \(SitePath.longest) bytes"
        case .partTooLong(let part): "'\(part)' has more than \(SitePath.longestPart) bytes"
        case .reserved(let part): "'\(part)' is kept for version control and for sitegen itself"
        }
    }
}

/// A path with letter case and the spelling of accents taken away.
///
/// Case is folded by upper and then lower case, scalar by scalar in every locale, which agrees with the
/// Unicode full case folding but for the dotless `ı`, kept apart here; spellings that are canonically
/// equivalent are equal because `String` compares them so.
package struct CollisionKey: Sendable, Hashable {
    private let folded: String

    package init(_ text: String) {
        var isLower = true
        var isASCII = true
        for byte in text.utf8 {
            if byte >= 0x80 { isASCII = false }
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { isLower = false }
        }
        guard !isASCII else {
            folded = isLower ? text : text.lowercased()
            return
        }
        var folded = ""
        for scalar in text.unicodeScalars {
            if scalar == "\u{131}" {
                folded.unicodeScalars.append(scalar)
            } else {
                folded += scalar.properties.uppercaseMapping.lowercased()
            }
        }
        self.folded = folded
    }
}
