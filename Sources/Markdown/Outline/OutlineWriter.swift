import Diagnostics
import Markup

/// Makes values of what a walk found.
struct OutlineWriter {
    let survey: Survey
    let options: MarkdownOptions
    let findings: Findings

    /// - Parameter isTelling: whether the prose of a block is told of
    func outline(
        of tree: MarkdownTree, proseWhere isTelling: @escaping (Span<UInt8>) -> Bool
    ) -> Outline {
        var outline = Outline()
        outline.headings = findings.headings.map {
            Heading(level: $0.level, id: $0.id, text: text($0.text), location: location($0.place))
        }
        outline.links = findings.links.map {
            Link(
                destination: text($0.node.destination), text: text($0.node.plainText),
                location: location($0.place))
        }
        outline.images = findings.images.map(image)
        outline.figures = findings.figures.map(figure)
        outline.expressions = findings.expressions.map(expression)
        outline.citations = findings.citations.map {
            Citation(
                works: $0.works.map { .init(key: text($0.key), locator: $0.locator.map(text)) },
                location: location($0.place, length: $0.text.count))
        }
        outline.figureReferences = findings.figureReferences.map { reference in
            FigureReference(
                targets: reference.targets.map { .init(label: $0.label, detail: $0.detail.map(text)) },
                location: location(reference.place, length: reference.text.count))
        }
        outline.captions = findings.captions.map { Caption(label: $0.label, location: location($0.place)) }
        outline.numberable = findings.numberable
        outline.droppedHTML = droppedHTML.map { location($0.place) }
        outline.summary = findings.summaryBreak.map(summary)
        outline.wordCount = WordCount.words(in: tree.document)
        var reader = ProseReader(tree, of: survey.source, where: isTelling)
        for root in [tree.document] + findings.footnotes { reader.read(root) }
        outline.prose = reader.prose
        return outline
    }

    private func summary(before summaryBreak: CmarkNode) -> String {
        var paragraphs: [String] = []
        var block = summaryBreak.previous
        while let current = block {
            if current.kind == .paragraph { paragraphs.append(text(current.plainText(markingFacts: true))) }
            block = current.previous
        }
        return paragraphs.reversed().joined(separator: " ")
    }

    private func image(_ found: Findings.Image) -> Image {
        Image(
            destination: text(found.node.destination), alt: text(found.node.plainText(markingFacts: true)),
            title: text(found.node.title), isFigure: found.isFigure, label: found.label,
            location: location(found.place))
    }

    private func figure(_ found: Findings.Located) -> FigureBlock {
        let info = found.node.info
        return FigureBlock(
            kind: found.node.withInfo(FirstWord.text(of:)), text: text(found.node.literal),
            firstLine: found.place.line + 1, column: found.place.column,
            location: location(found.place, length: info.count + 3))
    }

    private func expression(_ found: Findings.Expression) -> Expression {
        let isFact = found.node.kind == .code
        let length = found.node.endLine == found.node.startLine && isFact ? found.node.literal.count + 2 : 1
        return Expression(
            kind: isFact ? .fact : .claim, expression: text(found.expression),
            text: text(isFact ? found.node.literal : found.node.plainText),
            content: Markup(trusting: content(of: found.node)),
            location: location(found.place, length: length))
    }

    private func content(of node: CmarkNode) -> [UInt8] {
        guard node.kind == .link else { return Self.html(of: node) }
        var bytes: [UInt8] = []
        var child = node.firstChild
        while let current = child {
            bytes += Self.html(of: current)
            child = current.next
        }
        return bytes
    }

    private static func html(of node: CmarkNode) -> [UInt8] {
        node.withRenderedHTML(unsafely: false, Array.init(copying:))
    }

    var droppedHTML: [Findings.Located] {
        guard options.flavour == .site, !options.allowsRawHTML else { return [] }
        var lines: Set<Int> = []
        return findings.rawHTML.filter { found in
            let isQuiet = found.node.withLiteral { HTMLComment.isComment($0) || isClosingTag($0) }
            return !isQuiet && lines.insert(found.place.line).inserted
        }
    }

    private func isClosingTag(_ text: Span<UInt8>) -> Bool {
        text.count > 2 && text[0] == UInt8(ascii: "<") && text[1] == UInt8(ascii: "/")
    }

    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    func location(_ place: Place, length: Int = 1) -> SourceLocation {
        survey.source.location(line: place.line, column: place.column, length: length)
    }
}
