/// Takes the marks of slots out of what cmark wrote.
struct SlotCutting {
    private var bytes: [UInt8] = []
    /// By where they begin.
    private var slots: [Slot] = []
    /// Those whose end has not come yet, by their indices.
    private var open: [Int] = []

    static func cut(_ html: Span<UInt8>, at marks: SlotMarks) -> (bytes: [UInt8], slots: [Slot]) {
        var cutting = SlotCutting()
        // Held as long as the text is: no larger than it must be.
        cutting.bytes.reserveCapacity(html.count - marks.contents.count * SlotMarks.openingLength)
        cutting.slots.reserveCapacity(marks.contents.count)
        var start = 0
        if !marks.contents.isEmpty {
            while let mark = html.firstIndex(of: SlotMarks.first, from: start) {
                cutting.bytes.append(copying: html.extracting(start..<mark))
                start = cutting.pass(mark, of: marks, in: html)
            }
        }
        cutting.bytes.append(copying: html.extracting(start...))
        return (cutting.bytes, cutting.slots)
    }

    /// Takes note of a mark, and returns where the markup goes on.
    private mutating func pass(_ mark: Int, of marks: SlotMarks, in html: Span<UInt8>) -> Int {
        let content: Slot.Content
        var next = mark
        if SlotMarks.isClosing(html, at: mark) {
            next += SlotMarks.closing.count
            guard let slot = open.popLast() else { return next }
            slots[slot].range = slots[slot].range.lowerBound..<bytes.count
            content = slots[slot].content
        } else {
            next += SlotMarks.openingLength
            content = marks.content(html, at: mark)
            begin(content, before: next, in: html)
        }
        // cmark puts what custom blocks say on lines of their own.
        return content.isBlock ? next + 1 : next
    }

    private mutating func begin(_ content: Slot.Content, before next: Int, in html: Span<UInt8>) {
        switch content {
        case .link:
            // A link writes its address itself, in which no quotation mark stands; its mark stands before it.
            let opening = "<a href=\"".utf8.count
            let address = bytes.count + opening
            let end = html.firstIndex(of: UInt8(ascii: "\""), from: next + opening) ?? html.count
            slots.append(Slot(content: content, range: address..<address + end - next - opening))
        case .title(takesLine: true): beginSlot(content, at: bytes.count - 1)
        default: beginSlot(content, at: bytes.count)
        }
    }

    private mutating func beginSlot(_ content: Slot.Content, at start: Int) {
        open.append(slots.count)
        slots.append(Slot(content: content, range: start..<start))
    }
}
