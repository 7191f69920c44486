/// A table as it stands in the text: a paragraph of cmark's whose second line or a later one is a
/// delimiter row.
struct TableSource {
    struct Cell {
        /// The bytes of the cell in the text.
        let range: Range<Int>
        let place: Place
    }

    /// The paragraph that holds the table, and maybe lines of text before it.
    let paragraph: CmarkNode
    /// The line of the header row.
    let headerLine: Int
    /// Whether lines of text stand before the header row.
    let isAfterText: Bool
    let alignments: [ColumnAlignment?]
    /// The header first; short rows are short, long ones are cut.
    let rows: [[Cell]]
    /// The first cell of each row that the header has no column for.
    let surplus: [Cell]

    var cells: some Sequence<Cell> { rows.lazy.joined() }

    /// The tables of a tree, in the order of the text.
    static func all(in document: CmarkNode, _ text: ParsedText, lead: Int) -> [TableSource] {
        let positions = Positions(text, lead: lead)
        var tables: [TableSource] = []
        var node = document.firstChild
        while let current = node {
            if current.kind == .paragraph, current.endLine > current.startLine,
                let table = TableSource(current, text, lead: lead, positions)
            {
                tables.append(table)
            }
            node = current.nextBlock(in: document)
        }
        return tables
    }

    private init?(_ paragraph: CmarkNode, _ text: ParsedText, lead: Int, _ positions: Positions) {
        let start = paragraph.startLine - lead
        let first = start + positions.definitionLines(before: paragraph)
        let last = paragraph.endLine - lead
        let quotes = paragraph.quoteDepth
        guard first < last else { return nil }
        func content(_ line: Int) -> ArraySlice<UInt8> {
            let range = text.content(of: line, quotes: quotes)
            let offset = line == start ? text.line(line).lowerBound + max(paragraph.startColumn, 1) - 1 : 0
            return text.bytes[min(max(range.lowerBound, offset), range.upperBound)..<range.upperBound]
        }
        for line in first + 1...last {
            guard let alignments = TableRow.alignments(of: content(line)) else { continue }
            let header = content(line - 1)
            let hasPipe = header.contains(UInt8(ascii: "|")) || content(line).contains(UInt8(ascii: "|"))
            guard hasPipe, TableRow.cells(of: header).count == alignments.count else { continue }
            self.paragraph = paragraph
            headerLine = line - 1
            isAfterText = line - 1 > first
            self.alignments = alignments
            let numbers = [line - 1] + Array((line + 1)..<max(last + 1, line + 1))
            let all = numbers.map { Self.cells(of: content($0), in: $0, text) }
            rows = all.map { Array($0.prefix(alignments.count)) }
            surplus = all.compactMap { $0.count > alignments.count ? $0[alignments.count] : nil }
            return
        }
        return nil
    }

    private static func cells(of row: ArraySlice<UInt8>, in line: Int, _ text: ParsedText) -> [Cell] {
        let start = text.line(line).lowerBound
        return TableRow.cells(of: row).map {
            Cell(range: $0, place: Place(line: line, column: $0.lowerBound - start + 1))
        }
    }
}
