/// Puts tables in the place of the paragraphs that cmark made of them.
struct TableBuilding {
    let text: ParsedText
    let lead: Int
    let flavour: Flavour
    /// Empty cells that are added to short rows; a wide header over many short rows must not fill the memory.
    private var padding = 100_000

    init(_ text: ParsedText, lead: Int, flavour: Flavour) {
        self.text = text
        self.lead = lead
        self.flavour = flavour
    }

    /// - Parameter headings: the headings that cmark made of the cells, the first of them; each is taken apart.
    mutating func build(_ tables: [TableSource], from headings: CmarkNode?) {
        var heading = headings
        for table in tables {
            let node = build(table, &heading)
            if table.isAfterText {
                table.paragraph.insertAfter(node)
                cut(table.paragraph, before: table.headerLine)
            } else {
                table.paragraph.replace(with: node)
            }
        }
    }

    private mutating func build(_ table: TableSource, _ heading: inout CmarkNode?) -> CmarkNode {
        let node = block("table")
        let head = block("thead")
        node.append(head)
        var body: CmarkNode?
        for (index, row) in table.rows.enumerated() {
            let line = block("tr")
            if index == 0 {
                head.append(line)
            } else {
                let group = body ?? block("tbody")
                if body == nil { node.append(group) }
                body = group
                group.append(line)
            }
            for (column, alignment) in table.alignments.enumerated() {
                let source = column < row.count ? row[column] : nil
                if source == nil {
                    guard padding > 0 else { break }
                    padding -= 1
                }
                let cell = cell(isHeader: index == 0, isEmpty: source?.range.isEmpty ?? true, alignment)
                line.append(cell)
                if let source { fill(cell, from: &heading, source) }
            }
        }
        return node
    }

    private func fill(_ cell: CmarkNode, from heading: inout CmarkNode?, _ source: TableSource.Cell) {
        guard let current = heading else { return }
        heading = current.next
        cell.setMark(source.place)
        cell.adoptChildren(of: current)
        current.unlink()
        guard text.bytes[source.range].contains(UInt8(ascii: "\\")) else { return }
        unescapePipes(in: cell)
    }

    /// In code and raw HTML cmark leaves the backslash that only the table asked for.
    private func unescapePipes(in cell: CmarkNode) {
        var node = cell.firstChild
        while let current = node {
            if current.kind == .code || current.kind == .htmlInline {
                let literal = current.literal
                var result: [UInt8] = []
                for (index, byte) in literal.enumerated() {
                    let isEscape =
                        byte == UInt8(ascii: "\\") && index + 1 < literal.count
                        && literal[index + 1] == UInt8(ascii: "|")
                    if !isEscape { result.append(byte) }
                }
                current.setLiteral(result)
            }
            node = current.next(in: cell)
        }
    }

    /// Leaves in a paragraph only what stands before a line.
    private func cut(_ paragraph: CmarkNode, before line: Int) {
        let shift = Positions(text, lead: lead).definitionLines(before: paragraph)
        var child = paragraph.firstChild
        while let current = child, current.startLine == 0 || current.startLine - lead + shift < line {
            child = current.next
        }
        if let last = child?.previous, last.kind == .softBreak || last.kind == .lineBreak { child = last }
        while let current = child {
            child = current.next
            current.unlink()
        }
    }

    // MARK: Elements

    private func block(_ name: StaticString) -> CmarkNode {
        let node = CmarkNode(new: .customBlock)
        node.setOpening(Array("<\(name)>".utf8))
        node.setClosing(Array("</\(name)>".utf8))
        return node
    }

    /// The site's own tables carry a class instead of an attribute that HTML has given up, name the
    /// direction of headers, and have no empty ones.
    private func cell(isHeader: Bool, isEmpty: Bool, _ alignment: ColumnAlignment?) -> CmarkNode {
        let isSite = flavour == .site
        let name = isHeader && !(isSite && isEmpty) ? "th" : "td"
        var opening = "<\(name)"
        if isSite, name == "th" { opening += " scope=\"col\"" }
        if let alignment {
            opening += isSite ? " class=\"align-\(alignment.rawValue)\"" : " align=\"\(alignment.rawValue)\""
        }
        let node = CmarkNode(new: .customInline)
        node.setOpening(Array("\(opening)>".utf8))
        node.setClosing(Array("</\(name)>\n".utf8))
        return node
    }
}

extension CmarkNode {
    /// Whether this node is a table that was built here.
    var isTable: Bool {
        kind == .customBlock
            && withOpening { $0.count == 7 && [UInt8](copying: $0).elementsEqual("<table>".utf8) }
    }
}
