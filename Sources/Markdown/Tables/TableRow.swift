/// How the cells of a column stand.
enum ColumnAlignment: String {
    case left, center, right
}

/// The rows of tables as GitHub reads them.
enum TableRow {
    /// The alignments that a delimiter row such as `| --- | :-: |` gives, or nil where it is none.
    static func alignments(of line: ArraySlice<UInt8>) -> [ColumnAlignment?]? {
        guard let first = line.first, isDelimiter(first), line.allSatisfy(isDelimiter) else { return nil }
        var result: [ColumnAlignment?] = []
        for cell in cells(of: line) {
            guard cell.lowerBound < cell.upperBound else { return nil }
            let begins = line[cell.lowerBound] == UInt8(ascii: ":")
            let ends = line[cell.upperBound - 1] == UInt8(ascii: ":")
            let dashes = line[cell].dropFirst(begins ? 1 : 0).dropLast(ends ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            result.append(ends ? (begins ? .center : .right) : (begins ? .left : nil))
        }
        return result.isEmpty ? nil : result
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":") || byte.isBlank
    }

    /// Where the cells of a row stand in it, without the blanks around them. A pipe behind a backslash
    /// belongs to its cell, also in code.
    static func cells(of line: ArraySlice<UInt8>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.startIndex
        var index = start
        if line.first == UInt8(ascii: "|") {
            start += 1
            index = start
        }
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: "\\") where index + 1 < line.endIndex && line[index + 1].isPunctuation:
                index += 2
            case UInt8(ascii: "|"):
                cells.append(trimmed(start..<index, in: line))
                index += 1
                start = index
            default: index += 1
            }
        }
        let last = trimmed(start..<line.endIndex, in: line)
        // What follows the closing pipe is no cell, if there is nothing.
        if !last.isEmpty || cells.isEmpty { cells.append(last) }
        return cells
    }

    private static func trimmed(_ range: Range<Int>, in line: ArraySlice<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, line[start].isBlank { start += 1 }
        while end > start, line[end - 1].isBlank { end -= 1 }
        return start..<end
    }
}
