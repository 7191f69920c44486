import Claims
import Diagnostics

/// The facts and claims of the whole site, held against the data and against what was accepted.
struct StatementCheck: Sendable {
    /// Ordered by place; of two that the lock knows by one name, which can be told apart by their order
    /// alone, the earlier comes first.
    let statements: [Statement]
    /// One for each statement.
    let entries: [ClaimEntry]
    let comparison: ClaimsComparison
    private let lock: ClaimsLock
    private let provenance: Provenance

    init(_ statements: [Statement], lock: ClaimsLock, provenance: Provenance) {
        self.statements = statements.sorted { ($0.location, $0.occasion) < ($1.location, $1.occasion) }
        entries = self.statements.map(\.entry).countingOccurrences()
        comparison = ClaimsComparison(of: entries, with: lock)
        self.lock = lock
        self.provenance = provenance
    }

    /// Claims that fail and values that moved are errors; what is new is one warning.
    var diagnostics: [Diagnostic] {
        let problems = zip(statements, entries).compactMap { statement, entry in
            failure(of: statement, entry) ?? movement(of: statement, entry)
        }
        return problems + (newness.map { [$0] } ?? [])
    }

    // MARK: Claims that fail

    /// A claim that the data do not bear out.
    struct Failure {
        let statement: Statement
        /// By what the lock knows it.
        let key: ClaimEntry.Key
        let problem: Diagnostic
        let since: String?
        let rows: [Provenance.Row]
    }

    /// In the order of their places.
    var failures: [Failure] {
        zip(statements, entries).compactMap { statement, entry in
            failure(of: statement, entry).map { problem in
                Failure(
                    statement: statement, key: entry.key, problem: problem,
                    since: lock.accepted(entry.key)?.since, rows: provenance.rows(statement.rows))
            }
        }
    }

    private func failure(of statement: Statement, _ entry: ClaimEntry) -> Diagnostic? {
        guard let verdict = statement.verdict, !verdict.holds else { return nil }
        var notes = ["the claim: '\(statement.written)'", "the expression: \(statement.expression)"]
        if let accepted = lock.accepted(entry.key) {
            notes.append(
                "it held with \(accepted.entry.value.description), accepted on \(accepted.since), "
                    + "until the data changed")
        } else {
            notes.append("it was never accepted: the text or the expression is new")
        }
        return statement.source.diagnostic(
            "claim-fails", at: statement.location, verdict.sentence, notes: notes + rows(of: statement),
            help: verdict.help ?? "correct the text, or the data", failing: .check)
    }

    // MARK: Values that moved

    private func movement(of statement: Statement, _ entry: ClaimEntry) -> Diagnostic? {
        guard let accepted = lock.accepted(entry.key), !accepted.entry.value.isSame(as: entry.value)
        else { return nil }
        let old = accepted.entry.value.description
        let now = entry.value.description
        var notes = ["the expression: \(statement.expression)"]
        if statement.kind == .claim {
            let held = Phrase(reading: statement.written).holds(for: accepted.entry.value).holds
            notes.append(
                "the text '\(statement.written)' holds with \(held ? "both values" : "the new value only")")
        }
        return statement.source.diagnostic(
            "\(statement.kind.rawValue)-moved", at: statement.location,
            "this \(statement.kind.rawValue) was \(old) when it was accepted on \(accepted.since), "
                + "and is \(now) now",
            notes: notes + rows(of: statement),
            help:
                "read the sentence again; if it is right, run 'sitegen claims accept \(statement.source.path)'",
            failing: .check)
    }

    private func rows(of statement: Statement) -> [String] {
        let rows = provenance.rows(statement.rows)
        let told = rows.prefix(Self.mostPlaces).map { row in
            "the row: \(row.path):\(row.line) \(provenance.text(of: row))"
        }
        return rows.count > told.count ? told + ["and \(rows.count - told.count) more rows"] : told
    }

    // MARK: What is new

    private var newness: Diagnostic? {
        let new = zip(statements, entries).filter { statement, entry in
            statement.holds && lock.accepted(entry.key) == nil
        }
        guard let (first, _) = new.first else { return nil }
        let told = new.prefix(Self.mostPlaces).map { statement, entry in
            "\(statement.location.description): '\(statement.text)' is \(entry.value.description)"
        }
        let rest = new.count - told.count
        return Diagnostic(
            "claims-new", at: SourceLocation(path: ClaimsLock.path),
            new.count == 1
                ? "one \(first.kind.rawValue) has not been accepted yet"
                : "\(new.count) facts and claims have not been accepted yet",
            severity: .warning, notes: rest > 0 ? told + ["and \(rest) more"] : told,
            help: "read them with 'sitegen claims', and accept them with 'sitegen claims accept'")
    }

    /// How many rows and places a message names.
    private static let mostPlaces = 6
}

extension ClaimsLock {
    /// Relative to the site's folder.
    static let path = "Content/claims.lock"
}
