import Diagnostics
import Markup

/// Makes values of what a walk found.
struct OutlineWriter {
    let survey: Survey
    let options: MarkdownOptions
    let findings: Findings

    var outline: Outline {
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
            Citation(keys: $0.keys.map(text), location: location($0.place, length: $0.text.count))
        }
        outline.droppedHTML = droppedHTML.map { location($0.place) }
        outline.hasSummaryBreak = findings.summaryBreak != nil
        return outline
    }

    private func image(_ found: Findings.Image) -> Image {
        Image(
            destination: text(found.node.destination), alt: text(found.node.plainText),
            title: text(found.node.title), isFigure: found.isFigure, location: location(found.place))
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
        guard node.kind == .link else { return node.renderedHTML(unsafely: false) }
        var bytes: [UInt8] = []
        var child = node.firstChild
        while let current = child {
            bytes += current.renderedHTML(unsafely: false)
            child = current.next
        }
        return bytes
    }

    private var droppedHTML: [Findings.Located] {
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
        SourceLocation(path: survey.source.path, line: place.line, column: place.column, length: length)
    }
}

// MARK: Problems

extension OutlineWriter {
    func report(_ problems: [WalkProblem], to diagnostics: inout [Diagnostic]) {
        for found in droppedHTML {
            diagnostics.append(
                survey.source.diagnostic(
                    "raw-html-dropped", at: location(found.place), "raw HTML is left out here",
                    severity: .warning, notes: ["the site does not allow raw HTML in Markdown"],
                    help: "write it in Markdown, or set 'markdown: { raw_html: true }' in site.yaml"))
        }
        for found in findings.refusedAddresses { diagnostics.append(refused(found)) }
        for problem in problems { diagnostics.append(diagnostic(of: problem)) }
    }

    private func refused(_ found: Findings.Located) -> Diagnostic {
        let thing = found.node.kind == .image ? "image" : "link"
        return survey.source.diagnostic(
            "address-refused", at: location(found.place),
            "the \(thing)'s address '\(text(found.node.destination))' is not allowed; its text is kept",
            severity: .warning,
            notes: [
                "allowed are addresses of this site, and " + options.schemes.sorted().joined(separator: ", ")
            ],
            help: "use one of these, or add the scheme to 'links: { schemes: [...] }' in site.yaml")
    }

    private func diagnostic(of problem: WalkProblem) -> Diagnostic {
        switch problem.kind {
        case .repeatedAnchor(let name, let line):
            make(
                "repeated-anchor", problem, "the anchor '\(name)' is given twice",
                notes: ["line \(line) gives it to another heading"], help: "give one of them another name")
        case .unreadClaim(let mended):
            make(
                "claim-not-read", problem, "this claim was not read as a link",
                notes: [
                    "an expression with blanks stands in '<' and '>', on one line,"
                        + " and a bare '<' or '>' in it is written '\\<' or '\\>'"
                ], help: "write \(mended)")
        case .unreadFact(isInTable: true):
            make(
                "fact-not-read", problem, "this fact was not read: its closing '`' is in another cell",
                notes: ["'|' ends a cell of a table, also in code"],
                help: "write '\\|' for a '|' in the expression")
        case .unreadFact(isInTable: false):
            make(
                "fact-not-read", problem, "this fact was not read: its closing '`' is missing",
                help: "close it, or write '\\`' where a backtick is meant as text")
        case .surplusCells:
            make(
                "surplus-cells", problem,
                "the row has more cells than the header; they are left out from here",
                severity: .warning, help: "add a column to the header, or write '\\|' for a '|' within a cell"
            )
        case .unknownFootnote(let label, let known):
            make(
                "unknown-footnote", problem, "no footnote is called '\(text(label))'", severity: .warning,
                help: suggestion(for: text(label), among: known) ?? "add a line '[^\(text(label))]: …'")
        case .unusedFootnote(let label):
            make(
                "unused-footnote", problem, "nothing refers to the footnote '\(text(label))'; it is left out",
                severity: .warning, help: "refer to it by [^\(text(label))], or take it out")
        case .repeatedFootnote(let label, let line):
            make(
                "repeated-footnote", problem, "the footnote '\(text(label))' stands here a second time",
                severity: .warning, notes: ["the one that counts stands on line \(line)"],
                help: "give this one another name")
        }
    }

    private func make(
        _ code: String, _ problem: WalkProblem, _ message: String, severity: Severity = .error,
        notes: [String] = [], help: String?
    ) -> Diagnostic {
        survey.source.diagnostic(
            code, at: location(problem.place, length: problem.length), message, severity: severity,
            notes: notes, help: help)
    }
}
