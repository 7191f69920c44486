/// Citations that a line break of the source runs through.
enum CitationJoining {
    /// Where a text ends within a citation that the next line completes, moves the rest of the brackets before
    /// the line break, so that they are found as one.
    static func apply(to node: CmarkNode, _ positions: Positions) {
        guard let lineBreak = node.next, lineBreak.kind == .softBreak, let following = lineBreak.next,
            following.kind == .text, let start = node.withLiteral(startOfOpenCitation)
        else { return }
        let rest = following.literal
        guard let end = rest.prefix(2000).firstIndex(of: UInt8(ascii: "]")) else { return }
        let text = node.literal
        let joined = text[start...] + [.space] + rest[...end]
        guard CitationScanner.matches(in: Array(joined)).first?.range == 0..<joined.count else { return }
        // Punctuation stays with the brackets: the line break must not part them.
        var cut = end + 1
        while cut < rest.count, !rest[cut].isBlank, rest[cut] != UInt8(ascii: "[") { cut += 1 }
        let next = cut < rest.count && rest[cut].isBlank ? cut + 1 : cut
        let origins = positions.origins(of: following, literal: rest)
        node.setLiteral(text[..<start] + joined + rest[(end + 1)..<cut])
        following.setMark(origins.place(at: next))
        following.setLiteral(rest[next...])
    }

    /// Where the last `[@` stands that nothing closes.
    private static func startOfOpenCitation(_ text: Span<UInt8>) -> Int? {
        var index = text.count - 2
        while index >= 0, text[index] != UInt8(ascii: "]") {
            if text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "@") { return index }
            index -= 1
        }
        return nil
    }
}
