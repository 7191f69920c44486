/// List items that begin with `[ ]` or `[x]`.
enum TaskItem {
    /// Puts a checkbox in the place of the brackets at the beginning of an item's first paragraph.
    static func apply(to paragraph: CmarkNode, _ positions: Positions, _ text: ParsedText, _ flavour: Flavour)
    {
        guard paragraph.parent?.kind == .item, paragraph.previous == nil, let first = paragraph.firstChild,
            first.kind == .text, let isChecked = first.withLiteral(state)
        else { return }
        let place = positions.place(of: first)
        guard let offset = text.offset(of: place), text.bytes[offset] == UInt8(ascii: "[") else { return }
        let wasAlone = first.withLiteral { $0.count } == 3
        guard !wasAlone || first.next?.kind == .softBreak else { return }
        first.setLiteral(first.literal.dropFirst(3))
        first.setMark(Place(line: place.line, column: place.column + 3))
        let box = CmarkNode(new: .customInline)
        if flavour == .site {
            // The text of the item is the label of its box.
            let checked = isChecked ? " checked" : ""
            box.setOpening("<label><input type=\"checkbox\" disabled\(checked)>".utf8)
            box.setClosing("</label>".utf8)
            box.adoptChildren(of: paragraph)
            paragraph.append(box)
        } else {
            box.setOpening("<input \(isChecked ? "checked=\"\" " : "")disabled=\"\" type=\"checkbox\">".utf8)
            first.insertBefore(box)
        }
    }

    /// Whether the box that the text begins with is checked; nil where it begins with none.
    private static func state(_ text: Span<UInt8>) -> Bool? {
        guard text.count >= 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
            text.count == 3 || text[3].isBlank
        else { return nil }
        switch text[1] {
        case .space: return false
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
        default: return nil
        }
    }
}
