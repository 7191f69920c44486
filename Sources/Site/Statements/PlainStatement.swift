import Claims

/// A fact or a claim as it is written in a line of plain text: `` `=expression` ``, `[text](=expression)`, or
/// `[text](<=expression>)` for an expression with unpaired parentheses.
struct PlainStatement {
    let kind: ClaimEntry.Kind
    /// What a reader is shown of it as long as its value is not known.
    let text: String
    let expression: String
    /// From its first mark to behind its last.
    let range: Range<Substring.Index>
    /// Whether it has its last mark; nothing else of it is known without.
    let isClosed: Bool

    /// The first in the text; nil where there is none.
    init?(firstIn text: Substring) {
        let fact = text.firstRange(of: "`=")
        let claim = Self.opening(in: text)
        if let fact, claim.map({ fact.lowerBound < $0.bracket }) ?? true {
            self.init(fact: fact, in: text)
        } else if let claim {
            self.init(claim: claim, in: text)
        } else {
            return nil
        }
    }

    /// The text with its claims' words and without its facts, whose values may change.
    static func words(of text: String) -> String {
        var result = ""
        var rest = text[...]
        while let next = PlainStatement(firstIn: rest), next.isClosed {
            result += rest[..<next.range.lowerBound] + (next.kind == .claim ? next.text : "")
            rest = rest[next.range.upperBound...]
        }
        return result + rest
    }

    private init(fact open: Range<Substring.Index>, in text: Substring) {
        let close = text[open.upperBound...].firstIndex(of: "`")
        kind = .fact
        isClosed = close != nil
        expression = String(text[open.upperBound..<(close ?? text.endIndex)])
        self.text = expression
        range = open.lowerBound..<(close.map(text.index(after:)) ?? text.endIndex)
    }

    private init(claim open: Opening, in text: Substring) {
        let end = Self.end(of: open, in: text)
        kind = .claim
        isClosed = end != nil
        let words = text.index(after: open.bracket)..<open.words
        self.text = String(text[words])
        expression = trimmed(String(text[open.expression..<(end?.lowerBound ?? text.endIndex)]))
        range = open.bracket..<(end?.upperBound ?? text.endIndex)
    }

    /// The beginning of a claim: its bracket, the end of its words, and where its expression begins.
    private struct Opening {
        let bracket: Substring.Index
        let words: Substring.Index
        let expression: Substring.Index
        let isInAngles: Bool
    }

    private static func opening(in text: Substring) -> Opening? {
        var rest = text
        while let middle = rest.firstRange(of: "](") {
            let marks = text[middle.upperBound...]
            let bracket = text[..<middle.lowerBound].lastIndex(of: "[")
            if let bracket, marks.hasPrefix("=") || marks.hasPrefix("<=") {
                let isInAngles = marks.hasPrefix("<")
                return Opening(
                    bracket: bracket, words: middle.lowerBound,
                    expression: marks.dropFirst(isInAngles ? 2 : 1).startIndex, isInAngles: isInAngles)
            }
            rest = marks
        }
        return nil
    }

    /// The marks behind the expression: `>)`, or the parenthesis that closes the first.
    private static func end(of open: Opening, in text: Substring) -> Range<Substring.Index>? {
        let rest = text[open.expression...]
        if open.isInAngles { return rest.firstRange(of: ">)") }
        var depth = 0
        for place in rest.indices {
            if rest[place] == "(" { depth += 1 }
            guard rest[place] == ")" else { continue }
            if depth == 0 { return place..<text.index(after: place) }
            depth -= 1
        }
        return nil
    }
}
