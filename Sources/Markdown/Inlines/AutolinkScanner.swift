/// Finds the addresses that GitHub makes links of where they stand bare: `www.a.org`, `https://a.org/b`,
/// `someone@a.org`.
struct AutolinkScanner {
    struct Match: Hashable {
        let range: Range<Int>
        /// What goes before the text to make the destination.
        let prefix: String
    }

    private let text: [UInt8]
    private let schemes: Set<String>
    /// Where the last match ended.
    private var end = 0

    static func matches(in text: [UInt8], schemes: Set<String>) -> [Match] {
        var scanner = AutolinkScanner(text: text, schemes: schemes)
        return scanner.matches()
    }

    private init(text: [UInt8], schemes: Set<String>) {
        self.text = text
        self.schemes = schemes
    }

    private mutating func matches() -> [Match] {
        var matches: [Match] = []
        var index = 0
        while index < text.count {
            let match: Match? =
                switch text[index] {
                case UInt8(ascii: "w"), UInt8(ascii: "W"): web(at: index)
                case UInt8(ascii: ":"): address(at: index)
                case UInt8(ascii: "@"): mail(at: index)
                default: nil
                }
            if let match {
                matches.append(match)
                end = match.range.upperBound
                index = max(end, index + 1)
            } else {
                index += 1
            }
        }
        return matches
    }

    private func web(at start: Int) -> Match? {
        guard schemes.contains("http"), start + 4 < text.count,
            text[start..<start + 4].elementsEqual("www.".utf8, by: { $0 | 0x20 == $1 | 0x20 }),
            start == 0 || text[start - 1] <= .space || "*_~(".utf8.contains(text[start - 1]),
            let end = endOfAddress(from: start, domain: start)
        else { return nil }
        return Match(range: start..<end, prefix: "http://")
    }

    private func address(at colon: Int) -> Match? {
        guard colon + 3 < text.count, text[colon + 1] == UInt8(ascii: "/"),
            text[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        var start = colon
        while start > end, colon - start < 6, text[start - 1].isLetter { start -= 1 }
        let scheme = String(decoding: text[start..<colon].map { $0 | 0x20 }, as: UTF8.self)
        guard schemes.contains(scheme), let end = endOfAddress(from: start, domain: colon + 3) else {
            return nil
        }
        return Match(range: start..<end, prefix: "")
    }

    private func mail(at sign: Int) -> Match? {
        guard schemes.contains("mailto") else { return nil }
        var start = sign
        while start > end, text[start - 1].isWord || "+-.".utf8.contains(text[start - 1]) { start -= 1 }
        guard start < sign else { return nil }
        var index = sign + 1
        var periods = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "."), index + 1 < text.count, text[index + 1].isWord {
                periods += 1
            } else if !byte.isWord, byte != UInt8(ascii: "-") {
                break
            }
            index += 1
        }
        let last = text[index - 1]
        guard index > sign + 1, periods > 0, last.isLetter || last.isDigit else { return nil }
        // `a@b.c+d` and `a@b.c@d` are no addresses.
        if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "@") {
            return nil
        }
        return Match(range: start..<index, prefix: "mailto:")
    }

    /// Where an address ends whose domain begins at `domain`, or nil where that is no domain.
    private func endOfAddress(from start: Int, domain: Int) -> Int? {
        guard let domainEnd = endOfDomain(from: domain) else { return nil }
        var end = domainEnd
        while end < text.count, text[end] > .space, text[end] != UInt8(ascii: "<") { end += 1 }
        return withoutPunctuation(start, end)
    }

    /// A domain has a period, and no underscore in its last two parts.
    private func endOfDomain(from start: Int) -> Int? {
        var index = start
        var underscores = [0, 0]
        var periods = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ".") {
                underscores = [underscores[1], 0]
                periods += 1
            } else if byte == UInt8(ascii: "_") {
                underscores[1] += 1
            } else if !byte.isLetter, !byte.isDigit, byte != UInt8(ascii: "-"), byte < 0x80 {
                break
            }
            index += 1
        }
        guard index > start, periods > 0, underscores == [0, 0] else { return nil }
        return index
    }

    /// The address without punctuation at its end, closing brackets that nothing opens and entities.
    private func withoutPunctuation(_ start: Int, _ longest: Int) -> Int {
        var end = longest
        var open = 0
        for byte in text[start..<end] {
            if byte == UInt8(ascii: "(") { open += 1 }
            if byte == UInt8(ascii: ")") { open -= 1 }
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: ")"):
                guard open < 0 else { return end }
                open += 1
                end -= 1
            case UInt8(ascii: ";"):
                var name = end - 1
                while name > start, text[name - 1].isLetter { name -= 1 }
                let isEntity = name < end - 1 && name > start && text[name - 1] == UInt8(ascii: "&")
                end = isEntity ? name - 1 : end - 1
            case let byte where "?!.,:*_~'\"".utf8.contains(byte): end -= 1
            default: return end
            }
        }
        return end
    }
}
