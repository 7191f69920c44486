/// What a template says, as it is written: a tree of text and tags.
///
/// Ranges and offsets count bytes of the template's text.
indirect enum TemplateNode: Sendable {
    /// Text as it is; an empty one may still mark the start of a line.
    case literal(Range<Int>, startsLine: Bool)
    /// `{{name}}`, or raw as `{{{name}}}` and `{{&name}}`.
    case value(TemplatePath, isRaw: Bool)
    /// `{{#name}}…{{/name}}` or, inverted, `{{^name}}…{{/name}}`.
    case section(TemplatePath, isInverted: Bool, body: [TemplateNode])
    /// `{{>name}}`
    case partial(TemplateInclusion)
    /// `{{<name}}…{{/name}}` with the blocks that it overrides.
    case parent(TemplateInclusion, overrides: [TemplateBlock])
    /// `{{$name}}…{{/name}}` where it may be overridden, with its default.
    case block(TemplateBlock)
}

/// A name in a tag: `site.title`.
struct TemplatePath: Sendable {
    /// None for `.`, the implicit iterator.
    let parts: [String]
    let offset: Int

    /// The name up to a part, as it is written.
    func text(through part: Int) -> String {
        parts.isEmpty ? "." : parts[...part].joined(separator: ".")
    }

    var text: String { text(through: parts.count - 1) }

    /// Where a part stands, and how long it is.
    func place(of part: Int) -> (offset: Int, length: Int) {
        guard parts.indices.contains(part) else { return (offset, 1) }
        let before = parts[..<part].reduce(0) { $0 + $1.utf8.count + 1 }
        return (offset + before, parts[part].utf8.count)
    }
}

/// The name of a partial, a parent or a block, and where it stands.
struct TemplateName: Sendable {
    let text: String
    let offset: Int
    var length: Int { text.utf8.count }
}

/// A tag that is replaced by another template.
struct TemplateInclusion: Sendable {
    let name: TemplateName
    /// Whether the tag has its line to itself; each line of the other template is then indented.
    let isStandalone: Bool
    let indentation: Range<Int>
}

/// A part of a template that can be overridden, or what overrides it.
struct TemplateBlock: Sendable {
    let name: TemplateName
    /// Counted from 1 in one template.
    let number: Int
    let body: [TemplateNode]
    /// Put before the lines of whatever overrides the block.
    let indentation: Range<Int>
    /// Whether something stands before the block's content on its line, so that the first line needs no
    /// indentation.
    let isInline: Bool
}
