/// How many containers a line stands in and how many brackets are open, never less than cmark may find.
struct Nesting {
    /// The columns at which the content of the open list items begins.
    private var items: [Int] = []
    private var quotes = 0
    private var isAfterBlank = true
    /// Brackets opened and not closed since the last blank line.
    private(set) var openBrackets = 0

    var depth: Int { items.count + quotes }

    mutating func read(_ line: Span<UInt8>) {
        var index = 0
        var quotesHere = 0
        let isRule = isThematicBreak(line)
        while index < line.count, !isRule {
            let byte = line[index]
            if byte.isBlank {
                index += 1
            } else if byte == UInt8(ascii: ">") {
                quotesHere += 1
                index += 1
            } else if let end = endOfMarker(in: line, from: index) {
                closeItems(deeperThan: index)
                index = end
                items.append(index)
            } else {
                break
            }
        }
        quotes = quotesHere
        let isBlank = index >= line.count
        if isBlank {
            openBrackets = 0
        } else {
            // After a line of text a line further left may be its lazy continuation.
            if isAfterBlank { closeItems(deeperThan: index) }
            countBrackets(in: line, from: index)
        }
        isAfterBlank = isBlank
    }

    /// Whether the line holds three or more of one of `- * _` and blanks only: these are no list markers.
    private func isThematicBreak(_ line: Span<UInt8>) -> Bool {
        var mark: UInt8 = 0
        var count = 0
        for index in line.indices where !line[index].isBlank {
            if mark == 0 { mark = line[index] }
            guard line[index] == mark, mark == 0x2D || mark == 0x2A || mark == 0x5F else { return false }
            count += 1
        }
        return count >= 3
    }

    private mutating func closeItems(deeperThan column: Int) {
        while let last = items.last, last > column { items.removeLast() }
    }

    /// Where a list marker that begins here ends, with one blank after it.
    private func endOfMarker(in line: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        switch line[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
        case let byte where byte.isDigit:
            while index < line.count, line[index].isDigit, index - start < 10 { index += 1 }
            guard index < line.count, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")")
            else { return nil }
            index += 1
        default: return nil
        }
        guard index < line.count else { return index }
        return line[index].isBlank ? index + 1 : nil
    }

    private mutating func countBrackets(in line: Span<UInt8>, from start: Int) {
        for index in start..<line.count {
            if line[index] == UInt8(ascii: "[") {
                openBrackets += 1
            } else if line[index] == UInt8(ascii: "]"), openBrackets > 0 {
                openBrackets -= 1
            }
        }
    }
}
