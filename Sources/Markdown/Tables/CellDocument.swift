/// A document of its own in which cmark reads the cells of tables: each is a heading on one line, because
/// a heading's text is never anything but inlines.
struct CellDocument {
    /// The column at which the text of each cell begins.
    static let firstColumn = 3

    private(set) var bytes: [UInt8] = []
    /// Lines before the text that follows the cells.
    private(set) var lead = 0

    /// - Parameter isFollowed: whether the whole text follows, whose link references the cells then know.
    init(_ tables: [TableSource], _ text: ParsedText, isFollowed: Bool) {
        for cell in tables.lazy.flatMap(\.cells) {
            bytes += [UInt8(ascii: "#"), .space]
            bytes += text.bytes[cell.range]
            bytes += [.space, UInt8(ascii: "#"), .lineFeed]
            lead += 1
        }
        guard isFollowed else { return }
        bytes.append(.lineFeed)
        lead += 1
        bytes += text.bytes[text.start...]
    }

    /// Whether a cell may refer to a link reference that stands elsewhere in the text.
    static func needsReferences(_ tables: [TableSource], _ text: ParsedText) -> Bool {
        tables.contains { $0.cells.contains { text.bytes[$0.range].contains(UInt8(ascii: "[")) } }
    }
}
