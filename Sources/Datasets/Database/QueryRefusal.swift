import Diagnostics

extension PreparedQuery {
    /// Functions that give another result each time, and what to say instead.
    static let chance: Set<String> = ["random", "randomblob"]
    static let clock: Set<String> = ["current_date", "current_time", "current_timestamp"]
    static let dates: Set<String> = ["date", "time", "datetime", "julianday", "unixepoch", "strftime"]
    /// Functions that reach outside the data, or tell of the connection and not of the data.
    static let outside: Set<String> = [
        "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "changes", "total_changes",
        "last_insert_rowid", "sqlite_source_id", "sqlite_version", "sqlite_compileoption_get",
        "sqlite_compileoption_used", "sqlite_log", "sqlite_offset",
    ]

    /// What is wrong with a text as a query that only reads, before SQLite has seen it.
    static func refusal(_ tokens: [SQLToken], of source: SQLText) -> Diagnostic? {
        guard let first = tokens.first(where: { !$0.isSign("(") && !$0.isSign(";") }) else {
            return source.diagnostic("empty-query", "the query is empty", help: "write one SELECT")
        }
        guard ["select", "with", "values"].contains(where: first.names) else {
            return source.diagnostic(
                "not-a-select", at: first.start, length: first.length,
                "a query is one SELECT; '\(first.name)' is not allowed",
                notes: ["the data of a site are read, never changed, by its queries"])
        }
        if source.text.utf8.contains(0) {
            return source.diagnostic("query-character", "the query holds a zero byte")
        }
        if let end = tokens.firstIndex(where: { $0.isSign(";") }), end + 1 < tokens.count {
            let next = tokens[end + 1]
            return source.diagnostic(
                "several-statements", at: next.start, length: next.length,
                "a query is one SELECT, and another statement begins here",
                help: "remove everything from the ';' on")
        }
        return unrepeatable(tokens, of: source)
    }

    /// What is wrong with a text as an expression that gives one value.
    static func expressionRefusal(_ tokens: [SQLToken], of source: SQLText) -> Diagnostic? {
        guard !tokens.isEmpty else {
            return source.diagnostic("empty-query", "the expression is empty")
        }
        var depth = 0
        for token in tokens {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            guard depth < 0 || token.isSign(";") else { continue }
            return source.diagnostic(
                "query-error", at: token.start, length: token.length,
                "'\(token.name)' does not belong in an expression")
        }
        if source.text.utf8.contains(0) {
            return source.diagnostic("query-character", "the expression holds a zero byte")
        }
        return unrepeatable(tokens, of: source)
    }

    private static func unrepeatable(_ tokens: [SQLToken], of source: SQLText) -> Diagnostic? {
        for (index, token) in tokens.enumerated() where token.isName {
            let name = token.small
            let follows = index + 1 < tokens.count && tokens[index + 1].isSign("(")
            let isField = index > 0 && tokens[index - 1].isSign(".")
            func refuse(_ code: String, _ message: String, _ note: String, help: String? = nil) -> Diagnostic
            {
                source.diagnostic(
                    code, at: token.start, length: token.length, message, notes: [note], help: help)
            }
            if follows, chance.contains(name) {
                return refuse("query-not-repeatable", "'\(name)' is left to chance", sameBytes)
            }
            if token.kind == .word, !isField, clock.contains(name) {
                return refuse(
                    "query-not-repeatable", "'\(token.name)' reads the clock", sameBytes, help: writeDate)
            }
            if follows, outside.contains(name) {
                return refuse(
                    "query-not-allowed", "'\(name)' is not allowed in a query",
                    "a query reads the site's data and nothing else")
            }
            if follows, dates.contains(name), let time = nowArgument(after: index, tokens, name) {
                return source.diagnostic(
                    "query-not-repeatable", at: time.start, length: time.length,
                    "'\(name)' reads the clock here", notes: [sameBytes], help: writeDate)
            }
        }
        return nil
    }

    static let sameBytes = "the same data must give the same site, whenever it is built"
    static let writeDate = "write the date itself, or take it from the data"

    /// The argument, or the place where it is missing, that makes a function of dates take the present.
    private static func nowArgument(after index: Int, _ tokens: [SQLToken], _ name: String) -> SQLToken? {
        var depth = 0
        for token in tokens[(index + 1)...] {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            if depth == 0 {
                let isBare = token.start <= tokens[index + 1].end && name != "strftime"
                return isBare ? tokens[index] : nil
            }
            let text = token.name.lowercased()
            if token.kind == .text, text == "now" || text == "localtime" || text == "utc" { return token }
        }
        return nil
    }
}
