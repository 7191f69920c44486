/// Cuts places out of a text node.
enum TextSplitter {
    /// Puts an empty custom node in the place of each range and text nodes around them, and returns the
    /// custom nodes; what is left of the text before the first stays in `node`.
    static func split(_ node: CmarkNode, _ text: [UInt8], at ranges: [Range<Int>]) -> [CmarkNode] {
        var spots: [CmarkNode] = []
        var last = node
        var end = ranges.first?.lowerBound ?? text.count
        node.setLiteral(text[..<end])
        for (index, range) in ranges.enumerated() {
            let spot = CmarkNode(new: .customInline)
            last.insertAfter(spot)
            spots.append(spot)
            last = spot
            end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : text.count
            guard range.upperBound < end else { continue }
            let rest = CmarkNode(new: .text)
            rest.setLiteral(text[range.upperBound..<end])
            spot.insertAfter(rest)
            last = rest
        }
        return spots
    }
}
