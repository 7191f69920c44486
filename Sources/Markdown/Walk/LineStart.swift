/// Where cmark lets the text of a paragraph's continuation line begin.
///
/// On a line that keeps the marks and the indentation of all containers, behind the blanks that follow; on a
/// lazy one behind the containers that it keeps, its blanks included.
enum LineStart {
    /// How a container shows on a line.
    private enum Container {
        case quote
        /// Blanks before an item's content.
        case item(Int)
    }

    static func offset(of line: Int, around node: CmarkNode, in text: ParsedText) -> Int {
        let range = text.line(line)
        var index = range.lowerBound
        func blanks(from start: Int, atMost most: Int) -> Int {
            var count = 0
            while count < most, start + count < range.upperBound, text.bytes[start + count].isBlank {
                count += 1
            }
            return count
        }
        for container in containers(around: node) {
            switch container {
            case .quote:
                let mark = index + blanks(from: index, atMost: 3)
                guard mark < range.upperBound, text.bytes[mark] == UInt8(ascii: ">") else { return index }
                index = mark + 1 + blanks(from: mark + 1, atMost: 1)
            case .item(let width):
                let count = blanks(from: index, atMost: width)
                let hasTab = text.bytes[index..<index + count].contains(.tab)
                guard count == width || hasTab else { return index }
                index += count
            }
        }
        return index + blanks(from: index, atMost: range.upperBound - index)
    }

    /// The quotes and list items around a node, the outermost first.
    private static func containers(around node: CmarkNode) -> [Container] {
        var nodes: [CmarkNode] = []
        var current = node.parent
        while let container = current {
            if container.kind == .blockQuote || container.kind == .item || container.isAlert {
                nodes.append(container)
            }
            current = container.parent
        }
        nodes.reverse()
        var result: [Container] = []
        var column = 1
        // A footnote was an item in a quote, and stands alone now.
        if let first = nodes.first, first.kind == .item, first.parent == nil {
            result.append(.quote)
            column = 3
        }
        for container in nodes {
            let content = container.contentColumn ?? column + 2
            result.append(container.kind == .item ? .item(max(content - column, 0)) : .quote)
            column = content
        }
        return result
    }
}

extension CmarkNode {
    /// A quote that was turned into an alert.
    fileprivate var isAlert: Bool { kind == .customBlock && mark != nil }

    /// The column at which the first block that cmark placed in this container begins.
    fileprivate var contentColumn: Int? {
        var child = firstChild
        while let current = child {
            if current.startColumn > 0 { return current.startColumn }
            child = current.next
        }
        return nil
    }
}
