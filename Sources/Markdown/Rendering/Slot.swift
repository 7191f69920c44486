/// A stretch of a text's markup that something of the site's can take the place of.
struct Slot: Sendable, Hashable {
    /// What can be put there, by index into the arrays of ``Substitutions``.
    enum Content: Sendable, Hashable {
        /// The address within a link.
        case link(Int)
        case expression(Int)
        /// With the white space before it: a mark hangs on the word before, so that neither a gap nor the end of
        /// a line may come between them.
        case citation(Int)
        case figureReference(Int)
        /// Nothing, before the words of a caption.
        case captionNumber(Int)
        case image(Int, isFigure: Bool)
        case figure(Int)
        /// The first heading of level one, which can be left out.
        ///
        /// `takesLine` where a line ends before it that would go on without it.
        case title(takesLine: Bool)

        /// Whether it stands on lines of its own.
        var isBlock: Bool {
            switch self {
            case .figure, .title, .image(_, isFigure: true): true
            default: false
            }
        }
    }

    let content: Content
    var range: Range<Int>
}

/// Marks in a tree for where slots begin and end, to be found again in what cmark writes.
///
/// A mark begins with a byte that stands in no text. A text is known to be UTF-8 before cmark sees it
/// (``TextLimits``), and of characters given by number (`&#248;`) cmark makes UTF-8 again, or for two that are
/// none the bytes FE and FF; F8 is never among them.
struct SlotMarks {
    static let first: UInt8 = 0xF8
    static let openingLength = 5
    static let closing = [first, UInt8(ascii: ">")]

    /// Of the slots, by the numbers that stand in their marks.
    private(set) var contents: [Slot.Content] = []

    /// The mark that begins a slot.
    mutating func opening(of content: Slot.Content) -> [UInt8] {
        let number = contents.count
        contents.append(content)
        return [Self.first] + [18, 12, 6, 0].map { 0x40 | UInt8(number >> $0 & 0x3F) }
    }

    /// Whether the mark that begins here ends a slot.
    static func isClosing(_ html: Span<UInt8>, at index: Int) -> Bool { html[index + 1] == closing[1] }

    /// What the slot holds whose mark begins here.
    func content(_ html: Span<UInt8>, at index: Int) -> Slot.Content {
        contents[(1..<Self.openingLength).reduce(0) { $0 << 6 | Int(html[index + $1] & 0x3F) }]
    }
}
