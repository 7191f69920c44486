import Diagnostics

/// Reads one template into its tree.
///
/// A tag that has a line to itself leaves nothing of that line. Indentation is taken from the lines of a
/// block that overrides another, and is put before them again where they land.
struct TemplateParser {
    let source: TemplateSource
    var delimiters = TemplateDelimiters()
    var position = 0
    /// The tags that are open, the template itself at the bottom.
    var open: [OpenTag] = [OpenTag(kind: .template)]
    var blocks = 0
    var problems: [Diagnostic] = []

    var bytes: [UInt8] { source.bytes }

    /// The tree as far as it could be read, and what is wrong.
    static func parse(_ source: TemplateSource) -> (nodes: [TemplateNode], problems: [Diagnostic]) {
        var parser = TemplateParser(source: source)
        parser.read()
        return (parser.open[0].children, parser.problems)
    }

    private mutating func read() {
        while let start = nextOpening() {
            switch delimiters.tag(in: bytes, at: start) {
            case .tag(let tag): read(tag)
            case .unclosed(let next):
                reportUnclosedTag(at: start, next: next)
                guard next != nil else { return }
                position = start + delimiters.opening.count
            }
            if problems.count >= TemplateLimits.problems { return }
            if open.count > TemplateLimits.nesting + 1 {
                reportNesting()
                return
            }
        }
        appendText(position..<bytes.count)
        closeAll()
    }

    private func nextOpening() -> Int? {
        let first = delimiters.opening[0]
        var index = position
        while index < bytes.count {
            if bytes[index] == first, bytes.has(delimiters.opening, at: index) { return index }
            index += 1
        }
        return nil
    }

    private mutating func read(_ tag: TemplateTag) {
        switch tag.kind {
        case .value, .rawValue: readValue(tag)
        case .comment: take(tag, dropsLine: isAlone(tag))
        case .delimiters: readDelimiters(tag)
        case .section, .inverted: readSection(tag)
        case .partial: readPartial(tag)
        case .parent: openParent(tag)
        case .block: openBlock(tag)
        case .close: close(tag)
        }
    }

    private mutating func readValue(_ tag: TemplateTag) {
        take(tag, dropsLine: false)
        guard let path = path(in: tag), allows(tag) else { return }
        append(.value(path, isRaw: tag.kind == .rawValue))
    }

    private mutating func readDelimiters(_ tag: TemplateTag) {
        take(tag, dropsLine: isAlone(tag))
        if let pair = TemplateDelimiters(named: bytes[tag.name]) {
            delimiters = pair
        } else {
            report(
                "tag-syntax", at: tag.range, "the delimiters '\(text(tag.name))' are not two words",
                help: "write {{=<% %>=}} to change them, and <%={{ }}=%> to change them back")
        }
    }

    private mutating func readSection(_ tag: TemplateTag) {
        take(tag, dropsLine: isAlone(tag))
        guard let path = path(in: tag) else { return }
        if allows(tag) {
            open.append(OpenTag(kind: .section(path, isInverted: tag.kind == .inverted), tag, path.text))
        } else {
            open.append(OpenTag(kind: .ignored, tag, path.text))
        }
    }

    private mutating func readPartial(_ tag: TemplateTag) {
        let indentation = isAlone(tag) ? lead(of: tag) : nil
        take(tag, dropsLine: indentation != nil)
        guard let name = templateName(in: tag), allows(tag) else { return }
        append(
            .partial(
                TemplateInclusion(
                    name: name, isStandalone: indentation != nil,
                    indentation: indented(indentation ?? tag.range.lowerBound..<tag.range.lowerBound))))
    }

    /// Whether the tag may stand here: directly within a parent tag only blocks have a meaning.
    private mutating func allows(_ tag: TemplateTag) -> Bool {
        guard case .parent = open[open.count - 1].kind else { return true }
        report(
            "tag-syntax", at: tag.range,
            "\(text(tag.range)) stands in {{<\(open[open.count - 1].name)}} outside of a block",
            notes: ["within a parent only its blocks are used, everything between them is ignored"],
            help: "put it into a block: {{$name}}\u{2026}{{/name}}")
        return false
    }
}
