import GRDB

/// SQLite's functions of dates without the present: the same data give the same site at any time.
///
/// They take the place of SQLite's own under the same names, and pass on to these in a connection of their
/// own what does not ask for the present or the machine's time zone.
struct DateFunctions {
    private let plain: DatabaseQueue

    init() throws { plain = try DatabaseQueue() }

    var functions: [DatabaseFunction] {
        PreparedQuery.dates.sorted().map(function)
            + PreparedQuery.clock.sorted().map { Self.refused($0, arguments: 0, "reads the clock") }
            + [
                Self.refused("random", arguments: 0, "is left to chance"),
                Self.refused("randomblob", arguments: 1, "is left to chance"),
                Self.refused("fts3_tokenizer", arguments: 1, "is not allowed in a query"),
                Self.refused("fts3_tokenizer", arguments: 2, "is not allowed in a query"),
            ]
    }

    private static func refused(_ name: String, arguments: Int, _ reason: String) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: arguments, pure: true) { _ in
            throw DatabaseError(message: "'\(name)' \(reason)")
        }
    }

    private func function(_ name: String) -> DatabaseFunction {
        let plain = plain
        let timeArgument = name == "strftime" ? 1 : 0
        return DatabaseFunction(name, pure: true) { arguments in
            let texts = arguments.map { String.fromDatabaseValue($0)?.lowercased() }
            guard arguments.count > timeArgument, texts[timeArgument] != "now" else {
                throw DatabaseError(message: "'\(name)' reads the clock here")
            }
            guard !texts.contains("localtime"), !texts.contains("utc") else {
                throw DatabaseError(message: "'\(name)' reads the machine's time zone here")
            }
            let marks = arguments.map { _ in "?" }.joined(separator: ", ")
            return try plain.unsafeRead { database in
                let statement = try database.cachedStatement(sql: "SELECT \(name)(\(marks))")
                return try DatabaseValue.fetchOne(statement, arguments: StatementArguments(arguments))
            }
        }
    }
}
