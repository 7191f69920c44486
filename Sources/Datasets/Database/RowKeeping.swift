extension PreparedQuery {
    /// The same query with the hidden column of rows added at the end of its result, so that a result leads
    /// back to its rows although its author did not ask for them; nil where that might change the result.
    ///
    /// Added where the query is one SELECT from tables by their names: `_row` of each of them, or
    /// `rows(_row)` where the SELECT aggregates. Not added to DISTINCT, compounds of several SELECTs,
    /// aggregates beside window functions, or where the author names `_row`.
    func textKeepingRows() -> String? {
        guard !names(Self.hiddenRow), let clauses = SelectClauses(expansion.tokens) else { return nil }
        let sources = clauses.sources
        guard !sources.isEmpty else { return nil }
        let added: String
        if clauses.isGrouped || clauses.aggregates {
            guard !(clauses.aggregates && clauses.hasWindows) else { return nil }
            added = "rows(" + sources.map { $0.sqlName + ".rowid" }.joined(separator: ", ") + ") AS rowid"
        } else {
            added = sources.map { $0.sqlName + ".rowid AS rowid" }.joined(separator: ", ")
        }
        var bytes = Array(sql.utf8)
        bytes.insert(contentsOf: Array(", \(added) ".utf8), at: clauses.from.start)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PreparedQuery {
    /// A SELECT in parentheses.
    struct InnerQuery {
        let text: SQLText
        /// Where its parenthesis opens in the query as it was written.
        let start: Int
        /// Whether it stands for one value: SQLite takes the first of its rows and is silent on the others.
        let isValue: Bool
    }

    /// The SELECTs in parentheses whose rows are all a part of the answer: not one that another selects from
    /// beside other tables, or under conditions.
    var innerQueries: [InnerQuery] {
        let tokens = expansion.tokens
        let bytes = Array(expansion.text.utf8)
        var queries: [InnerQuery] = []
        /// For each parenthesis that is open, whether the place is among the tables of its SELECT.
        var isAmongTables = [false]
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            defer { index += 1 }
            if let word = token.kind == .word ? token.small : nil {
                if word == "from", index > 0, !tokens[index - 1].names("distinct") {
                    isAmongTables[isAmongTables.count - 1] = true
                } else if SelectClauses.endsTables(word) {
                    isAmongTables[isAmongTables.count - 1] = false
                }
            }
            if token.isSign(")"), isAmongTables.count > 1 { isAmongTables.removeLast() }
            guard token.isSign("(") else { continue }
            guard index + 1 < tokens.count, tokens[index + 1].names("select"), let end = closing(index) else {
                isAmongTables.append(false)
                continue
            }
            let before = index > 0 ? tokens[index - 1] : nil
            let isTable = isTable(after: before, isAmongTables: isAmongTables[isAmongTables.count - 1])
            if !isTable || before?.names("from") == true && isUsedWhole(upTo: end) {
                let range = tokens[index + 1].start..<tokens[end].start
                let isSet = isTable || ["in", "exists"].contains { before?.names($0) ?? false }
                queries.append(
                    InnerQuery(
                        text: SQLText(String(decoding: bytes[range], as: UTF8.self)),
                        start: expansion.sourceOffset(token.start), isValue: !isSet))
            }
            index = end
        }
        return queries
    }

    /// Where the parenthesis that opens here is closed.
    private func closing(_ start: Int) -> Int? {
        var depth = 0
        return expansion.tokens[start...].firstIndex { token in
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            return depth == 0
        }
    }

    /// Whether what is selected from ends here and nothing is joined to it or leaves a part of it out.
    private func isUsedWhole(upTo end: Int) -> Bool {
        var depth = 0
        for token in expansion.tokens[(end + 1)...] {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            if depth < 0 { return true }
            guard depth == 0 else { continue }
            if token.isSign(",") || ["join", "where", "having"].contains(where: token.names) { return false }
            if ["group", "order", "limit"].contains(where: token.names) {
                return !expansion.tokens[(end + 1)...].contains { $0.names("having") }
            }
        }
        return true
    }

    /// Whether a parenthesis after this token holds a table: `FROM (`, `JOIN (`, `, (` or `WITH name AS (`.
    private func isTable(after token: SQLToken?, isAmongTables: Bool) -> Bool {
        guard let token else { return false }
        if token.names("as") || token.names("materialized") { return true }
        return isAmongTables && (token.names("from") || token.names("join") || token.isSign(","))
    }
}

/// The parts of the outermost SELECT of a query.
private struct SelectClauses {
    /// The word `FROM`.
    let from: SQLToken
    /// By what the tables after FROM are called in the query.
    let sources: [String]
    let isGrouped: Bool
    /// Whether a function of the result makes one row of many.
    let aggregates: Bool
    let hasWindows: Bool

    private static let compounds: Set<String> = ["union", "except", "intersect"]
    private static let ends: Set<String> = ["where", "group", "having", "order", "limit", "window"]

    /// Whether a word ends the tables of a SELECT.
    static func endsTables(_ word: String) -> Bool { ends.contains(word) || compounds.contains(word) }
    private static let joins: Set<String> = [
        "join", "left", "right", "full", "inner", "outer", "cross", "natural", "on", "using", "indexed",
        "not",
    ]
    private static let functions: Set<String> = [
        "count", "sum", "total", "avg", "group_concat", "string_agg", "rows", "json_group_array",
        "json_group_object",
    ]

    /// Nil for a query of another form.
    init?(_ tokens: [SQLToken]) {
        var depth = 0
        let outer = tokens.filter { token in
            if token.isSign(")") { depth -= 1 }
            defer { if token.isSign("(") { depth += 1 } }
            return depth == 0
        }
        func isOneOf(_ words: Set<String>, _ token: SQLToken) -> Bool {
            token.kind == .word && words.contains(token.small)
        }
        guard let select = outer.firstIndex(where: { $0.names("select") }), select + 1 < outer.count,
            !outer[select + 1].names("distinct"), !outer.contains(where: { isOneOf(Self.compounds, $0) }),
            let from = outer.indices.first(where: {
                $0 > select && outer[$0].names("from") && !outer[$0 - 1].names("distinct")
            })
        else { return nil }
        let tail = outer[(from + 1)...]
        let end = tail.firstIndex { isOneOf(Self.ends, $0) } ?? tail.endIndex
        self.from = outer[from]
        isGrouped = tail.contains { isOneOf(["group", "having"], $0) }
        let result = tokens.filter { $0.start > outer[select].start && $0.start < outer[from].start }
        hasWindows = result.contains { $0.names("over") }
        aggregates = Self.aggregates(result)
        sources = Self.sources(outer[(from + 1)..<end]) { isOneOf(Self.joins, $0) }
    }

    /// Functions inside a SELECT of their own are its affair; `min` and `max` aggregate with one argument.
    private static func aggregates(_ tokens: [SQLToken]) -> Bool {
        var isInner: [Bool] = []
        for index in tokens.indices.dropLast() {
            let token = tokens[index]
            if token.isSign("(") { isInner.append(tokens[index + 1].names("select") || isInner.last == true) }
            if token.isSign(")") { _ = isInner.popLast() }
            guard isInner.last != true, token.isName, tokens[index + 1].isSign("(") else { continue }
            if functions.contains(token.small) { return true }
            if ["min", "max"].contains(token.small), hasOneArgument(tokens[(index + 1)...]) { return true }
        }
        return false
    }

    private static func hasOneArgument(_ tokens: ArraySlice<SQLToken>) -> Bool {
        var depth = 0
        for token in tokens {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            if depth == 0 { return true }
            if depth == 1, token.isSign(",") { return false }
        }
        return true
    }

    private static func sources(
        _ tokens: ArraySlice<SQLToken>, isJoinWord: (SQLToken) -> Bool
    ) -> [String] {
        var sources: [String] = []
        var begins = true
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            index += 1
            guard begins, token.isName, !isJoinWord(token) else {
                begins = token.names("join") || token.isSign(",")
                continue
            }
            begins = false
            // A function that gives a table has no rows of a file.
            if index < tokens.endIndex, tokens[index].isSign("(") || tokens[index].isSign(".") { continue }
            if index < tokens.endIndex, tokens[index].names("as") { index += 1 }
            if index < tokens.endIndex, tokens[index].isName, !isJoinWord(tokens[index]) {
                sources.append(tokens[index].name)
                index += 1
            } else {
                sources.append(token.name)
            }
        }
        return sources
    }
}
