/// The marks around quotations, in the place of straight ones: those of a language, as CLDR names them.
package struct QuotationMarks: Sendable, Hashable {
    package let opening: String
    package let closing: String
    package let innerOpening: String
    package let innerClosing: String

    package init(opening: String, closing: String, innerOpening: String, innerClosing: String) {
        self.opening = opening
        self.closing = closing
        self.innerOpening = innerOpening
        self.innerClosing = innerClosing
    }

    /// What cmark itself writes.
    package static let english = QuotationMarks(
        opening: "\u{201C}", closing: "\u{201D}", innerOpening: "\u{2018}", innerClosing: "\u{2019}")
}

/// Puts the marks of a language in the place of the English ones that cmark made of straight quotes.
///
/// Marks that the author wrote are left alone. A single mark between letters, and one that closes nothing, is
/// an apostrophe.
struct Requoting {
    private let marks: QuotationMarks
    /// Whether a quotation between single marks is open in the paragraph.
    private var isInnerOpen = false

    /// Nil where cmark's own marks are meant.
    init?(_ options: MarkdownOptions) {
        guard options.usesSmartPunctuation, options.quotationMarks != .english else { return nil }
        marks = options.quotationMarks
    }

    /// Looks through a paragraph, a heading or a cell.
    ///
    /// - Parameter positions: as they are at its beginning
    mutating func apply(in block: CmarkNode, _ positions: Positions, in source: [UInt8]) {
        var positions = positions
        isInnerOpen = false
        var node = block.firstChild
        while let current = node {
            switch current.kind {
            case .text: apply(to: current, positions, in: source)
            case .lineBreak: positions.pass(current)
            default: break
            }
            node = current.next(in: block)
        }
    }

    private mutating func apply(to text: CmarkNode, _ positions: Positions, in source: [UInt8]) {
        guard text.withLiteral(Self.mayHoldMark) else { return }
        let literal = text.literal
        let origins = positions.origins(of: text, literal: literal)
        var result: [UInt8] = []
        var index = 0
        while index < literal.count {
            if literal[index] == 0xE2, index + 2 < literal.count, literal[index + 1] == 0x80,
                let quote = origins.source(of: index..<index + 3, in: source), quote.count == 1,
                let mark = mark(for: literal[index + 2], quote[0], before: index + 3, in: literal)
            {
                result += mark.utf8
                index += 3
            } else {
                result.append(literal[index])
                index += 1
            }
        }
        if result != literal { text.setLiteral(result) }
    }

    /// - Parameters:
    ///   - last: the last byte of the mark that cmark made
    ///   - quote: what the author wrote
    ///   - next: where the text goes on
    private mutating func mark(
        for last: UInt8, _ quote: UInt8, before next: Int, in text: [UInt8]
    ) -> String? {
        switch (quote, last) {
        case (UInt8(ascii: "\""), 0x9C): return marks.opening
        case (UInt8(ascii: "\""), 0x9D): return marks.closing
        case (UInt8(ascii: "'"), 0x98):
            isInnerOpen = true
            return marks.innerOpening
        case (UInt8(ascii: "'"), 0x99):
            let isInWord = next < text.count && (text[next].isWord || text[next] >= 0xC3)
            guard isInnerOpen, !isInWord || text[next...].starts(with: [0xE2, 0x80]) else { return nil }
            isInnerOpen = false
            return marks.innerClosing
        default: return nil
        }
    }

    private static func mayHoldMark(_ text: Span<UInt8>) -> Bool {
        var index = 2
        while index < text.count {
            if text[index - 2] == 0xE2, text[index - 1] == 0x80, (0x98...0x9D).contains(text[index]) {
                return true
            }
            index += 1
        }
        return false
    }
}
