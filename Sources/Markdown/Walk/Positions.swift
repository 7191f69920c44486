import Diagnostics

/// Turns cmark's lines and columns into places in the file.
///
/// cmark counts the columns of an inline from the column of its block, as if every line of the block began
/// there: on lazy continuation lines and lines indented otherwise it is off, so the beginning of the line's
/// content is looked up. Where a paragraph begins with link reference definitions its lines are off as well.
struct Positions {
    private let survey: Survey
    private var blockLine = 0
    private var blockColumn = 1
    private var lineShift = 0
    private var quotes = 0

    init(_ survey: Survey) {
        self.survey = survey
    }

    /// Takes note of the paragraph or heading that the following inlines stand in.
    mutating func enter(_ block: CmarkNode) {
        blockLine = block.startLine
        blockColumn = block.startColumn
        lineShift = 0
        quotes = -1
        guard let start = Self.offset(line: blockLine, column: blockColumn, survey),
            survey.source.bytes[start] == UInt8(ascii: "[")
        else { return }
        lineShift = Self.definitionLines(of: block)
    }

    /// How many lines of reference definitions stand before the text of the block.
    private static func definitionLines(of block: CmarkNode) -> Int {
        var last = block.lastChild
        while let node = last, node.endLine == 0 { last = node.lastChild ?? node.previous }
        guard let last, block.endLine > last.endLine, block.kind == .paragraph else { return 0 }
        return block.endLine - last.endLine
    }

    func place(of node: CmarkNode) -> Place {
        place(line: node.startLine, column: node.startColumn, in: node)
    }

    func place(ofBlock node: CmarkNode) -> Place { Self.place(ofBlock: node, survey) }

    static func place(ofBlock node: CmarkNode, _ survey: Survey) -> Place {
        Place(line: node.startLine + survey.firstLine - 1, column: max(node.startColumn, 1))
    }

    /// The opening backtick of a code span: cmark gives its content.
    func place(ofCode node: CmarkNode) -> Place {
        let place = place(of: node)
        guard var offset = offset(of: place) else { return place }
        let start = offset
        let bytes = survey.source.bytes
        while offset > survey.bodyStart, bytes[offset - 1] == UInt8(ascii: "`") { offset -= 1 }
        return Place(line: place.line, column: place.column - (start - offset))
    }

    /// The opening bracket of a link; of one over several lines cmark gives the last.
    func place(ofLink node: CmarkNode) -> Place { place(ofBracket: node, width: 1) }

    func place(ofImage node: CmarkNode) -> Place { place(ofBracket: node, width: 2) }

    private func place(ofBracket node: CmarkNode, width: Int) -> Place {
        guard let child = node.firstChild, child.kind == .text, child.startLine != node.startLine else {
            return place(of: node)
        }
        return place(line: child.startLine, column: child.startColumn - width, in: node)
    }

    func place(line: Int, column: Int, in node: CmarkNode) -> Place {
        let actual = line + lineShift
        guard actual != blockLine, blockLine > 0 else {
            return Place(line: actual + survey.firstLine - 1, column: column)
        }
        let content = contentColumn(of: actual, quotes: node.quoteDepth)
        return Place(line: actual + survey.firstLine - 1, column: column - blockColumn + content)
    }

    /// The column at which the text of a continuation line begins, after its quote marks and blanks.
    private func contentColumn(of line: Int, quotes: Int) -> Int {
        let range = survey.line(line)
        let bytes = survey.source.bytes
        var index = range.lowerBound
        var open = quotes
        while index < range.upperBound {
            if bytes[index].isBlank {
                index += 1
            } else if bytes[index] == UInt8(ascii: ">"), open > 0 {
                open -= 1
                index += 1
            } else {
                break
            }
        }
        return index - range.lowerBound + 1
    }

    /// The offset in the file of a place, or nil where there is none.
    func offset(of place: Place) -> Int? {
        Self.offset(line: place.line - survey.firstLine + 1, column: place.column, survey)
    }

    private static func offset(line: Int, column: Int, _ survey: Survey) -> Int? {
        let range = survey.line(line)
        let offset = range.lowerBound + column - 1
        return column >= 1 && offset < range.upperBound ? offset : nil
    }

    /// Where each byte of a text node's literal stands in the file.
    func origins(of node: CmarkNode, literal: [UInt8]) -> TextOrigins {
        let place = place(of: node)
        return TextOrigins(place, literal: literal, from: offset(of: place), in: survey.source.bytes)
    }
}

extension CmarkNode {
    /// How many block quotes stand around this node.
    fileprivate var quoteDepth: Int {
        var depth = 0
        var node = parent
        while let current = node {
            if current.kind == .blockQuote { depth += 1 }
            node = current.parent
        }
        return depth
    }
}
