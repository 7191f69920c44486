/// `~~struck~~` and `~struck~`, among the inlines that stand beside each other.
struct Strikethrough {
    private struct Run {
        let node: CmarkNode
        let range: Range<Int>
        let canOpen: Bool
        let canClose: Bool

        var length: Int { range.count }
    }

    private var runs: [Run] = []
    private var texts: [(node: CmarkNode, text: [UInt8], origins: TextOrigins)] = []

    /// Wraps what is struck in `del` elements.
    static func apply(in parent: CmarkNode, _ positions: Positions) {
        var striking = Strikethrough()
        var child = parent.firstChild
        while let current = child {
            if current.kind == .text { striking.collect(current, positions) }
            child = current.next
        }
        guard striking.runs.count > 1 else { return }
        striking.wrap(striking.pairs())
    }

    private mutating func collect(_ node: CmarkNode, _ positions: Positions) {
        let mark = UInt8(ascii: "~")
        guard node.withLiteral({ text in text.indices.contains { text[$0] == mark } }) else { return }
        let text = node.literal
        let origins = positions.origins(of: node, literal: text)
        var index = 0
        let isLast = node.next == nil || node.next?.kind == .softBreak || node.next?.kind == .lineBreak
        let isFirst =
            node.previous == nil || node.previous?.kind == .softBreak || node.previous?.kind == .lineBreak
        while index < text.count {
            guard text[index] == mark, !origins.isEscaped(at: index) else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] == mark { end += 1 }
            if end - index <= 2 {
                // Where another inline stands beside the run, its mark does: punctuation.
                let before = index > 0 ? text[index - 1] : isFirst ? .space : mark
                let after = end < text.count ? text[end] : isLast ? .space : mark
                runs.append(
                    Run(
                        node: node, range: index..<end, canOpen: Self.flanks(after, before),
                        canClose: Self.flanks(before, after)))
            }
            index = end
        }
        texts.append((node, text, origins))
    }

    /// CommonMark's left-flanking, and with the two exchanged right-flanking.
    private static func flanks(_ inner: UInt8, _ outer: UInt8) -> Bool {
        inner > .space && (!inner.isPunctuation || outer <= .space || outer.isPunctuation)
    }

    /// Opening and closing runs that belong together, in the order in which they close.
    private func pairs() -> [(open: Int, close: Int)] {
        var pairs: [(open: Int, close: Int)] = []
        var openers: [Int] = []
        var waiting = [0, 0, 0]
        for (index, run) in runs.enumerated() {
            if run.canClose, waiting[run.length] > 0 {
                while let opener = openers.popLast() {
                    waiting[runs[opener].length] -= 1
                    guard runs[opener].length == run.length else { continue }
                    pairs.append((opener, index))
                    break
                }
            } else if run.canOpen {
                openers.append(index)
                waiting[run.length] += 1
            }
        }
        return pairs
    }

    private func wrap(_ pairs: [(open: Int, close: Int)]) {
        let matched = Set(pairs.flatMap { [$0.open, $0.close] }).sorted()
        var spots: [Int: CmarkNode] = [:]
        var next = 0
        for text in texts {
            let start = next
            while next < matched.count, runs[matched[next]].node == text.node { next += 1 }
            guard start < next else { continue }
            let ranges = matched[start..<next].map { runs[$0].range }
            let made = TextSplitter.split(text.node, text.text, at: ranges, text.origins).spots
            for (run, spot) in zip(matched[start..<next], made) { spots[run] = spot }
        }
        for pair in pairs {
            guard let open = spots[pair.open], let close = spots[pair.close] else { continue }
            open.setOpening("<del>".utf8)
            open.setClosing("</del>".utf8)
            while let inner = open.next, inner != close { open.append(inner) }
            close.unlink()
        }
    }
}
