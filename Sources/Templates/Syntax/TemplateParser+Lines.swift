// Text, lines and their indentation.
extension TemplateParser {
    /// What stands before the tag on its line where that is white space only.
    func lead(of tag: TemplateTag) -> Range<Int>? {
        var start = tag.range.lowerBound
        while start > 0, bytes[start - 1].isIndentation { start -= 1 }
        guard start == 0 || bytes[start - 1].isLineFeed else { return nil }
        return start..<tag.range.lowerBound
    }

    /// Where the next line starts if only white space stands behind the tag on its line.
    func tail(of tag: TemplateTag) -> Int? {
        var end = tag.range.upperBound
        while end < bytes.count, bytes[end].isIndentation { end += 1 }
        if end == bytes.count { return end }
        if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
        return bytes[end].isLineFeed ? end + 1 : nil
    }

    func isAlone(_ tag: TemplateTag) -> Bool { lead(of: tag) != nil && tail(of: tag) != nil }

    /// The indentation of the first line at or after `start` that is not empty.
    func leadOfFirstLine(from start: Int) -> Range<Int> {
        var lineStart = start
        var index = start
        while index < bytes.count {
            if bytes[index].isLineFeed {
                lineStart = index + 1
            } else if !bytes[index].isTemplateSpace {
                return lineStart..<index
            }
            index += 1
        }
        return start..<start
    }

    /// Appends the text before the tag and goes on behind it, or with the next line.
    mutating func take(_ tag: TemplateTag, dropsLine: Bool) {
        if dropsLine, let lead = lead(of: tag) {
            appendText(position..<max(position, lead.lowerBound))
            position = tail(of: tag) ?? tag.range.upperBound
        } else {
            appendText(position..<tag.range.lowerBound, marksLine: true)
            position = tag.range.upperBound
        }
    }

    /// Appends text, a node for each line; `marksLine` also marks the start of a line that goes on with a
    /// tag.
    mutating func appendText(_ range: Range<Int>, marksLine: Bool = false) {
        if case .parent = open[open.count - 1].kind { return }
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, !bytes[end].isLineFeed { end += 1 }
            if end < range.upperBound { end += 1 }
            appendLine(start..<end)
            start = end
        }
        if marksLine, isLineStart(range.upperBound) { appendLine(range.upperBound..<range.upperBound) }
    }

    private mutating func appendLine(_ range: Range<Int>) {
        let startsLine = isLineStart(range.lowerBound)
        append(.literal(startsLine ? indented(range) : range, startsLine: startsLine))
    }

    /// The range without the indentation that is taken from each line here.
    func indented(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        let limit = min(range.upperBound, start + open[open.count - 1].dedent)
        while start < limit, bytes[start].isIndentation { start += 1 }
        return start..<range.upperBound
    }

    private func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1].isLineFeed }

    mutating func append(_ node: TemplateNode) {
        open[open.count - 1].children.append(node)
    }
}
