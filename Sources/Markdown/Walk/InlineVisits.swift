/// What the walk does with inlines.
extension TreeWalk {
    func strike(in node: CmarkNode) {
        guard options.flavour != .commonmark, features.contains(.tildes) else { return }
        Strikethrough.apply(in: node, positions)
    }

    /// One warning a line for what only other generators understand.
    mutating func noteForeign(in text: CmarkNode) {
        let before = text.previous?.kind
        let found = ForeignSyntax.first(
            in: text.literal, beginsLine: before == nil || before == .softBreak,
            isBehindLink: before == .link || before == .image)
        guard let (syntax, offset) = found else { return }
        let place = positions.origins(of: text, literal: text.literal).place(at: offset)
        guard !positions.origins(of: text, literal: text.literal).isEscaped(at: offset),
            problems.last?.place.line != positions.inFile(place).line
        else { return }
        note(.foreign(syntax), at: place)
    }

    mutating func visitCode(_ node: CmarkNode) {
        guard isSite else { return }
        let beginning = node.withLiteral { ($0.count > 1 ? $0[0] : 0, $0.count > 1 ? $0[1] : 0) }
        if beginning == (UInt8(ascii: "\\"), UInt8(ascii: "=")) { findings.literalEquals.append(node) }
        guard beginning.0 == UInt8(ascii: "=") else { return }
        let place = positions.place(ofCode: node)
        findings.expressions.append(
            .init(
                node: node, expression: Self.trimmed(node.literal.dropFirst()),
                place: positions.inFile(place)))
    }

    mutating func visitLink(_ node: CmarkNode) {
        let place = positions.inFile(positions.place(ofLink: node))
        let isClaim = isSite && node.withDestination { $0.count > 0 && $0[0] == UInt8(ascii: "=") }
        if isClaim {
            let expression = Self.trimmed(node.destination.dropFirst())
            findings.expressions.append(.init(node: node, expression: expression, place: place))
        } else if isSite, !Address.isAllowed(node, schemes: options.schemes) {
            findings.refusedAddresses.append(.init(node: node, place: place))
        } else {
            findings.links.append(.init(node: node, place: place))
        }
    }

    mutating func visitImage(_ node: CmarkNode) {
        guard isSite else { return }
        let place = positions.inFile(positions.place(ofImage: node))
        guard node.withDestination({ $0.count == 0 || $0[0] != UInt8(ascii: "=") }) else {
            return note(.imageClaim, at: positions.place(ofImage: node))
        }
        guard Address.isAllowed(node, schemes: options.schemes) else {
            findings.refusedAddresses.append(.init(node: node, place: place))
            return
        }
        let label = takeLabel(behind: node)
        let isFigure = node.next == nil && node.previous == nil && node.parent?.kind == .paragraph
        if let label { claim(label, at: place) }
        if isFigure { findings.numberable.append(.image(findings.images.count)) }
        findings.images.append(.init(node: node, isFigure: isFigure, label: label, place: place))
    }

    /// The label that an image alone in its paragraph is given: `![A](b.png){#fig:c}`.
    private func takeLabel(behind image: CmarkNode) -> FigureLabel? {
        guard features.contains(.anchors), image.previous == nil, image.parent?.kind == .paragraph,
            let text = image.next, text.kind == .text, text.next == nil,
            let label = FigureLabel.take(.figure, from: text, isAlone: true)
        else { return nil }
        text.unlink()
        return label
    }

    /// Puts nodes in the place of what a text holds; cmark has joined neighbouring texts into one.
    ///
    /// - Returns: the last node that came of the text.
    mutating func visitText(_ node: CmarkNode) -> CmarkNode {
        guard !textFeatures.isEmpty, node.withLiteral({ TextMark.mayStand(in: $0, textFeatures) }) else {
            return node
        }
        if isSite, textFeatures.contains(.at) { CitationJoining.apply(to: node, positions) }
        let text = node.literal
        let origins = positions.origins(of: node, literal: text)
        if isSite, !textFeatures.isDisjoint(with: [.brokenClaims, .facts]) { checkSpelling(text, origins) }
        guard !node.isInside(.link) else { return node }
        let marks = TextMark.all(in: text, textFeatures, options).filter { mark in
            !origins.isEscaped(at: mark.range.lowerBound) && isKnown(mark, origins)
        }
        guard !marks.isEmpty else { return node }
        let (spots, last) = TextSplitter.split(node, text, at: marks.map(\.range), origins)
        var end = last
        for (mark, spot) in zip(marks, spots) {
            let place = origins.place(at: mark.range.lowerBound)
            let made = fill(spot, mark, Array(text[mark.range]), place, origins)
            if spot == last { end = made }
        }
        return end
    }

    private mutating func checkSpelling(_ text: [UInt8], _ origins: TextOrigins) {
        for problem in ClaimSpelling.problems(in: text) where !origins.isEscaped(at: problem.offset) {
            // As it was written: smart punctuation has made the quotes of an expression round.
            func written(_ range: Range<Int>) -> [UInt8] {
                origins.source(of: range, in: tree.text.bytes) ?? Array(text[range])
            }
            let kind: WalkProblem.Kind =
                switch problem.kind {
                case .claim where positions.isInCell && !text[problem.offset...].contains(UInt8(ascii: ")")):
                    .tornClaim
                case .claim(let expression):
                    .unreadClaim(mended: ClaimSpelling.mended(written(expression)))
                case .fact: .unreadFact(isInTable: positions.isInCell)
                }
            let end = min(problem.offset + problem.length, text.count)
            note(kind, at: origins.place(at: problem.offset), length: written(problem.offset..<end).count)
        }
    }

    /// Whether a reference to a footnote has one; what else is marked always is what it seems.
    private mutating func isKnown(_ mark: TextMark, _ origins: TextOrigins) -> Bool {
        guard case .footnote(let label) = mark.kind, !notes.isDefined(label) else { return true }
        let place = origins.place(at: mark.range.lowerBound)
        note(.unknownFootnote(label), at: place, length: mark.range.count)
        return false
    }

    private mutating func fill(
        _ spot: CmarkNode, _ mark: TextMark, _ written: [UInt8], _ place: Place, _ origins: TextOrigins
    ) -> CmarkNode {
        switch mark.kind {
        case .citation(let works):
            findings.citations.append(
                .init(node: spot, works: works, text: written, place: positions.inFile(place)))
        case .figures(let targets):
            findings.figureReferences.append(
                .init(node: spot, targets: targets, text: written, place: positions.inFile(place)))
        case .footnote(let label):
            guard let reference = notes.refer(to: label) else { break }
            findings.footnoteReferences.append(
                .init(node: spot, number: reference.number, occurrence: reference.occurrence))
        case .address(let prefix):
            // Smart punctuation has changed the dashes and quotes of an address as well.
            let source =
                options.usesSmartPunctuation ? origins.source(of: mark.range, in: tree.text.bytes) : nil
            return link(in: spot, prefix, source ?? written, place)
        }
        return spot
    }

    /// Puts a link to a bare address in the place of a node.
    private mutating func link(
        in spot: CmarkNode, _ prefix: String, _ address: [UInt8], _ place: Place
    ) -> CmarkNode {
        let link = CmarkNode(new: .link)
        let label = CmarkNode(new: .text)
        label.setLiteral(address)
        label.setMark(place)
        link.append(label)
        link.setDestination(Array(prefix.utf8) + address)
        link.setMark(place)
        spot.replace(with: link)
        visitLink(link)
        return link
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { $0 > .space }),
            let last = bytes.lastIndex(where: { $0 > .space })
        else { return [] }
        return Array(bytes[first...last])
    }
}
