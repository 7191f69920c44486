package import Diagnostics

/// A stretch of prose without markup, code, quotations, links, facts and claims.
package struct ProseRun: Sendable, Hashable {
    /// Where a byte of the text stands in its file; up to the next anchor the bytes follow one another.
    package struct Anchor: Sendable, Hashable {
        package let offset: Int
        package let location: SourceLocation

        package init(offset: Int, location: SourceLocation) {
            self.offset = offset
            self.location = location
        }
    }

    package let text: String
    /// By rising offset, the first at 0.
    package let anchors: [Anchor]

    package init(text: String, anchors: [Anchor]) {
        self.text = text
        self.anchors = anchors
    }

    /// A text that stands in its file as it is, each of its lines at the first column.
    package init(text: String, location: SourceLocation) {
        var anchors = [Anchor(offset: 0, location: location)]
        var line = location.line
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            line += 1
            let start = SourceLocation(path: location.path, line: line, column: 1)
            anchors.append(Anchor(offset: offset + 1, location: start))
        }
        self.init(text: text, anchors: anchors)
    }

    func location(at offset: Int, length: Int) -> SourceLocation {
        guard let anchor = anchors.last(where: { $0.offset <= offset }) else {
            return SourceLocation(path: "")
        }
        var location = anchor.location
        location.column += offset - anchor.offset
        location.length = max(length, 1)
        return location
    }
}
