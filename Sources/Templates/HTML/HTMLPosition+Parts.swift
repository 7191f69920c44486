// How positions carry over the parts of a template.
//
// A section, a block, a partial and a parent begin and end in the same place, so that the text behind them
// means the same whatever they hold. Inside a tag a part may add whole attributes, and what follows it
// begins with a space, `/` or `>`.
extension HTMLPosition {
    /// Where the text behind a part goes on that began here and ended there, or nil where the two differ.
    func joined(with end: HTMLPosition) -> HTMLPosition? {
        if self == end { return self }
        switch (self, end) {
        case (.tag(let left, let isSeparated), .tag(let right, let isAlsoSeparated)):
            guard left.element == right.element, left.isEnd == right.isEnd else { return nil }
            var tag = left
            tag.isLinkedData = left.isLinkedData && right.isLinkedData
            return .tag(tag, isSeparated: isSeparated && isAlsoSeparated)
        case (.carriedLessThan, .text), (.text, .carriedLessThan): return end
        default: return nil
        }
    }

    /// Where text goes on behind a part that something else may replace.
    var behindReplaceablePart: HTMLPosition {
        if case .tag(let tag, _) = self { return .tag(tag, isSeparated: false) }
        return self
    }
}

extension HTMLScanner {
    /// Where a part that begins here starts, or nil where none may begin.
    var startOfPart: HTMLPosition? {
        switch position {
        case .text, .tag, .value, .declaration, .carriedLessThan: position
        case .lessThan: .carriedLessThan
        case .tagName(let isEnd): .tag(tagSoFar(isEnd: isEnd), isSeparated: false)
        case .attributeName(let tag): .tag(tag, isSeparated: false)
        case .afterAttributeName(let tag, _): .tag(tag, isSeparated: true)
        case .rawText(let tag, _): .rawText(tag, matched: 0)
        case .comment: .comment(dashes: 0)
        case .endTagOpen, .markupDeclaration, .beforeValue, .unquotedValue: nil
        }
    }
}
