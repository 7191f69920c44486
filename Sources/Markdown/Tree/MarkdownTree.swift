/// A text as a tree: cmark's, with tables in the place of the paragraphs it made of them and with the
/// footnotes taken out.
///
/// Its nodes are valid only inside the call of `withTree` that made it.
struct MarkdownTree {
    let document: CmarkNode
    let text: ParsedText
    /// Lines that cmark was given before the text.
    let lead: Int
    /// In the order of the text.
    private(set) var footnotes: [Footnote] = []
    /// The first cell of each row of a table that has more cells than the header.
    private(set) var surplusCells: [Place] = []

    struct Footnote {
        let definition: FootnoteReader.Definition
        /// The list item that holds its blocks, outside the document.
        let item: CmarkNode
    }

    static func withTree<Result>(
        of survey: Survey, _ options: MarkdownOptions, _ body: (MarkdownTree) -> Result
    ) -> Result {
        var text = survey.text
        var definitions: [Int: FootnoteReader.Definition] = [:]
        if options.flavour == .site, survey.features.contains(.footnotes) {
            (text, definitions) = FootnoteReader.read(text)
        }
        let hasTables = options.flavour != .commonmark && survey.features.contains(.pipes)
        return CmarkNode.withMemory {
            var tree = parse(text, options, hasTables: hasTables)
            tree.takeOut(definitions)
            return body(tree)
        }
    }

    private init(_ document: CmarkNode, _ text: ParsedText, lead: Int = 0, tables: [TableSource] = []) {
        self.document = document
        self.text = text
        self.lead = lead
        surplusCells = tables.flatMap(\.surplus).map(\.place)
    }

    /// Parses the text, and once more with the cells of its tables before it where these may refer to links
    /// that are defined elsewhere.
    private static func parse(
        _ text: ParsedText, _ options: MarkdownOptions, hasTables: Bool
    ) -> MarkdownTree {
        let smart = options.usesSmartPunctuation
        let document = CmarkNode.parse(text.bytes, from: text.start, smart: smart)
        guard hasTables else { return MarkdownTree(document, text) }
        var tables = TableSource.all(in: document, text, lead: 0)
        guard !tables.isEmpty else { return MarkdownTree(document, text) }
        let isFollowed = CellDocument.needsReferences(tables, text)
        let cells = CellDocument(tables, text, isFollowed: isFollowed)
        let cellDocument = CmarkNode.parse(cells.bytes, from: 0, smart: smart)
        guard isFollowed else {
            var building = TableBuilding(text, lead: 0, flavour: options.flavour)
            building.build(tables, from: cellDocument.firstChild)
            return MarkdownTree(document, text, tables: tables)
        }
        tables = TableSource.all(in: cellDocument, text, lead: cells.lead)
        var building = TableBuilding(text, lead: cells.lead, flavour: options.flavour)
        building.build(tables, from: cellDocument.firstChild)
        return MarkdownTree(cellDocument, text, lead: cells.lead, tables: tables)
    }

    /// Takes the list items that footnotes were turned into out of the document.
    private mutating func takeOut(_ definitions: [Int: FootnoteReader.Definition]) {
        guard !definitions.isEmpty else { return }
        var items: [(item: CmarkNode, definition: FootnoteReader.Definition)] = []
        // A list that the footnote's text begins with has an item on the same line, which stays in it.
        var waiting = definitions
        var node = document.firstChild
        while let current = node {
            if current.kind == .item, let definition = waiting.removeValue(forKey: current.startLine - lead) {
                items.append((current, definition))
            }
            node = current.nextBlock(in: document)
        }
        for (item, definition) in items {
            let list = item.parent
            let quote = list?.parent
            item.unlink()
            for emptied in [list, quote] {
                guard let emptied, emptied != document, emptied.firstChild == nil else { continue }
                emptied.unlink()
            }
            footnotes.append(Footnote(definition: definition, item: item))
        }
    }
}
