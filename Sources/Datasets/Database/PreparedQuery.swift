import Diagnostics

/// A query that was looked over before SQLite sees it: one SELECT, nothing that reads clock or chance.
struct PreparedQuery: Sendable {
    let source: SQLText
    /// Of the author's text.
    let tokens: [SQLToken]
    /// The text with its measures written out.
    let expansion: MeasureExpansion
    /// Whether the author wrote an expression and no SELECT.
    let isExpression: Bool
    /// The measure that an expression is one call of, and nothing else.
    private(set) var measure: MeasureDefinition?
    /// The text for SQLite. The hidden column `_row` is the row number that SQLite keeps of every table
    /// under the name `rowid`, so each `_row` is written `rowid`.
    let sql: String
    /// The same with the hidden column of rows added to its result; nil where that might change the result.
    private(set) var keepingRows: String?
    /// All names in the text with its measures written out, in small letters.
    let words: Set<String>
    /// All texts in it, in small letters.
    let texts: Set<String>
    /// Whether the query itself, not one inside it, says in which order its rows come.
    let isOrdered: Bool
    /// The names of the parameters, each once, in the order of the text.
    let parameters: [SQLToken]
    let knownShape = KnownShape()
    /// Where a name was written anew, and how many bytes longer the text is from there on.
    private let shifts: [(start: Int, bytes: Int)]

    /// How many bytes stand before the author's text.
    private let lead: Int

    static let hiddenRow = "_row"

    /// Nil where the text is no query that may run.
    init?(
        _ source: SQLText, _ measures: MeasureTable = MeasureTable(),
        reporting diagnostics: inout [Diagnostic]
    ) {
        let tokens = SQLScanner.tokens(of: source.text)
        if let problem = Self.refusal(tokens, of: source) {
            diagnostics.append(problem)
            return nil
        }
        guard let expansion = MeasureExpansion(source, tokens, measures, reporting: &diagnostics) else {
            return nil
        }
        self.init(source, tokens, expansion, isExpression: false)
    }

    /// An expression instead of a query, or a query that gives one value.
    init?(
        expression source: SQLText, _ measures: MeasureTable = MeasureTable(),
        reporting diagnostics: inout [Diagnostic]
    ) {
        let tokens = SQLScanner.tokens(of: source.text)
        if Self.isQuery(tokens) {
            self.init(source, measures, reporting: &diagnostics)
            return
        }
        if let problem = Self.expressionRefusal(tokens, of: source) {
            diagnostics.append(problem)
            return nil
        }
        guard let expansion = MeasureExpansion(source, tokens, measures, reporting: &diagnostics) else {
            return nil
        }
        self.init(source, tokens, expansion, isExpression: true)
        measure = measures.measure(whoseCallIs: tokens)
    }

    private static func isQuery(_ tokens: [SQLToken]) -> Bool {
        ["select", "with", "values"].contains { tokens.first?.names($0) ?? false }
    }

    private init(
        _ source: SQLText, _ tokens: [SQLToken], _ expansion: MeasureExpansion, isExpression: Bool
    ) {
        self.source = source
        self.tokens = tokens
        self.expansion = expansion
        self.isExpression = isExpression
        let (text, shifts) = Self.rewritten(expansion.text, expansion.tokens)
        self.shifts = shifts
        let opening = isExpression ? "SELECT (" : ""
        lead = opening.utf8.count
        // The line end closes a comment at the end of the expression.
        sql = isExpression ? opening + text + "\n)" : text
        words = Set(expansion.tokens.lazy.filter(\.isName).map(\.small))
        texts = Set(expansion.tokens.lazy.filter { $0.kind == .text }.map { $0.name.lowercased() })
        isOrdered = Self.isOrdered(tokens)
        var seen: Set<String> = []
        parameters = tokens.filter { $0.kind == .parameter && seen.insert($0.name).inserted }
        keepingRows = textKeepingRows()
    }

    private static func isOrdered(_ tokens: [SQLToken]) -> Bool {
        var depth = 0
        for (token, following) in zip(tokens, tokens.dropFirst()) {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            if depth == 0, token.names("order"), following.names("by") { return true }
        }
        return false
    }

    func names(_ name: String) -> Bool { words.contains(name.lowercased()) }

    /// The place in the author's text of a byte in the text for SQLite.
    func sourceOffset(_ offset: Int) -> Int {
        let offset = offset - lead
        var shift = 0
        for (start, bytes) in shifts {
            guard start + shift + bytes <= offset, start + shift < offset else { break }
            shift += bytes
        }
        return expansion.sourceOffset(max(0, offset - shift))
    }

    private static func rewritten(_ text: String, _ tokens: [SQLToken]) -> (String, [(Int, Int)]) {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var shifts: [(Int, Int)] = []
        var copied = 0
        for token in tokens where token.names(hiddenRow) {
            result += bytes[copied..<token.start]
            result += "rowid".utf8
            shifts.append((token.start, 5 - token.length))
            copied = token.end
        }
        result += bytes[copied...]
        // A semicolon or comment at the end is in the way where the text becomes part of another.
        if let last = tokens.last, last.isSign(";") {
            result.removeLast(bytes.count - last.start)
        }
        return (String(decoding: result, as: UTF8.self), shifts)
    }
}
