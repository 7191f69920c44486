/// A paragraph before or after a table that says what the table shows: `: Prices by year {#tbl:prices}`, as
/// Pandoc and Quarto write it; `Table:` may stand in the place of the colon.
struct TableCaption {
    let table: CmarkNode
    let label: FigureLabel?

    /// Takes the mark and the label off the paragraph; nil where it is no caption.
    ///
    /// - Parameter captioned: a table that has a caption
    init?(_ paragraph: CmarkNode, _ positions: Positions, besides captioned: CmarkNode?) {
        let neighbours = [paragraph.previous, paragraph.next].compactMap(\.self)
        guard let first = paragraph.firstChild, first.kind == .text, let last = paragraph.lastChild,
            let table = neighbours.first(where: { $0.isTable && $0 != captioned }),
            let length = Self.markLength(first.literal)
        else { return nil }
        let place = positions.place(of: first)
        first.setLiteral(first.literal.dropFirst(length))
        first.setMark(Place(line: place.line, column: place.column + length))
        self.table = table
        label = last.kind == .text ? FigureLabel.take(.table, from: last) : nil
    }

    /// How long the mark and the blanks after it are; nil where the text begins with none.
    private static func markLength(_ text: [UInt8]) -> Int? {
        for mark in [":", "Table:", "table:"] where text.starts(with: mark.utf8) {
            let blanks = text.dropFirst(mark.utf8.count).prefix(while: \.isBlank).count
            if blanks > 0 { return mark.utf8.count + blanks }
        }
        return nil
    }
}
