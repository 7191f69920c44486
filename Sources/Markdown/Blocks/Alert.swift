import Markup

/// GitHub's alerts: block quotes that begin with `[!NOTE]` or another of five words on a line by itself.
package enum Alert: String, Sendable, Hashable, CaseIterable {
    case note, tip, important, warning, caution

    /// Turns a quote into an alert where it is one, and returns the block that then holds its content.
    static func apply(to quote: CmarkNode, titles: [Alert: String]) -> CmarkNode? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
            let first = paragraph.firstChild, first.kind == .text, let alert = first.withLiteral(word)
        else { return nil }
        let lineEnd = first.next
        guard lineEnd == nil || lineEnd?.kind == .softBreak || lineEnd?.kind == .lineBreak else { return nil }
        first.unlink()
        lineEnd?.unlink()
        let block = CmarkNode(new: .customBlock)
        block.setOpening("<div class=\"alert alert-\(alert.rawValue)\" role=\"note\">".utf8)
        block.setClosing("</div>".utf8)
        block.setMark(Place(line: quote.startLine, column: max(quote.startColumn, 1)))
        block.append(alert.title(titles[alert]))
        block.adoptChildren(of: quote)
        if paragraph.firstChild == nil { paragraph.unlink() }
        quote.replace(with: block)
        return block
    }

    private func title(_ given: String?) -> CmarkNode {
        let name = given ?? rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        let node = CmarkNode(new: .customBlock)
        var writer = MarkupWriter()
        writer.element("p", ["class": "alert-title"], text: name)
        node.setOpening(writer.markup.bytes)
        return node
    }

    private static func word(_ text: Span<UInt8>) -> Alert? {
        guard text.count > 4, text.count < 16, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!"),
            text[text.count - 1] == UInt8(ascii: "]")
        else { return nil }
        let word = [UInt8](copying: text.extracting(2..<text.count - 1)).map { $0 | 0x20 }
        return Alert(rawValue: String(decoding: word, as: UTF8.self))
    }
}
