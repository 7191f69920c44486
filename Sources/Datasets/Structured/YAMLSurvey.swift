/// A walk over YAML text before it is parsed, which finds what the parser must not be given: nesting that
/// costs it time or stack, and keys that are not plain words.
///
/// libyaml needs time in the square of the depth of brackets, and Yams compares keys by walking through
/// all that an alias stands for.
struct YAMLSurvey {
    static let deepest = 128

    enum Finding: Equatable {
        case tooDeep(Int)
        case complexKey(Int)
        case forbiddenCharacter(Int, String)
    }

    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var lineStart: Int
    private var flowDepth = 0
    /// Columns at which the open block collections begin.
    private var indents: [Int] = []
    /// Whether the next line goes on with a plain scalar if it is indented more than its parent.
    private var isInPlain = false
    private var finding: Finding?

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
        lineStart = index
    }

    /// The first thing that must not be parsed, by its offset.
    static func finding(in bytes: ArraySlice<UInt8>) -> Finding? {
        if let character = forbiddenCharacter(in: bytes) { return character }
        var survey = YAMLSurvey(bytes)
        survey.walk()
        return survey.finding
    }

    private static func forbiddenCharacter(in bytes: ArraySlice<UInt8>) -> Finding? {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                return .forbiddenCharacter(index, "a control character (0x\(String(byte, radix: 16)))")
            }
            if byte >= 0x7F, let name = named(bytes[index...].prefix(3)) {
                return .forbiddenCharacter(index, name)
            }
            index += 1
        }
        return nil
    }

    private static func named(_ head: ArraySlice<UInt8>) -> String? {
        let bytes = Array(head) + [0, 0]
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0x7F, _, _): return "a control character (0x7F)"
        case (0xC2, 0x80...0x9F, _):
            return "a control character (U+00\(String(bytes[1], radix: 16, uppercase: true)))"
        case (0xE2, 0x80, 0xA8): return "a line separator (U+2028)"
        case (0xE2, 0x80, 0xA9): return "a paragraph separator (U+2029)"
        case (0xEF, 0xBB, 0xBF): return "a byte order mark (U+FEFF)"
        default: return nil
        }
    }

    private mutating func walk() {
        beginLine()
        while index < bytes.endIndex, finding == nil { takeToken() }
    }

    private mutating func takeToken() {
        switch bytes[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
        case 0x0A, 0x0D: endLine()
        case UInt8(ascii: "#"): skipLine()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted()
        case UInt8(ascii: "["), UInt8(ascii: "{"): openFlow()
        case UInt8(ascii: "]"), UInt8(ascii: "}"): closeFlow()
        case UInt8(ascii: ",") where flowDepth > 0: index += 1
        case UInt8(ascii: "-") where isIndicator: openSequenceItem()
        case UInt8(ascii: "?") where isIndicator: finding = .complexKey(index)
        case UInt8(ascii: ":") where isIndicator || flowDepth > 0: index += 1
        case UInt8(ascii: "&"), UInt8(ascii: "!"): skipWord()
        case UInt8(ascii: "*"): skipAlias()
        case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0: skipBlockScalar()
        default: skipPlain()
        }
    }

    /// Whether the byte is followed by a blank, as indicators are.
    private var isIndicator: Bool { isBlank(index + 1) }

    private func isBlank(_ position: Int) -> Bool {
        guard position < bytes.endIndex else { return true }
        let byte = bytes[position]
        return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func isLineEnd(_ position: Int) -> Bool {
        position >= bytes.endIndex || bytes[position] == 0x0A || bytes[position] == 0x0D
    }

    // MARK: Lines

    private mutating func endLine() {
        if bytes[index] == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        beginLine()
    }

    private mutating func beginLine() {
        lineStart = index
        guard flowDepth == 0 else { return }
        while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
        guard !isLineEnd(index) else { return }
        let column = index - lineStart
        if isInPlain, column > (indents.last ?? -1), bytes[index] != UInt8(ascii: "#") { return skipPlain() }
        isInPlain = false
        if column == 0, bytes[index] == UInt8(ascii: "%") { return skipLine() }
        if column == 0, bytes[index...].starts(with: "---".utf8) || bytes[index...].starts(with: "...".utf8),
            isBlank(index + 3)
        {
            indents = []
            index += 3
            return
        }
        guard bytes[index] != UInt8(ascii: "#") else { return }
        open(column)
    }

    /// A block collection's item or key begins at this column.
    private mutating func open(_ column: Int) {
        while let last = indents.last, last >= column { indents.removeLast() }
        indents.append(column)
        if indents.count > Self.deepest { finding = .tooDeep(index) }
    }

    private mutating func skipLine() {
        while !isLineEnd(index) { index += 1 }
    }

    // MARK: Tokens

    private mutating func openSequenceItem() {
        index += 1
        guard flowDepth == 0 else { return }
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if !isLineEnd(index) { open(index - lineStart) }
    }

    private mutating func openFlow() {
        flowDepth += 1
        if flowDepth > Self.deepest { finding = .tooDeep(index) }
        index += 1
    }

    private mutating func closeFlow() {
        flowDepth = max(0, flowDepth - 1)
        let begin = index
        index += 1
        refuseKey(begin)
    }

    /// A colon after what was just passed would make a key of it.
    private mutating func refuseKey(_ begin: Int) {
        var next = index
        while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next < bytes.endIndex, bytes[next] == UInt8(ascii: ":"), isBlank(next + 1) || flowDepth > 0 {
            finding = .complexKey(begin)
        }
    }

    private mutating func skipWord() {
        while !isBlank(index), !(flowDepth > 0 && isFlowIndicator(bytes[index])) { index += 1 }
    }

    private mutating func skipAlias() {
        let begin = index
        index += 1
        skipWord()
        refuseKey(begin)
    }

    private func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private mutating func skipQuoted() {
        let quote = bytes[index]
        index += 1
        while index < bytes.endIndex, bytes[index] != quote {
            if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") { index += 1 }
            index += 1
        }
        index = min(index + 1, bytes.endIndex)
    }

    private mutating func skipBlockScalar() {
        let parent = indents.isEmpty ? -1 : indents[indents.count - 1]
        skipLine()
        while index < bytes.endIndex {
            let lineEnd = index
            if bytes[index] == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
            index += 1
            let start = index
            while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
            if isLineEnd(index) { continue }
            guard index - start > parent else {
                index = lineEnd
                return
            }
            skipLine()
        }
    }

    private mutating func skipPlain() {
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":"), isBlank(index + 1) {
                isInPlain = false
                return
            }
            if byte == UInt8(ascii: "#"), index > lineStart, isBlank(index - 1) {
                isInPlain = false
                return
            }
            if flowDepth > 0, isFlowIndicator(byte) { return }
            if isLineEnd(index), flowDepth == 0 {
                isInPlain = true
                return
            }
            index += 1
        }
    }
}
