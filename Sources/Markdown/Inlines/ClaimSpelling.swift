/// Facts and claims that were meant and not read, because of how they are written.
struct ClaimSpelling {
    struct Problem: Hashable {
        enum Kind: Hashable {
            /// A link to an expression that cmark left as text, and where the expression stands in it.
            case claim(expression: Range<Int>)
            /// A backtick that opens a fact and is closed nowhere.
            case fact
        }

        let kind: Kind
        let offset: Int
        let length: Int
    }

    /// Whether the bytes behind `](` begin an expression: `=` or `<=`.
    static func beginsExpression(_ rest: Span<UInt8>) -> Bool {
        guard rest.count > 1 else { return false }
        return rest[0] == UInt8(ascii: "=") || (rest[0] == UInt8(ascii: "<") && rest[1] == UInt8(ascii: "="))
    }

    /// What is wrong in a text that cmark left as prose.
    static func problems(in text: [UInt8]) -> [Problem] {
        var problems: [Problem] = []
        var index = 0
        while index + 2 < text.count {
            let rest = text.span.extracting((index + 2)..<min(index + 4, text.count))
            if text[index] == UInt8(ascii: "]"), text[index + 1] == UInt8(ascii: "("), beginsExpression(rest)
            {
                let problem = claim(in: text, bracket: index)
                problems.append(problem)
                index = problem.offset + problem.length
            } else {
                if text[index] == UInt8(ascii: "`"), text[index + 1] == UInt8(ascii: "="),
                    text[index + 2] != UInt8(ascii: "`")
                {
                    problems.append(Problem(kind: .fact, offset: index, length: 2))
                }
                index += 1
            }
        }
        return problems
    }

    private static func claim(in text: [UInt8], bracket: Int) -> Problem {
        let isBracketed = text[bracket + 2] == UInt8(ascii: "<")
        let start = bracket + (isBracketed ? 3 : 2)
        let end = endOfExpression(in: text, from: start, isBracketed: isBracketed)
        return Problem(
            kind: .claim(expression: start..<end), offset: bracket, length: max(end - bracket, 3))
    }

    /// How a claim with an expression is written, given the expression as its author spelt it.
    static func mended(_ expression: [UInt8]) -> String {
        var mended: [UInt8] = []
        var isEscaped = false
        for byte in expression {
            let isAngle = byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            if isAngle, !isEscaped { mended.append(UInt8(ascii: "\\")) }
            mended.append(byte)
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return "](<" + String(decoding: mended, as: UTF8.self) + ">)"
    }

    /// Where `>)` or the parenthesis that closes the link stands; the end of the text where there is none.
    private static func endOfExpression(in text: [UInt8], from start: Int, isBracketed: Bool) -> Int {
        var depth = 0
        for index in start..<text.count {
            switch text[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where isBracketed && index > start && text[index - 1] == UInt8(ascii: ">"):
                return index - 1
            case UInt8(ascii: ")") where depth == 0 && !isBracketed: return index
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
        }
        return text.count
    }
}
