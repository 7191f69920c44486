/// One walk over the tree of a text, the same in both passes.
struct TreeWalk {
    let survey: Survey
    let options: MarkdownOptions
    private(set) var findings = Findings()
    var problems: [WalkProblem] = []
    private var anchors = AnchorNames()
    private var positions: Positions

    init(_ survey: Survey, _ options: MarkdownOptions) {
        self.survey = survey
        self.options = options
        positions = Positions(survey)
    }

    private var isSite: Bool { options.flavour == .site }

    mutating func walk(_ document: CmarkNode) {
        if isSite, survey.features.contains(.anchors) { reserveAnchors(document) }
        var node = document.firstChild
        while let current = node {
            node = visit(current, in: document)
        }
    }

    /// Takes note of a node and returns the one to visit next.
    private mutating func visit(_ node: CmarkNode, in document: CmarkNode) -> CmarkNode? {
        switch node.kind {
        case .text: return visitText(node, in: document)
        case .softBreak, .lineBreak: return node.nextOutside(of: document)
        case .code: visitCode(node)
        case .paragraph: positions.enter(node)
        case .heading:
            positions.enter(node)
            visitHeading(node)
        case .codeBlock: visitCodeBlock(node)
        case .htmlBlock: visitHTMLBlock(node, in: document)
        case .htmlInline: findings.rawHTML.append(.init(node: node, place: positions.place(of: node)))
        case .link: visitLink(node)
        case .image:
            visitImage(node)
            return node.nextOutside(of: document)
        default: break
        }
        return node.next(in: document)
    }

    // MARK: Blocks

    private mutating func visitHeading(_ node: CmarkNode) {
        guard isSite else { return }
        let (text, given) = HeadingText.split(node)
        let place = positions.place(ofBlock: node)
        if let given, let other = anchors.place(of: given), other != place {
            problems.append(.init(kind: .repeatedAnchor(given, other.line), place: place))
        }
        let id = given ?? anchors.name(for: text)
        findings.headings.append(
            .init(node: node, level: node.headingLevel, text: text, id: id, place: place))
    }

    /// Anchors that authors gave come before those made from the text of headings.
    private mutating func reserveAnchors(_ document: CmarkNode) {
        var node = document.firstChild
        while let current = node {
            if current.kind == .heading, let given = HeadingText.givenAnchor(current) {
                anchors.reserve(given, at: Positions.place(ofBlock: current, survey))
            }
            node = current.nextBlock(in: document)
        }
    }

    private mutating func visitCodeBlock(_ node: CmarkNode) {
        guard isSite else { return }
        let isFigure = node.withInfo { options.figureKinds.contains(FirstWord.text(of: $0)) }
        if isFigure { findings.figures.append(.init(node: node, place: positions.place(ofBlock: node))) }
    }

    private mutating func visitHTMLBlock(_ node: CmarkNode, in document: CmarkNode) {
        if isSite, findings.summaryBreak == nil, node.parent == document,
            node.withLiteral(HTMLComment.isSummaryBreak)
        {
            findings.summaryBreak = node
        } else {
            findings.rawHTML.append(.init(node: node, place: positions.place(ofBlock: node)))
        }
    }

    // MARK: Inlines

    private mutating func visitCode(_ node: CmarkNode) {
        guard isSite else { return }
        let (isFact, isLiteral) = node.withLiteral { literal in
            guard literal.count > 1 else { return (false, false) }
            return (
                literal[0] == UInt8(ascii: "="),
                literal[0] == UInt8(ascii: "\\") && literal[1] == UInt8(ascii: "=")
            )
        }
        if isLiteral { findings.literalEquals.append(node) }
        guard isFact else { return }
        findings.expressions.append(
            .init(
                node: node, expression: trimmed(node.literal.dropFirst()),
                place: positions.place(ofCode: node)))
    }

    private mutating func visitLink(_ node: CmarkNode) {
        let isClaim = isSite && node.withDestination { $0.count > 1 && $0[0] == UInt8(ascii: "=") }
        if isClaim {
            findings.expressions.append(
                .init(
                    node: node, expression: trimmed(node.destination.dropFirst()),
                    place: positions.place(ofLink: node)))
        } else if isSite, !Address.isAllowed(node, schemes: options.schemes) {
            refuse(node)
        } else {
            findings.links.append(.init(node: node, place: positions.place(ofLink: node)))
        }
    }

    private mutating func visitImage(_ node: CmarkNode) {
        guard isSite else { return }
        guard Address.isAllowed(node, schemes: options.schemes) else { return refuse(node) }
        let isFigure = node.next == nil && node.previous == nil && node.parent?.kind == .paragraph
        findings.images.append(
            .init(node: node, isFigure: isFigure, place: positions.place(ofImage: node)))
    }

    private mutating func refuse(_ node: CmarkNode) {
        let place =
            node.kind == .image ? positions.place(ofImage: node) : positions.place(ofLink: node)
        findings.refusedAddresses.append(.init(node: node, place: place))
    }

    /// Looks for citations in a text; cmark has joined neighbouring texts into one.
    private mutating func visitText(_ node: CmarkNode, in document: CmarkNode) -> CmarkNode? {
        guard isSite, survey.features.contains(.at) else { return node.nextOutside(of: document) }
        guard node.withLiteral(CitationScanner.mayHold), !node.isInside(.link) else {
            return node.nextOutside(of: document)
        }
        let text = node.literal
        let origins = positions.origins(of: node, literal: text)
        let matches = CitationScanner.matches(in: text).filter { !origins.isEscaped(at: $0.range.lowerBound) }
        guard !matches.isEmpty else { return node.nextOutside(of: document) }
        let spots = TextSplitter.split(node, text, at: matches.map(\.range))
        for (match, spot) in zip(matches, spots) {
            let place = origins.place(at: match.range.lowerBound)
            findings.citations.append(
                .init(node: spot, keys: match.keys, text: Array(text[match.range]), place: place))
        }
        return spots.last?.nextOutside(of: document)
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let isSpace = { (byte: UInt8) in byte.isBlank || byte == .lineFeed || byte == .carriageReturn }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }),
            let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(bytes[first...last])
    }
}

/// Something wrong that only the walk can see.
struct WalkProblem {
    enum Kind {
        /// An anchor given twice, and the line on which it was given first.
        case repeatedAnchor(String, Int)
    }

    let kind: Kind
    let place: Place
}
