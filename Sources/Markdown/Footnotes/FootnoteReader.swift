/// Turns footnotes into what cmark reads as blocks, because it would take `[^1]: text` for a reference.
///
/// `[^1]: text` becomes `> + text` and the indentation of what belongs to it `>   `: a list item in a quote,
/// which is taken out of the tree afterwards. Lines stay lines. Footnotes are read at the top level only.
struct FootnoteReader {
    struct Definition: Hashable {
        let label: [UInt8]
        /// In the file.
        let place: Place
    }

    private let source: [UInt8]
    private let sourceLines: LineTable
    private let firstLine: Int
    private var bytes: [UInt8]
    private var lines = LineTable()
    private var shifts: [Int: Int] = [:]
    private(set) var definitions: [Int: Definition] = [:]
    private var fence: (mark: UInt8, length: Int)?
    private var isInNote = false
    private var blankLines = 0

    /// The text for cmark, and the definitions by their line.
    static func read(_ text: ParsedText) -> (text: ParsedText, definitions: [Int: Definition]) {
        var reader = FootnoteReader(text)
        for number in 1...text.lines.count { reader.readLine(number) }
        reader.flushBlankLines(inNote: false, before: text.lines.count + 1)
        guard !reader.definitions.isEmpty else { return (text, [:]) }
        let parsed = ParsedText(
            bytes: reader.bytes, start: 0, lines: reader.lines, firstLine: text.firstLine,
            columnShifts: reader.shifts)
        return (parsed, reader.definitions)
    }

    private init(_ text: ParsedText) {
        source = text.bytes
        sourceLines = text.lines
        firstLine = text.firstLine
        bytes = []
        bytes.reserveCapacity(text.bytes.count - text.start + 256)
        lines.reserve(text.lines.count)
    }

    private mutating func readLine(_ number: Int) {
        let range = sourceLines.range(of: number, in: source)
        let line = source[range]
        let indentation = line.prefix { $0 == .space }.count
        if indentation == line.count || line.allSatisfy(\.isBlank) {
            blankLines += 1
            return
        }
        let isContinuation = isInNote && (indentation >= 4 || line.first == .tab)
        let isLazy = isInNote && !isContinuation && blankLines == 0 && fence == nil
        let definition = fence == nil && indentation < 4 ? label(in: line.dropFirst(indentation)) : nil
        flushBlankLines(inNote: isContinuation, before: number)
        if isContinuation {
            let removed = line.first == .tab ? 1 : 4
            emit(number, prefix: ">   ", line.dropFirst(removed), shift: removed - 4)
        } else if let definition {
            isInNote = true
            definitions[number] = Definition(
                label: definition.label, place: Place(line: number + firstLine - 1, column: indentation + 1))
            let content = line[definition.content...]
            emit(number, prefix: "> + ", content, shift: content.startIndex - line.startIndex - 4)
        } else {
            isInNote = isLazy
            followFence(line.dropFirst(indentation), indentation)
            emit(number, prefix: "", line, shift: 0)
        }
    }

    private mutating func emit(
        _ number: Int, prefix: StaticString, _ content: ArraySlice<UInt8>, shift: Int
    ) {
        lines.begin(at: bytes.count)
        bytes.append(contentsOf: String(describing: prefix).utf8)
        bytes.append(contentsOf: content)
        bytes.append(.lineFeed)
        if shift != 0 { shifts[number] = shift }
    }

    /// Blank lines belong to a footnote where something of it follows.
    private mutating func flushBlankLines(inNote: Bool, before number: Int) {
        for blank in 0..<blankLines {
            emit(number - blankLines + blank, prefix: inNote ? ">" : "", [], shift: 0)
        }
        blankLines = 0
    }

    private mutating func followFence(_ line: ArraySlice<UInt8>, _ indentation: Int) {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return }
        let length = line.prefix { $0 == mark }.count
        guard length >= 3, indentation < 4 else { return }
        if let open = fence {
            let rest = line.dropFirst(length)
            if mark == open.mark, length >= open.length, rest.allSatisfy(\.isBlank) { fence = nil }
        } else if mark == UInt8(ascii: "~") || !line.dropFirst(length).contains(mark) {
            fence = (mark, length)
        }
    }

    /// The label of `[^label]: text` and where the text begins.
    private func label(in line: ArraySlice<UInt8>) -> (label: [UInt8], content: Int)? {
        guard line.count > 4, line.starts(with: "[^".utf8) else { return nil }
        guard let end = line.firstIndex(of: UInt8(ascii: "]")), end + 1 < line.endIndex,
            line[end + 1] == UInt8(ascii: ":"), FootnoteLabel.isValid(line[(line.startIndex + 2)..<end])
        else { return nil }
        let content = line[(end + 2)...].firstIndex { !$0.isBlank } ?? line.endIndex
        return (Array(line[(line.startIndex + 2)..<end]), content)
    }
}

/// What stands behind the caret of `[^label]`.
enum FootnoteLabel {
    static func isValid(_ label: ArraySlice<UInt8>) -> Bool {
        !label.isEmpty && label.count <= 100
            && label.allSatisfy { $0 > .space && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "^") }
    }

    /// Labels that differ in ASCII case only are one.
    static func folded(_ label: some Sequence<UInt8>) -> [UInt8] {
        label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
