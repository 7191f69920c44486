import Markup

/// Writes what cmark does not know into the tree that was walked, and marks the slots in it.
///
/// Around a slot stands what is written where the site puts nothing there. What is taken out of the tree may still
/// be looked at: others may have been found inside it.
struct TreeRewriting {
    let options: MarkdownOptions
    private let findings: Findings
    private(set) var marks = SlotMarks()
    private(set) var images: [ImageElement] = []

    init(options: MarkdownOptions, findings: Findings) {
        self.options = options
        self.findings = findings
    }

    mutating func apply(in document: CmarkNode) {
        findings.summaryBreak?.unlink()
        if options.flavour == .gfm { filterTags() }
        guard options.flavour == .site else { return }
        for node in findings.literalEquals { node.setLiteral(node.literal.dropFirst()) }
        for (index, link) in findings.links.enumerated() { mark(link.node, asLink: index) }
        for (index, expression) in findings.expressions.enumerated() {
            wrap(expression.node, in: .customInline, as: .expression(index))
        }
        for (index, citation) in findings.citations.enumerated() { write(citation, at: index) }
        for (index, reference) in findings.figureReferences.enumerated() {
            fill(reference.node, with: written(reference.text), as: .figureReference(index))
        }
        for (index, caption) in findings.captions.enumerated() { write(caption, at: index) }
        for (index, image) in findings.images.enumerated() { rewrite(image, at: index) }
        for refused in findings.refusedAddresses { unwrap(refused.node) }
        for (index, figure) in findings.figures.enumerated() {
            wrap(figure.node, in: .customBlock, as: .figure(index))
        }
        if !options.allowsRawHTML { dropHTML() }
        rewriteHeadings()
        writeFootnotes(in: document)
    }

    // MARK: Slots

    /// Marks a link, which goes on to write its address itself.
    private mutating func mark(_ link: CmarkNode, asLink index: Int) {
        let mark = CmarkNode(new: .customInline)
        mark.setOpening(marks.opening(of: .link(index)))
        link.insertBefore(mark)
    }

    /// Makes a slot of a node and what stands in it.
    private mutating func wrap(_ node: CmarkNode, in kind: CmarkNode.Kind, as content: Slot.Content) {
        let slot = CmarkNode(new: kind)
        slot.setOpening(marks.opening(of: content))
        slot.setClosing(SlotMarks.closing)
        node.replace(with: slot)
        slot.append(node)
    }

    /// Makes a slot of a custom node that stands for what the author wrote.
    private mutating func fill(_ node: CmarkNode, with markup: [UInt8], as content: Slot.Content) {
        node.setOpening(marks.opening(of: content) + markup + SlotMarks.closing)
    }

    private func written(_ text: [UInt8]) -> [UInt8] { Markup(text: Self.text(text)).bytes }

    private mutating func write(_ citation: Findings.Citation, at index: Int) {
        let space = takeSpace(before: citation.node)
        fill(citation.node, with: space + written(citation.text), as: .citation(index))
    }

    /// Takes the white space before a mark out of the tree, and returns it as cmark writes it.
    private func takeSpace(before mark: CmarkNode) -> [UInt8] {
        guard let before = mark.previous else { return [] }
        switch before.kind {
        case .text:
            let literal = before.literal
            let end = literal.lastIndex { $0 != .space }.map { $0 + 1 } ?? literal.startIndex
            if end < literal.endIndex { before.setLiteral(literal[..<end]) }
            return Array(literal[end...])
        case .softBreak:
            before.unlink()
            return [.lineFeed]
        default: return []
        }
    }

    /// Moves what a paragraph says into the table beside it.
    private mutating func write(_ caption: Findings.Caption, at index: Int) {
        if let label = caption.label {
            var opening = Array("<table id=\"".utf8)
            Escaping.append(label.text.utf8, to: &opening)
            caption.table.setOpening(opening + Array("\">".utf8))
        }
        let element = CmarkNode(new: .customInline)
        element.setOpening(
            Array("<caption>".utf8) + marks.opening(of: .captionNumber(index)) + SlotMarks.closing)
        element.setClosing("</caption>\n".utf8)
        element.adoptChildren(of: caption.node)
        caption.table.firstChild?.insertBefore(element)
        caption.node.unlink()
    }

    /// An image alone in its paragraph stands in its place.
    private mutating func rewrite(_ image: Findings.Image, at index: Int) {
        let element = ImageElement(image)
        images.append(element)
        let kind = image.isFigure ? CmarkNode.Kind.customBlock : .customInline
        let node = CmarkNode(new: kind)
        node.setOpening(element.markup().bytes)
        if image.isFigure { image.node.parent?.replace(with: node) } else { image.node.replace(with: node) }
        wrap(node, in: kind, as: .image(index, isFigure: image.isFigure))
    }

    // MARK: Headings

    private mutating func rewriteHeadings() {
        let title = findings.headings.firstIndex { $0.level == 1 }
        for (index, heading) in findings.headings.enumerated() { rewrite(heading, isTitle: index == title) }
    }

    /// Only a custom block may stand among blocks, but it would put line breaks around the heading's text.
    private mutating func rewrite(_ heading: Findings.Heading, isTitle: Bool) {
        let block = CmarkNode(new: .customBlock)
        let element = CmarkNode(new: .customInline)
        var opening = Array("<h\(heading.level) id=\"".utf8)
        Escaping.append(heading.id.utf8, to: &opening)
        element.setOpening(opening + Array("\">".utf8))
        element.setClosing(Array("</h\(heading.level)>".utf8))
        element.adoptChildren(of: heading.node)
        block.append(element)
        let partsLine = heading.node.partsLine
        heading.node.replace(with: block)
        if isTitle { wrap(block, in: .customBlock, as: .title(takesLine: partsLine)) }
    }

    // MARK: Other nodes

    private func writeFootnotes(in document: CmarkNode) {
        for reference in findings.footnoteReferences {
            reference.node.setOpening(FootnoteSection.reference(reference).bytes)
        }
        guard !findings.footnotes.isEmpty else { return }
        document.append(
            FootnoteSection.node(
                of: findings.footnotes, findings.footnoteReferences, backLabel: options.footnoteBackLabel))
    }

    /// GitHub shows some tags of raw HTML as text.
    private func filterTags() {
        for found in findings.rawHTML {
            if let filtered = TagFilter.filtered(found.node.literal) { found.node.setLiteral(filtered) }
        }
    }

    private func dropHTML() {
        for found in findings.rawHTML { found.node.unlink() }
    }

    /// Leaves the text of a link or image whose address is refused.
    private func unwrap(_ node: CmarkNode) {
        let wrapper = CmarkNode(new: .customInline)
        if node.kind == .image {
            wrapper.setOpening(Markup(text: Self.text(node.plainText)).bytes)
        } else {
            wrapper.adoptChildren(of: node)
        }
        node.replace(with: wrapper)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension CmarkNode {
    /// Whether this block stands in a list item where cmark would write what is before and behind it in one line.
    fileprivate var partsLine: Bool {
        guard let item = parent, item.kind == .item, let list = item.parent else { return false }
        return [previous, next].allSatisfy { neighbour in
            neighbour.map { $0.kind == .paragraph && list.isTightList } ?? true
        }
    }
}
