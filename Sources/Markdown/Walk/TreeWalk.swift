/// The walk over the tree of a text.
///
/// It takes note of what the outline tells of, and gives the tree what cmark does not know among inlines.
struct TreeWalk {
    let tree: MarkdownTree
    let options: MarkdownOptions
    let features: Survey.Features
    /// What may stand in text, as far as this flavour reads it.
    let textFeatures: Survey.Features
    var positions: Positions
    var findings = Findings()
    var problems: [WalkProblem] = []
    var notes: FootnoteNumbers
    private var requoting: Requoting?
    private var anchors = AnchorNames()

    init(_ tree: MarkdownTree, _ survey: Survey, _ options: MarkdownOptions) {
        self.tree = tree
        self.options = options
        features = survey.features
        switch options.flavour {
        case .commonmark: textFeatures = []
        case .gfm: textFeatures = features.intersection([.at, .addresses])
        case .site:
            textFeatures = features.intersection([.at, .addresses, .footnotes, .brokenClaims, .facts])
        }
        positions = Positions(tree.text, lead: tree.lead)
        requoting = Requoting(options)
        notes = FootnoteNumbers(tree.footnotes)
    }

    var isSite: Bool { options.flavour == .site }

    /// Walks the document and then the footnotes it refers to, in the order of their numbers.
    mutating func walk() {
        if isSite, features.contains(.anchors) { reserveAnchors() }
        walk(tree.document)
        var number = 0
        while number < notes.order.count {
            walk(tree.footnotes[notes.order[number]].item)
            number += 1
        }
        findings.footnotes = notes.order.map { tree.footnotes[$0].item }
        guard isSite else { return }
        findings.footnoteLabels = notes.labels
        problems += notes.problems(of: tree.footnotes)
        for place in tree.surplusCells { note(.surplusCells, at: place) }
    }

    private mutating func walk(_ root: CmarkNode) {
        var node = root.firstChild
        while let current = node { node = visit(current, in: root) }
    }

    /// Takes note of a node and returns the one to visit next.
    private mutating func visit(_ node: CmarkNode, in root: CmarkNode) -> CmarkNode? {
        switch node.kind {
        case .text:
            if isSite, features.contains(.foreign) { noteForeign(in: node) }
            return visitText(node).nextOutside(of: root)
        case .softBreak: return node.nextOutside(of: root)
        case .lineBreak:
            positions.pass(node)
            return node.nextOutside(of: root)
        case .code: visitCode(node)
        case .paragraph, .heading: enter(node)
        case .customInline where node.mark != nil: enter(node)
        case .codeBlock: visitCodeBlock(node)
        case .blockQuote:
            if isSite, features.contains(.alerts),
                let alert = Alert.apply(to: node, titles: options.alertTitles)
            {
                return alert.next(in: root)
            }
        case .htmlBlock: visitHTMLBlock(node, in: root)
        case .htmlInline: note(html: node, at: positions.place(of: node))
        case .emphasis, .strong: strike(in: node)
        case .link:
            strike(in: node)
            visitLink(node)
        case .image:
            visitImage(node)
            return node.nextOutside(of: root)
        default: break
        }
        return node.next(in: root)
    }

    // MARK: Blocks

    /// A paragraph, a heading or the cell of a table.
    private mutating func enter(_ node: CmarkNode) {
        positions.enter(node)
        requoting?.apply(in: node, positions, in: tree.text.bytes)
        if node.kind == .heading { visitHeading(node) }
        if node.kind == .paragraph, isSite, features.contains(.pipes) { visitCaption(node) }
        if node.kind == .paragraph, options.flavour != .commonmark, features.contains(.tasks) {
            TaskItem.apply(to: node, positions, tree.text, options.flavour)
        }
        strike(in: node)
    }

    private mutating func visitHeading(_ node: CmarkNode) {
        guard isSite else { return }
        let (text, given) = HeadingText.split(node)
        let place = positions.place(ofBlock: node)
        if let given, let other = anchors.place(of: given), other != place {
            note(.repeatedAnchor(given, line: tree.text.inFile(other).line), at: place)
        }
        let id = given ?? anchors.name(for: text)
        findings.headings.append(
            .init(
                node: node, level: node.headingLevel, text: text, id: id, place: positions.inFile(place)))
    }

    private mutating func visitCaption(_ paragraph: CmarkNode) {
        // Only the table of the caption before can have one already.
        guard let caption = TableCaption(paragraph, positions, besides: findings.captions.last?.table) else {
            return
        }
        let place = positions.place(ofBlock: paragraph)
        if let label = caption.label { claim(label, at: place) }
        findings.numberable.append(.table(findings.captions.count))
        findings.captions.append(
            .init(
                node: paragraph, table: caption.table, label: caption.label,
                place: positions.inFile(place)))
    }

    /// Takes the anchor of a label for what stands at this place.
    mutating func claim(_ label: FigureLabel, at place: Place) {
        anchors.reserve(label.text, at: place)
        guard let other = anchors.place(of: label.text), other != place else { return }
        note(.repeatedAnchor(label.text, line: tree.text.inFile(other).line), at: place)
    }

    /// Anchors that authors gave come before those made from the text of headings.
    private mutating func reserveAnchors() {
        var node = tree.document.firstChild
        while let current = node {
            if current.kind == .heading, let given = HeadingText.givenAnchor(current) {
                anchors.reserve(given, at: positions.place(ofBlock: current))
            }
            node = current.nextBlock(in: tree.document)
        }
    }

    private mutating func visitCodeBlock(_ node: CmarkNode) {
        guard isSite else { return }
        let place = positions.place(ofBlock: node)
        if let chunk = ForeignSyntax.chunk(info: node.info) { note(.foreign(chunk), at: place, length: 3) }
        guard node.withInfo({ options.figureKinds.contains(FirstWord.text(of: $0)) }) else { return }
        findings.numberable.append(.block(findings.figures.count))
        findings.figures.append(.init(node: node, place: positions.inFile(place)))
        let last = node.endLine - tree.lead
        let fence = tree.text.bytes[tree.text.content(of: last, quotes: node.quoteDepth)].prefix(3)
        let isClosed =
            last > place.line && (fence.elementsEqual("```".utf8) || fence.elementsEqual("~~~".utf8))
        if !isClosed { note(.openFigure, at: place, length: 3) }
    }

    private mutating func visitHTMLBlock(_ node: CmarkNode, in root: CmarkNode) {
        if isSite, findings.summaryBreak == nil, node.parent == tree.document,
            node.withLiteral(HTMLComment.isSummaryBreak)
        {
            findings.summaryBreak = node
        } else {
            note(html: node, at: positions.place(ofBlock: node))
        }
    }

    private mutating func note(html node: CmarkNode, at place: Place) {
        findings.rawHTML.append(.init(node: node, place: positions.inFile(place)))
    }

    mutating func note(_ problem: WalkProblem.Kind, at place: Place, length: Int = 1) {
        problems.append(WalkProblem(kind: problem, place: positions.inFile(place), length: length))
    }
}
