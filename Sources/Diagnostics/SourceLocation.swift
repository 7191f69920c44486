/// A place in a file of the site.
package struct SourceLocation: Sendable, Hashable, Codable {
    /// Relative to the site's folder.
    package var path: String
    /// Counted from 1; 0 where the whole file is meant.
    package var line: Int
    /// Counted from 1 in UTF-8 bytes; 0 where the whole line is meant.
    package var column: Int
    /// How many bytes the caret line underscores; at least 1.
    package var length: Int

    package init(path: String, line: Int = 0, column: Int = 0, length: Int = 1) {
        self.path = path
        self.line = line
        self.column = column
        self.length = max(length, 1)
    }

    /// `path:line:column`, leaving out what is not known.
    package var description: String {
        if line == 0 { return path }
        return column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
    }
}

extension SourceLocation: Comparable {
    /// By path in byte order, then by line, then by column.
    package static func < (left: Self, right: Self) -> Bool {
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        return (left.line, left.column, left.length) < (right.line, right.column, right.length)
    }
}
