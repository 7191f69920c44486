import Markup

/// Puts finished markup in the places that a walk found. What is taken out of the tree may still be looked at:
/// others may have been found inside it.
struct TreeRewriting {
    let options: MarkdownOptions
    let findings: Findings

    func apply(_ substitutions: Substitutions, in document: CmarkNode) {
        if options.flavour == .gfm { filterTags() }
        guard options.flavour == .site else { return }
        for (index, link) in findings.links.enumerated() {
            guard let address = substitutions.links.at(index) else { continue }
            link.node.setDestination(address.utf8)
        }
        for node in findings.literalEquals { node.setLiteral(node.literal.dropFirst()) }
        for (index, expression) in findings.expressions.enumerated() {
            guard let markup = substitutions.expressions.at(index) else { continue }
            replace(expression.node, inline: markup.bytes)
        }
        for (index, citation) in findings.citations.enumerated() {
            let markup = substitutions.citations.at(index) ?? Markup(text: text(citation.text))
            citation.node.setOpening(markup.bytes)
            if substitutions.citations.at(index) != nil { attach(citation.node) }
        }
        for (index, reference) in findings.figureReferences.enumerated() {
            let markup = substitutions.figureReferences.at(index) ?? Markup(text: text(reference.text))
            reference.node.setOpening(markup.bytes)
        }
        for (index, caption) in findings.captions.enumerated() {
            write(caption, substitutions.captionNumbers.at(index))
        }
        for (index, image) in findings.images.enumerated() {
            rewrite(image, substitutions.images.at(index))
        }
        for refused in findings.refusedAddresses { unwrap(refused.node) }
        for (index, figure) in findings.figures.enumerated() {
            guard let markup = substitutions.figures.at(index) else { continue }
            replace(figure.node, block: markup.bytes)
        }
        rewriteHeadings()
        if !options.allowsRawHTML { dropHTML() }
        writeFootnotes(in: document)
    }

    /// Takes away the white space before a mark that hangs on the word before it, so that neither a gap nor
    /// the end of a line comes between them.
    private func attach(_ mark: CmarkNode) {
        guard let before = mark.previous else { return }
        switch before.kind {
        case .text:
            let literal = before.literal
            let end = literal.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? literal.startIndex
            before.setLiteral(literal[..<end])
        case .softBreak:
            before.unlink()
        default: break
        }
    }

    /// Moves what a paragraph says into the table beside it.
    private func write(_ caption: Findings.Caption, _ number: Markup?) {
        if let label = caption.label {
            var opening = Array("<table id=\"".utf8)
            Escaping.append(label.text.utf8, to: &opening)
            caption.table.setOpening(opening + Array("\">".utf8))
        }
        let element = CmarkNode(new: .customInline)
        element.setOpening(Array("<caption>".utf8) + (number?.bytes ?? []))
        element.setClosing("</caption>\n".utf8)
        element.adoptChildren(of: caption.node)
        caption.table.firstChild?.insertBefore(element)
        caption.node.unlink()
    }

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
        for found in findings.rawHTML {
            found.node.unlink()
        }
    }

    // MARK: Headings

    private func rewriteHeadings() {
        var title = options.dropsTitle ? findings.headings.firstIndex { $0.level == 1 } : nil
        for (index, heading) in findings.headings.enumerated() {
            if index == title {
                heading.node.unlink()
                title = nil
            } else {
                rewrite(heading)
            }
        }
    }

    /// Only a custom block may stand among blocks, but it would put line breaks around the heading's text.
    private func rewrite(_ heading: Findings.Heading) {
        let block = CmarkNode(new: .customBlock)
        let element = CmarkNode(new: .customInline)
        var opening = Array("<h\(heading.level) id=\"".utf8)
        Escaping.append(heading.id.utf8, to: &opening)
        element.setOpening(opening + Array("\">".utf8))
        element.setClosing(Array("</h\(heading.level)>".utf8))
        element.adoptChildren(of: heading.node)
        block.append(element)
        heading.node.replace(with: block)
    }

    // MARK: Images

    private func rewrite(_ image: Findings.Image, _ substitution: ImageSubstitution?) {
        let title = text(image.node.title)
        let address = substitution.map { Array($0.source.utf8) } ?? image.node.destination
        let attributes: KeyValuePairs<StaticString, AttributeValue> = [
            "src": .text(text(Address.encoded(address))),
            "alt": .text(substitution?.alt ?? text(image.node.plainText)),
            "title": image.isFigure || title.isEmpty ? .absent : .text(title),
            "width": substitution?.width.map(AttributeValue.integer) ?? .absent,
            "height": substitution?.height.map(AttributeValue.integer) ?? .absent,
            "loading": "lazy",
            "decoding": "async",
        ]
        var writer = MarkupWriter()
        guard image.isFigure, let paragraph = image.node.parent else {
            writer.element("img", attributes)
            return replace(image.node, inline: writer.markup.bytes)
        }
        let number = substitution?.number
        writer.element("figure", ["id": .optional(image.label?.text)]) {
            $0.element("img", attributes)
            guard number != nil || !title.isEmpty else { return }
            $0.element("figcaption") { caption in
                if let number { caption.append(number) }
                caption.text(title)
            }
        }
        replace(paragraph, block: writer.markup.bytes)
    }

    /// Leaves the text of a link or image whose address is refused.
    private func unwrap(_ node: CmarkNode) {
        let wrapper = CmarkNode(new: .customInline)
        if node.kind == .image {
            wrapper.setOpening(Markup(text: text(node.plainText)).bytes)
        } else {
            wrapper.adoptChildren(of: node)
        }
        node.replace(with: wrapper)
    }

    // MARK: Nodes

    private func replace(_ node: CmarkNode, inline markup: [UInt8]) {
        let custom = CmarkNode(new: .customInline)
        custom.setOpening(markup)
        node.replace(with: custom)
    }

    private func replace(_ node: CmarkNode, block markup: [UInt8]) {
        let custom = CmarkNode(new: .customBlock)
        custom.setOpening(markup)
        node.replace(with: custom)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension Array {
    /// The entry at an index, or nil where the array is shorter or the entry is nil.
    fileprivate func at<Wrapped>(_ index: Int) -> Wrapped? where Element == Wrapped? {
        index < count ? self[index] : nil
    }
}
