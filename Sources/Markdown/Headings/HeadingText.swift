/// The text of a heading and the anchor that `{#id}` at its end gives it.
enum HeadingText {
    /// Takes `{#id}` out of the tree and returns what is left, without markup.
    static func split(_ heading: CmarkNode) -> (text: [UInt8], anchor: String?) {
        guard let anchor = givenAnchor(heading), let last = heading.lastChild else {
            return (trimmed(heading.plainText), nil)
        }
        let literal = last.literal
        let end = literal.count - anchor.utf8.count - 3
        last.setLiteral(trimmed(Array(literal[..<end])))
        return (trimmed(heading.plainText), anchor)
    }

    /// The anchor given by the author.
    static func givenAnchor(_ heading: CmarkNode) -> String? {
        guard let last = heading.lastChild, last.kind == .text else { return nil }
        return last.trailingAnchor
    }

    private static func trimmed(_ text: [UInt8]) -> [UInt8] {
        guard let first = text.firstIndex(where: { !$0.isBlank }),
            let last = text.lastIndex(where: { !$0.isBlank })
        else { return [] }
        // A blank before the first inline of a heading is taken off by cmark already.
        return first == 0 && last == text.count - 1 ? text : Array(text[..<(last + 1)])
    }
}

extension CmarkNode {
    /// The name in `{#name}` at the end of a text: letters, digits, `-`, `_`, `.` and `:`, all ASCII.
    var trailingAnchor: String? {
        withLiteral { text in
            guard text.count > 3, text[text.count - 1] == UInt8(ascii: "}") else { return nil }
            var start = text.count - 1
            while start > 0, text[start - 1].isAnchor { start -= 1 }
            guard start >= 2, start < text.count - 1, text[start - 1] == UInt8(ascii: "#"),
                text[start - 2] == UInt8(ascii: "{")
            else { return nil }
            return String(decoding: [UInt8](copying: text.extracting(start..<text.count - 1)), as: UTF8.self)
        }
    }
}

extension UInt8 {
    fileprivate var isAnchor: Bool {
        isWord || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: ":")
    }
}
