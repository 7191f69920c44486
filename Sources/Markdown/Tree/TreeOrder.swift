/// The order of the text over a tree, without recursion: no depth of nesting can exhaust the stack.
extension CmarkNode {
    /// The node that begins next after this one, its own children left out.
    func nextOutside(of root: CmarkNode) -> CmarkNode? {
        var node = self
        while node != root {
            if let next = node.next { return next }
            guard let parent = node.parent else { return nil }
            node = parent
        }
        return nil
    }

    /// The node that begins next after this one inside `root`.
    func next(in root: CmarkNode) -> CmarkNode? {
        firstChild ?? nextOutside(of: root)
    }

    /// The block that begins next after this one inside `root`; inlines are passed over.
    func nextBlock(in root: CmarkNode) -> CmarkNode? {
        switch kind {
        case .paragraph, .heading: nextOutside(of: root)
        default: next(in: root)
        }
    }

    /// The text of everything below this node without markup; a line break is a space.
    var plainText: [UInt8] { plainText(markingFacts: false) }

    /// - Parameter marksFacts: whether a code span that begins with `=` keeps its backticks, so that its value
    ///   can take its place
    func plainText(markingFacts marksFacts: Bool) -> [UInt8] {
        var text: [UInt8] = []
        var node = firstChild
        while let current = node {
            switch current.kind {
            case .text: current.withLiteral { text.append(copying: $0) }
            case .code:
                let literal = current.literal
                let isMarked = marksFacts && literal.first == UInt8(ascii: "=")
                text += isMarked ? Array("`".utf8) + literal + Array("`".utf8) : literal
            // What a citation leaves behind it hangs on the word before.
            case .customInline where current.firstChild == nil:
                while text.last?.isBlank == true { text.removeLast() }
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            default: break
            }
            node = current.next(in: self)
        }
        return text
    }

    /// Whether one of the nodes above is of this kind.
    func isInside(_ kind: Kind) -> Bool {
        var node = parent
        while let current = node {
            if current.kind == kind { return true }
            node = current.parent
        }
        return false
    }

    /// Moves all children of `other` to the end of this node.
    func adoptChildren(of other: CmarkNode) {
        while let child = other.firstChild {
            child.unlink()
            append(child)
        }
    }
}
