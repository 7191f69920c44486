/// A heading and the headings under it.
package struct TableOfContentsEntry: Sendable, Hashable {
    package let heading: Heading
    package var entries: [TableOfContentsEntry]

    package init(heading: Heading, entries: [TableOfContentsEntry] = []) {
        self.heading = heading
        self.entries = entries
    }
}

extension Outline {
    /// The headings of level two and deeper as a tree. A level that an author skipped is not made up: a
    /// heading stands under the nearest one before it that is higher.
    package var tableOfContents: [TableOfContentsEntry] {
        // The entries that are still open, each under the one before; there are at most five.
        var open: [TableOfContentsEntry] = []
        var closed: [TableOfContentsEntry] = []
        func close(from level: Int) {
            while let last = open.last, last.heading.level >= level {
                open.removeLast()
                if open.isEmpty { closed.append(last) } else { open[open.count - 1].entries.append(last) }
            }
        }
        for heading in headings where heading.level > 1 {
            close(from: heading.level)
            open.append(TableOfContentsEntry(heading: heading))
        }
        close(from: 0)
        return closed
    }
}
