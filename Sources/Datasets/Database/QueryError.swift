import Diagnostics
import GRDB

/// Puts an error of SQLite into the words and the place of the query.
struct QueryError {
    let query: PreparedQuery
    let limits: QueryLimits
    /// Tables and views, and the columns of each.
    let names: SchemaNames

    /// `offset` is the byte that SQLite names, in the text as SQLite saw it.
    func diagnostic(_ error: DatabaseError, offset: Int?) -> Diagnostic {
        let source = query.source
        switch error.resultCode {
        case .SQLITE_INTERRUPT:
            return source.diagnostic(
                "query-time-limit", at: start,
                "the query ran for more than \(limits.time.components.seconds) s",
                notes: ["a query that never ends would stop the site from being built"],
                help: "look for a join without a condition, or a recursion without an end")
        case .SQLITE_TOOBIG:
            return source.diagnostic(
                "query-value-limit", at: start, "the query makes a value of more than \(megabytes) MiB")
        case .SQLITE_NOMEM:
            return source.diagnostic(
                "query-memory", at: start,
                "the query needs more than \(limits.memoryBytes >> 20) MiB of memory")
        default: return named(error, offset: offset)
        }
    }

    private var start: Int { query.tokens.first?.start ?? 0 }
    private var megabytes: Int { limits.valueBytes >> 20 }

    private func named(_ error: DatabaseError, offset: Int?) -> Diagnostic {
        let message = error.message ?? "SQLite gives no reason"
        let subject = Self.subject(of: message)
        let token = token(at: offset, or: subject) ?? quotedToken(message)
        let place = token?.start ?? start
        let length = token?.length ?? 1
        let column = subject.map(lastPart) ?? ""
        func report(_ code: String, _ text: String, help: String?) -> Diagnostic {
            query.source.diagnostic(code, at: place, length: length, text, help: help)
        }
        if message.hasPrefix("no such table"), let subject {
            return report(
                "unknown-table", "there is no table or view '\(subject)'",
                help: suggestion(for: subject, among: names.tables.keys))
        }
        if message.hasPrefix("no such column"), let subject {
            return report(
                "unknown-column", "there is no column '\(written(subject))'",
                help: suggestion(for: column, among: columns(of: subject)))
        }
        if message.hasPrefix("no such function"), let subject {
            return report(
                "unknown-function", "there is no function '\(subject)'",
                help: Self.written(names.calls(of: subject))
                    ?? nearMiss(subject, among: names.functions).map { "did you mean '\($0)'?" })
        }
        if let name = Self.miscalled(message) {
            let place = query.tokens.first { $0.names(name.lowercased()) }
            return query.source.diagnostic(
                "query-error", at: place?.start ?? start, length: place?.length ?? 1, message,
                help: Self.written(names.calls(of: name)))
        }
        if message == "incomplete input" || (message.hasPrefix("near \")\"") && token == nil) {
            let last = query.tokens.last
            return query.source.diagnostic(
                "query-error", at: last?.start ?? start, length: last?.length ?? 1,
                "the expression ends too early")
        }
        let lines = message.split(separator: "\n", maxSplits: 1).map(String.init)
        return report(
            "query-error", Self.readable(written(lines.first ?? message)),
            help: lines.count == 2 ? lines[1] : help(for: message))
    }

    /// The function that a message says was called wrongly.
    private static func miscalled(_ message: String) -> String? {
        for prefix in ["wrong number of arguments to function ", "misuse of window function "]
        where message.hasPrefix(prefix) && message.hasSuffix("()") {
            return String(message.dropFirst(prefix.count).dropLast(2))
        }
        return nil
    }

    private static func written(_ calls: [String]) -> String? {
        calls.isEmpty ? nil : "write " + calls.joined(separator: " or ")
    }

    private func help(for message: String) -> String? {
        guard message.contains("do not have the same number of result columns") else { return nil }
        return "'*' can bring hidden columns along; name the columns"
    }

    /// SQLite's `near "x": syntax error`, the right way round.
    private static func readable(_ message: String) -> String {
        let ending = ": syntax error"
        guard message.hasPrefix("near "), message.hasSuffix(ending) else { return message }
        return "syntax error " + message.dropLast(ending.count)
    }

    /// The hidden column as the author knows it.
    private func written(_ text: String) -> String {
        guard query.names(PreparedQuery.hiddenRow), text.hasSuffix("rowid") else { return text }
        return text.dropLast(5) + PreparedQuery.hiddenRow
    }

    /// What stands after the colon: `no such column: a.b`, without a hint that SQLite may add.
    private static func subject(of message: String) -> String? {
        guard message.hasPrefix("no such "), let colon = message.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        return String(message[colon...].dropFirst(2))
    }

    private func lastPart(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }

    private func token(at offset: Int?, or subject: String?) -> SQLToken? {
        let wanted = subject.map { lastPart(written($0)).lowercased() }
        if let offset {
            let place = query.sourceOffset(offset)
            if let index = query.tokens.firstIndex(where: { $0.start <= place && place < $0.end }) {
                // `a.b` is one error about `b`, for which SQLite names the place of `a`.
                let near = query.tokens[index...].prefix(3).first { token in wanted.map(token.names) ?? false
                }
                return near ?? query.tokens[index]
            }
        }
        return query.tokens.first { token in wanted.map(token.names) ?? false }
    }

    /// The text or name of the query that a message of a function begins with: `'x' is not …`.
    private func quotedToken(_ message: String) -> SQLToken? {
        let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        return query.tokens.first { $0.name == parts[1] }
    }

    /// The columns that may have been meant: of the table that the name is qualified with, else of every
    /// table that the query names.
    private func columns(of subject: String) -> [String] {
        let qualifier = subject.split(separator: ".").dropLast().last.map(String.init)
        if let qualifier, let columns = names.columns(of: qualifier) { return columns }
        return Set(query.tokens.filter(\.isName).flatMap { names.columns(of: $0.name) ?? [] }).sorted()
    }
}

/// The names that a query may use.
struct SchemaNames: Sendable {
    var tables: [String: [String]] = [:]
    /// Those of them that are views.
    var views: Set<String> = []
    /// The same tables and views by their small names, a view by that of the table with its rows too.
    var tablesByWord: [String: String] = [:]
    /// By the small name of a function of an index: the table that it reads.
    var indexTables: [String: String] = [:]
    var functions: [String] = []
    /// How functions of ours are called, by their small names: `rank(entity, period)`.
    var signatures: [String: [String]] = [:]

    /// The same of the functions of several indexes, by their names without that of an index.
    var indexSignatures: [String: [String]] = [:]

    /// How a function of that name is called; where several indexes have one, how each of them is.
    func calls(of function: String) -> [String] {
        let name = function.lowercased()
        if let own = signatures[name] { return own }
        return indexSignatures[name] ?? []
    }

    func columns(of table: String) -> [String]? {
        tables[table] ?? tables.first { $0.key.lowercased() == table.lowercased() }?.value
    }
}
