import Diagnostics

/// How what is wrong in a text is said to its author.
extension OutlineWriter {
    /// How many problems of one kind are told of in one text.
    private static let mostOfAKind = 20
    /// Longer lines are not quoted.
    private static let longestExcerpt = 10_000

    /// Appends the problems of the walk, the HTML that was left out and the addresses that were refused.
    ///
    /// A text may hold a million of them; of each kind the first are told of, and how many more there are.
    func report(_ problems: [WalkProblem], to diagnostics: inout [Diagnostic]) {
        var told: [String: (count: Int, last: Int)] = [:]
        func tell(_ code: String, _ make: () -> Diagnostic) {
            var kind = told[code] ?? (0, 0)
            kind.count += 1
            if kind.count <= Self.mostOfAKind {
                kind.last = diagnostics.count
                diagnostics.append(make())
            }
            told[code] = kind
        }
        for found in droppedHTML { tell("raw-html-dropped") { dropped(found) } }
        for found in findings.refusedAddresses { tell("address-refused") { refused(found) } }
        for problem in problems { tell(problem.kind.code) { diagnostic(of: problem) } }
        for kind in told.values where kind.count > Self.mostOfAKind {
            diagnostics[kind.last].notes.append(
                "and \(kind.count - Self.mostOfAKind) more like it in this file")
        }
    }

    private func dropped(_ found: Findings.Located) -> Diagnostic {
        located(
            "raw-html-dropped", found.place, "raw HTML is left out here", severity: .warning,
            notes: ["the site does not allow raw HTML in Markdown"],
            help: "write it in Markdown, or set 'markdown: { raw_html: true }' in site.yaml")
    }

    private func refused(_ found: Findings.Located) -> Diagnostic {
        let thing = found.node.kind == .image ? "image" : "link"
        return located(
            "address-refused", found.place,
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
                problem, "the anchor '\(name)' is given twice",
                notes: ["\(lineName(line)) gives it already"],
                help: "give one of them another name")
        case .unreadClaim(let mended):
            make(
                problem, "this claim was not read as a link",
                notes: [
                    "an expression with blanks stands in '<' and '>', on one line,"
                        + " and a bare '<' or '>' in it is written '\\<' or '\\>'"
                ], help: mended.utf8.count > 300 ? nil : "write \(mended)")
        case .tornClaim:
            make(
                problem, "this claim was not read: its end is in another cell",
                notes: ["'|' ends a cell of a table, also in an address"],
                help: "write '\\|' for a '|' in the expression")
        case .imageClaim:
            make(
                problem, "an image cannot be a claim",
                notes: ["an address that begins with '=' is an expression"],
                help: "take out the '!' before it")
        case .unreadFact(isInTable: true):
            make(
                problem, "this fact was not read: its closing '`' is in another cell",
                notes: ["'|' ends a cell of a table, also in code"],
                help: "write '\\|' for a '|' in the expression")
        case .unreadFact(isInTable: false):
            make(
                problem, "this fact was not read: its closing '`' is missing",
                help: "close it, or write '\\`' where a backtick is meant as text")
        case .openFigure:
            make(
                problem, "this block is not closed, and takes in what follows it",
                help: "close it by a line of the same fence, as long and indented alike")
        case .surplusCells:
            make(
                problem,
                "the row has more cells than the header; they are left out from here",
                severity: .warning, help: "add a column to the header, or write '\\|' for a '|' within a cell"
            )
        case .unknownFootnote(let label):
            make(
                problem, "no footnote is called '\(text(label))'", severity: .warning,
                help: suggestion(for: text(label), among: findings.footnoteLabels)
                    ?? "add a line '[^\(text(label))]: …'")
        case .unusedFootnote(let label):
            make(
                problem, "nothing refers to the footnote '\(text(label))'; it is left out",
                severity: .warning, help: "refer to it by [^\(text(label))], or take it out")
        case .foreign(let syntax):
            make(
                problem, syntax.description, severity: .warning, notes: [syntax.reason], help: syntax.advice)
        case .repeatedFootnote(let label, let line):
            make(
                problem, "the footnote '\(text(label))' stands here a second time",
                severity: .warning, notes: ["the one that counts stands on \(lineName(line))"],
                help: "give this one another name")
        }
    }

    /// `line 12`; in a text put together from several files `Content/_terms.md:12`.
    private func lineName(_ line: Int) -> String {
        guard !survey.source.origins.isEmpty else { return "line \(line)" }
        return survey.source.location(line: line, column: 0).description
    }

    private func make(
        _ problem: WalkProblem, _ message: String, severity: Severity = .error,
        notes: [String] = [], help: String?
    ) -> Diagnostic {
        located(
            problem.kind.code, problem.place, length: problem.length, message, severity: severity,
            notes: notes,
            help: help)
    }

    private func located(
        _ code: String, _ place: Place, length: Int = 1, _ message: String, severity: Severity,
        notes: [String], help: String?
    ) -> Diagnostic {
        let line = survey.lines.range(of: place.line - survey.firstLine + 1, in: survey.source.bytes)
        return Diagnostic(
            code, at: location(place, length: length),
            excerpt: line.count > Self.longestExcerpt ? nil : text(Array(survey.source.bytes[line])), message,
            severity: severity, notes: notes, help: help)
    }
}
