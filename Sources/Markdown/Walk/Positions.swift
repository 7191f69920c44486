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
    /// Hard line breaks by a backslash so far in the block: cmark does not count these lines.
    private var breaks = Breaks()

    private struct Breaks {
        var count = 0
        /// The line as cmark counts it, and the bytes that it adds to the columns in it.
        var line = 0
        var bytes = 0
    }

    init(_ text: ParsedText, lead: Int) {
        self.text = text
        self.lead = lead
    }

    /// Takes note of the paragraph, heading or cell that the following inlines stand in.
    mutating func enter(_ node: CmarkNode) {
        breaks = Breaks()
        if node.kind == .customInline {
            block = .cell(node.mark ?? Place(line: 0, column: 0))
            return
        }
        block = .lines(
            first: node.startLine - lead, column: node.startColumn, shift: definitionLines(before: node))
    }

    /// Takes note of a hard line break that the walk goes by.
    mutating func pass(_ lineBreak: CmarkNode) {
        guard case .lines(let first, let column, let shift) = block, let actual = line(before: lineBreak)
        else { return }
        let line = actual + lead - shift - breaks.count
        let range = text.line(actual)
        guard range.upperBound > range.lowerBound, text.bytes[range.upperBound - 1] == UInt8(ascii: "\\")
        else { return }
        let start =
            actual == first
            ? range.lowerBound + column - 1
            : LineStart.offset(of: actual, around: lineBreak, in: text)
        let end = text.lines.start(of: actual + 1) ?? range.upperBound
        breaks.bytes = (breaks.line == line ? breaks.bytes : 0) + end - start
        breaks.line = line
        breaks.count += 1
    }

    /// The line on which the inline before a line break ends.
    private func line(before lineBreak: CmarkNode) -> Int? {
        guard case .lines(_, _, let shift) = block else { return nil }
        var node = lineBreak.previous
        while let current = node {
            if let mark = current.mark { return mark.line }
            if current.endLine > 0 { return current.endLine - lead + shift + breaks.count }
            node = current.lastChild ?? current.previous
        }
        return nil
    }

    /// How many lines of reference definitions stand before the text of the block.
    func definitionLines(before block: CmarkNode) -> Int {
        let start = Place(line: block.startLine - lead, column: block.startColumn)
        guard block.kind == .paragraph, let offset = text.offset(of: start),
            text.bytes[offset] == UInt8(ascii: "["), beginsDefinition(at: offset)
        else { return 0 }
        var last = block.lastChild
        while let node = last, node.endLine == 0 { last = node.lastChild ?? node.previous }
        guard let last, block.endLine > last.endLine else { return 0 }
        return block.endLine - last.endLine
    }

    var isInCell: Bool {
        if case .cell = block { true } else { false }
    }

    /// Whether `[label]:` stands here.
    private func beginsDefinition(at offset: Int) -> Bool {
        var index = offset + 1
        while index + 1 < text.bytes.count, index - offset < 1000 {
            if text.bytes[index] == UInt8(ascii: "]") { return text.bytes[index + 1] == UInt8(ascii: ":") }
            index += text.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
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
            let actual = line - lead + shift + breaks.count
            let column = line == breaks.line ? column - breaks.bytes : column
            guard actual != first, first > 0 else { return Place(line: actual, column: column) }
            let content = LineStart.offset(of: actual, around: node, in: text)
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
