package import Diagnostics

/// A text without markup, for search and descriptions.
package struct PlainText: Sendable, Hashable {
    /// Every heading, in the order of the outline.
    package var headings: [String] = []
    /// The paragraphs that stand in no list, quote, table or footnote.
    package var paragraphs: [String] = []
    /// All prose, a line each for headings, paragraphs and cells; without code blocks, figures and raw HTML.
    package var text = ""

    package init() {}
}

/// Reads a text once more and leaves its markup out; citations and references to footnotes go with it.
///
/// - Parameter expressions: what stands in the place of facts, by index into the outline's expressions; a
///   claim is what its author wrote.
package func plainText(
    of source: SourceText, bodyFrom offset: Int = 0, options: MarkdownOptions, expressions: [String?] = []
) -> PlainText {
    let survey = Survey(of: source, from: offset)
    var ignored: [Diagnostic] = []
    guard TextLimits.admit(survey, reporting: &ignored) else { return PlainText() }
    return MarkdownTree.withTree(of: survey, options) { tree in
        var walk = TreeWalk(tree, survey, options)
        walk.walk()
        for (index, expression) in walk.findings.expressions.enumerated() where index < expressions.count {
            guard expression.node.kind == .code, let value = expressions[index] else { continue }
            expression.node.setLiteral(value.utf8)
        }
        for node in walk.findings.literalEquals { node.setLiteral(node.literal.dropFirst()) }
        for citation in walk.findings.citations { dropBlank(before: citation.node) }
        return plainText(of: tree, footnotes: walk.findings.footnotes)
    }
}

/// A citation goes with the blank before it.
private func dropBlank(before citation: CmarkNode) {
    guard let text = citation.previous, text.kind == .text else { return }
    let literal = text.literal
    if literal.last?.isBlank == true { text.setLiteral(literal.dropLast()) }
}

private func plainText(of tree: MarkdownTree, footnotes: [CmarkNode]) -> PlainText {
    var plain = PlainText()
    var all: [UInt8] = []
    for root in [tree.document] + footnotes {
        var node = root.firstChild
        while let current = node {
            let isText =
                current.kind == .paragraph || current.kind == .heading
                || (current.kind == .customInline && current.mark != nil)
            guard isText else {
                node = current.next(in: root)
                continue
            }
            let text = current.plainText
            all += text
            all.append(.lineFeed)
            if current.kind == .heading { plain.headings.append(String(decoding: text, as: UTF8.self)) }
            if current.kind == .paragraph, current.parent == tree.document {
                plain.paragraphs.append(String(decoding: text, as: UTF8.self))
            }
            node = current.nextOutside(of: root)
        }
    }
    plain.text = String(decoding: all, as: UTF8.self)
    return plain
}
