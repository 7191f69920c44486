/// Turns cmark's lines and columns into places in the text.
///
/// cmark counts the columns of an inline from the column of its block, as if every line of the block began
/// there: on lazy continuation lines and lines indented otherwise it is off, so the beginning of the line's
/// content is looked up. Where a paragraph begins with link reference definitions its lines are off as well.
struct Positions {
    /// What the inlines that follow stand in.
    private enum Block {
        case lines(first: Int, column: Int, shift: Int)
        /// A table's cell, whose content cmark was given as a heading by itself.
        case cell(Place)
    }

    private let text: ParsedText
    /// Lines that cmark was given before the text.
    private let lead: Int
    private var block = Block.lines(first: 0, column: 1, shift: 0)

    init(_ text: ParsedText, lead: Int) {
        self.text = text
        self.lead = lead
    }

    /// Takes note of the paragraph, heading or cell that the following inlines stand in.
    mutating func enter(_ node: CmarkNode) {
        if node.kind == .customInline {
            block = .cell(node.mark ?? Place(line: 0, column: 0))
            return
        }
        block = .lines(
            first: node.startLine - lead, column: node.startColumn, shift: definitionLines(before: node))
    }

    /// How many lines of reference definitions stand before the text of the block.
    func definitionLines(before block: CmarkNode) -> Int {
        let start = Place(line: block.startLine - lead, column: block.startColumn)
        guard block.kind == .paragraph, let offset = text.offset(of: start),
            text.bytes[offset] == UInt8(ascii: "[")
        else { return 0 }
        var last = block.lastChild
        while let node = last, node.endLine == 0 { last = node.lastChild ?? node.previous }
        guard let last, block.endLine > last.endLine else { return 0 }
        return block.endLine - last.endLine
    }

    var isInCell: Bool {
        if case .cell = block { true } else { false }
    }

    /// The place in the text of a node's beginning as cmark gives it.
    func place(of node: CmarkNode) -> Place {
        if let mark = node.mark { return mark }
        return place(line: node.startLine, column: node.startColumn, in: node)
    }

    func place(ofBlock node: CmarkNode) -> Place {
        Place(line: node.startLine - lead, column: max(node.startColumn, 1))
    }

    /// The opening backtick of a code span: cmark gives its content.
    func place(ofCode node: CmarkNode) -> Place {
        var place = place(of: node)
        while let before = text.offset(of: Place(line: place.line, column: place.column - 1)),
            text.bytes[before] == UInt8(ascii: "`")
        {
            place.column -= 1
        }
        return place
    }

    /// The opening bracket of a link; of one over several lines cmark gives the last.
    func place(ofLink node: CmarkNode) -> Place { place(ofBracket: node, width: 1) }

    func place(ofImage node: CmarkNode) -> Place { place(ofBracket: node, width: 2) }

    private func place(ofBracket node: CmarkNode, width: Int) -> Place {
        guard node.mark == nil, let child = node.firstChild, child.kind == .text,
            child.startLine != node.startLine, child.startLine > 0
        else { return place(of: node) }
        return place(line: child.startLine, column: child.startColumn - width, in: node)
    }

    private func place(line: Int, column: Int, in node: CmarkNode) -> Place {
        switch block {
        case .cell(let start):
            return Place(line: start.line, column: start.column + column - CellDocument.firstColumn)
        case .lines(let first, let blockColumn, let shift):
            let actual = line - lead + shift
            guard actual != first, first > 0 else { return Place(line: actual, column: column) }
            let content = text.content(of: actual, quotes: node.quoteDepth).lowerBound
            let offset = content - text.line(actual).lowerBound
            return Place(line: actual, column: max(column - blockColumn + offset + 1, 1))
        }
    }

    /// Where each byte of a text node's literal stands.
    func origins(of node: CmarkNode, literal: [UInt8]) -> TextOrigins {
        var place = place(of: node)
        // cmark places a run of backticks that opens no code behind itself.
        let run = literal.prefix { $0 == UInt8(ascii: "`") }.count
        let before = Place(line: place.line, column: place.column - run)
        if run > 0, let offset = text.offset(of: before), text.bytes[offset] == UInt8(ascii: "`") {
            place = before
        }
        return TextOrigins(place, literal: literal, from: text.offset(of: place), in: text.bytes)
    }

    func inFile(_ place: Place) -> Place { text.inFile(place) }
}

extension CmarkNode {
    /// How many block quotes stand around this node.
    var quoteDepth: Int {
        // The quote that a footnote was turned into is gone when its content is looked at.
        var depth = 1
        var node = parent
        while let current = node {
            if current.kind == .blockQuote { depth += 1 }
            node = current.parent
        }
        return depth
    }
}
