import Diagnostics
import GRDB

/// Runs queries on one connection.
struct QueryRunner {
    let connection: Connection
    let names: SchemaNames
    /// Small names of the columns with numbers as they are printed.
    let hiddenColumns: Set<String>
    let origins: RowOrigins
    var showsAnyValue = false

    /// Compiles a query and hands it to `body`; nil with a diagnostic where either goes wrong.
    func compiled<Result>(
        _ query: PreparedQuery, keepsRows: Bool = false, reporting diagnostics: inout [Diagnostic],
        _ body: (Statement) throws -> Result?, failing: (QueryFailure) -> Void = { _ in }
    ) -> Result? {
        running(query, reporting: &diagnostics) { database in
            let statement = try database.statement(for: query, keepsRows: keepsRows)
            guard statement.isReadonly, statement.columnCount > 0 else { throw QueryFailure.notReading }
            return try body(statement)
        } failing: {
            failing($0)
        }
    }

    /// Hands the database to `body`; what goes wrong there is told of the query.
    func running<Result>(
        _ query: PreparedQuery, reporting diagnostics: inout [Diagnostic],
        _ body: (GRDB.Database) throws -> Result?, failing: (QueryFailure) -> Void = { _ in }
    ) -> Result? {
        let outcome = connection.read { database -> Swift.Result<Result?, QueryFailure> in
            do {
                return .success(try body(database))
            } catch let error as DatabaseError {
                return .failure(.sqlite(error, offset: database.errorOffset))
            } catch let refused as QueryFailure {
                return .failure(refused)
            } catch {
                return .failure(.sqlite(DatabaseError(message: "\(error)"), offset: nil))
            }
        }
        switch outcome {
        case .success(let result): return result
        case .failure(let failure):
            failing(failure)
            diagnostics.append(diagnostic(failure, query))
            return nil
        }
    }

    /// The whole result of a query.
    func result(
        of query: PreparedQuery, parameters: [String: Value], reporting diagnostics: inout [Diagnostic]
    ) -> ResultSet? {
        guard let arguments = arguments(of: query, parameters, reporting: &diagnostics) else { return nil }
        return compiled(query, keepsRows: true, reporting: &diagnostics) { statement in
            let shape = try query.knownShape.known {
                QueryShape(
                    layout: try ResultLayout(statement.columnNames, query, hiddenColumns),
                    tables: query.tablesRead(by: statement, names))
            }
            var layout = shape.layout
            layout.showsAnyValue = showsAnyValue
            let cursor = try Row.fetchCursor(statement, arguments: arguments)
            var rows: [ResultRow] = []
            var bytes = 0
            while let row = try cursor.next() {
                guard rows.count < connection.limits.rows else { throw QueryFailure.tooManyRows }
                rows.append(try layout.read(row, of: statement, origins))
                bytes += rows[rows.count - 1].weight
                guard bytes < connection.limits.memoryBytes else { throw QueryFailure.tooLarge }
            }
            return ResultSet(
                columns: layout.columns, rows: rows, isOrdered: query.isOrdered,
                tables: shape.tables)
        }
    }

    /// The names of the columns of the result, hidden ones left out.
    func columns(of query: PreparedQuery, reporting diagnostics: inout [Diagnostic]) -> [String]? {
        compiled(query, reporting: &diagnostics) { statement in
            try ResultLayout(statement.columnNames, query, hiddenColumns).columns
        }
    }

    private func arguments(
        of query: PreparedQuery, _ parameters: [String: Value], reporting diagnostics: inout [Diagnostic]
    ) -> StatementArguments? {
        var arguments: [String: DatabaseValue] = [:]
        for token in query.parameters {
            guard let value = parameters[token.name] else {
                diagnostics.append(
                    query.source.diagnostic(
                        "unknown-parameter", at: token.start, length: token.length,
                        "nothing is known here as ':\(token.name)'",
                        help: suggestion(for: token.name, among: parameters.keys)))
                return nil
            }
            arguments[token.name] = value.databaseValue
        }
        return StatementArguments(arguments)
    }

    private func diagnostic(_ failure: QueryFailure, _ query: PreparedQuery) -> Diagnostic {
        let source = query.source
        let start = query.tokens.first?.start ?? 0
        switch failure {
        case .sqlite(let error, let offset):
            return QueryError(query: query, limits: connection.limits, names: names)
                .diagnostic(error, offset: offset)
        case .notReading:
            return source.diagnostic(
                "not-a-select", at: start, "a query is one SELECT, which changes nothing")
        case .tooManyRows:
            return source.diagnostic(
                "query-row-limit", at: start, "the query gives more than \(connection.limits.rows) rows",
                help: "look for a join without a condition, or add a LIMIT")
        case .tooLarge:
            return source.diagnostic(
                "query-size-limit", at: start,
                "the query gives more than \(connection.limits.memoryBytes >> 20) MiB",
                help: "look for a join without a condition, or add a LIMIT")
        case .sameColumn(let name):
            return source.diagnostic(
                "duplicate-column", at: start, "two columns of the result are called '\(name)'",
                help: "give one of them a name of its own with AS")
        case .value(let column, let reason):
            return source.diagnostic(
                "query-value", at: start,
                "\(query.isExpression ? "the expression gives" : "the column '\(column)' holds") \(reason)",
                notes: ["a value is a text, a finite number or nothing"])
        }
    }
}

/// Why a query that compiles gives no result.
enum QueryFailure: Error {
    case sqlite(DatabaseError, offset: Int?)
    case notReading
    case tooManyRows
    case tooLarge
    case sameColumn(String)
    case value(column: String, reason: String)
}

extension Value {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}

extension ResultRow {
    /// About how many bytes of memory the row takes.
    fileprivate var weight: Int {
        values.reduce(64) { weight, value in
            if case .text(let text) = value { weight + 24 + text.utf8.count } else { weight + 24 }
        }
    }
}

extension GRDB.Database {
    /// With `keepsRows` a result leads back to its rows wherever that is possible.
    fileprivate func statement(for query: PreparedQuery, keepsRows: Bool) throws -> Statement {
        if keepsRows, let kept = query.keepingRows, let statement = try? statement(kept, of: query) {
            return statement
        }
        return try statement(query.sql, of: query)
    }

    /// A query with parameters comes again with others; one without is not kept.
    private func statement(_ sql: String, of query: PreparedQuery) throws -> Statement {
        try query.parameters.isEmpty ? makeStatement(sql: sql) : cachedStatement(sql: sql)
    }
}
