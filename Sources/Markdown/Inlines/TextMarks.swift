/// What stands in text that cmark takes for plain: citations, references to footnotes, bare addresses.
struct TextMark {
    enum Kind {
        case citation([CitationScanner.Work])
        case figures([Findings.FigureReference.Target])
        case footnote(label: [UInt8])
        case address(prefix: String)
    }

    let range: Range<Int>
    let kind: Kind

    /// A quick look whether the text may hold one, or an expression that was misspelt.
    static func mayStand(in text: Span<UInt8>, _ features: Survey.Features) -> Bool {
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "@"): if features.contains(.at) { return true }
            case UInt8(ascii: "/") where previous == UInt8(ascii: ":"): return true
            case UInt8(ascii: ".") where previous | 0x20 == UInt8(ascii: "w"): return true
            case UInt8(ascii: "^") where previous == UInt8(ascii: "["): return true
            case UInt8(ascii: "(") where previous == UInt8(ascii: "]"): return true
            case UInt8(ascii: "=") where previous == UInt8(ascii: "`"): return true
            default: break
            }
            previous = byte
        }
        return false
    }

    /// Every mark in the text, in its order, none over another.
    static func all(in text: [UInt8], _ features: Survey.Features, _ options: MarkdownOptions) -> [TextMark] {
        var marks: [TextMark] = []
        if options.flavour == .site, features.contains(.at) {
            marks += CitationScanner.matches(in: text).map {
                TextMark(range: $0.range, kind: kind(of: $0.works))
            }
        }
        if options.flavour == .site, features.contains(.footnotes) { marks += footnotes(in: text) }
        if !features.isDisjoint(with: [.at, .addresses]) {
            let schemes: Set<String> =
                options.flavour == .gfm ? ["http", "https", "ftp", "mailto"] : options.schemes
            marks += AutolinkScanner.matches(in: text, schemes: schemes).map {
                TextMark(range: $0.range, kind: .address(prefix: $0.prefix))
            }
        }
        marks.sort { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        return marks.filter { mark in
            guard mark.range.lowerBound >= end else { return false }
            end = mark.range.upperBound
            return true
        }
    }

    /// Where all keys are labels of figures, figures of the page are meant.
    private static func kind(of works: [CitationScanner.Work]) -> Kind {
        let targets = works.compactMap { work in
            FigureLabel(work.key, separators: ":").map {
                Findings.FigureReference.Target(label: $0, detail: work.locator)
            }
        }
        return targets.count == works.count ? .figures(targets) : .citation(works)
    }

    private static func footnotes(in text: [UInt8]) -> [TextMark] {
        var marks: [TextMark] = []
        var index = 0
        while index + 3 < text.count {
            guard text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "^") else {
                index += 1
                continue
            }
            let limit = min(text.count, index + 104)
            if let end = text[index..<limit].firstIndex(of: UInt8(ascii: "]")),
                FootnoteLabel.isValid(text[(index + 2)..<end])
            {
                let label = FootnoteLabel.folded(text[(index + 2)..<end])
                marks.append(TextMark(range: index..<(end + 1), kind: .footnote(label: label)))
                index = end + 1
            } else {
                index += 2
            }
        }
        return marks
    }
}
