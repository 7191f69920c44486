/// A place in the file: the line counted from 1, the column from 1 in UTF-8 bytes.
struct Place: Hashable {
    var line: Int
    var column: Int
}

/// Where the lines of a text begin.
struct LineTable {
    private(set) var starts: [Int] = []

    /// A text has at least one line once its first has been noted.
    var count: Int { starts.count }

    mutating func reserve(_ count: Int) { starts.reserveCapacity(count) }
    mutating func begin(at offset: Int) { starts.append(offset) }

    /// Where a line begins, counted from 1.
    func start(of number: Int) -> Int? {
        number >= 1 && number <= starts.count ? starts[number - 1] : nil
    }

    /// The bytes of a line, counted from 1, without its line end; empty where there is no such line.
    func range(of number: Int, in bytes: [UInt8]) -> Range<Int> {
        guard number >= 1, number <= starts.count else { return bytes.count..<bytes.count }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }
}

/// The text that cmark is given: the file's, but that footnotes are turned into what cmark reads as blocks.
///
/// It has the file's lines; places in it are counted from the first line of the Markdown.
struct ParsedText {
    let bytes: [UInt8]
    let start: Int
    let lines: LineTable
    /// The file's line on which it begins.
    let firstLine: Int
    /// How far the columns of a line are from those of the file, where they are.
    var columnShifts: [Int: Int] = [:]

    /// The bytes of a line, counted from 1, without its line end.
    func line(_ number: Int) -> Range<Int> { lines.range(of: number, in: bytes) }

    /// The text of a line without the quote marks and blanks before and the blanks after it.
    func content(of line: Int, quotes: Int) -> Range<Int> {
        let range = self.line(line)
        var start = range.lowerBound
        var open = quotes
        while start < range.upperBound {
            if bytes[start].isBlank {
                start += 1
            } else if bytes[start] == UInt8(ascii: ">"), open > 0 {
                open -= 1
                start += 1
            } else {
                break
            }
        }
        var end = range.upperBound
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// The offset of a place, or nil where there is none.
    func offset(of place: Place) -> Int? {
        let range = line(place.line)
        let offset = range.lowerBound + place.column - 1
        return place.column >= 1 && offset < range.upperBound ? offset : nil
    }

    /// The place in the file of a place in this text.
    func inFile(_ place: Place) -> Place {
        Place(line: place.line + firstLine - 1, column: place.column + (columnShifts[place.line] ?? 0))
    }
}
