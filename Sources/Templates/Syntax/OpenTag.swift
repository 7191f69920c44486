/// A tag that waits for its closing tag, and what has been read within it.
struct OpenTag: Sendable {
    enum Kind: Sendable {
        case template
        case section(TemplatePath, isInverted: Bool)
        /// `indentation` is what stands before the tag where nothing else does.
        case parent(TemplateName, indentation: Range<Int>?)
        case override(TemplateName, isInline: Bool)
        case block(TemplateName, BlockLayout)
        /// A section where none may stand; its content is read for its mistakes only.
        case ignored
    }

    /// Where the lines of whatever overrides a block will stand.
    struct BlockLayout: Sendable {
        let isInline: Bool
        /// What stands before the tag on its line.
        let own: Range<Int>
        /// What stands before the first line of the default, for a block with lines to itself.
        let firstLine: Range<Int>?
    }

    let kind: Kind
    /// As it must stand in the closing tag.
    let name: String
    /// The opening tag.
    let range: Range<Int>
    var children: [TemplateNode] = []
    var overrides: [TemplateBlock] = []
    /// Where each overridden block is first given.
    var overridden: [String: TemplateName] = [:]
    /// Columns taken from the start of each line within.
    var dedent = 0

    init(kind: Kind, _ tag: TemplateTag? = nil, _ name: String = "") {
        self.kind = kind
        self.name = name
        range = tag?.range ?? 0..<0
    }
}
