/// Cuts places out of a text node.
enum TextSplitter {
    /// Puts a new node in the place of each range and text nodes around them; what is left of the text before
    /// the first stays in `node`.
    ///
    /// - Returns: the new nodes, and the last node that came of the text.
    static func split(
        _ node: CmarkNode, _ text: [UInt8], at ranges: [Range<Int>], as kind: CmarkNode.Kind = .customInline,
        _ origins: TextOrigins
    ) -> (spots: [CmarkNode], last: CmarkNode) {
        var spots: [CmarkNode] = []
        var last = node
        var end = ranges.first?.lowerBound ?? text.count
        node.setLiteral(text[..<end])
        for (index, range) in ranges.enumerated() {
            let spot = CmarkNode(new: kind)
            last.insertAfter(spot)
            spots.append(spot)
            last = spot
            end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : text.count
            guard range.upperBound < end else { continue }
            let rest = CmarkNode(new: .text)
            rest.setLiteral(text[range.upperBound..<end])
            rest.setMark(origins.place(at: range.upperBound))
            spot.insertAfter(rest)
            last = rest
        }
        return (spots, last)
    }
}
