import Claims
import Datasets
package import Diagnostics

/// A fact or claim of the text with its state, for a list of all of them.
package struct SiteStatement: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        /// As it was accepted on this day.
        case accepted(since: String)
        /// It holds, and nobody has accepted it yet.
        case new
        /// It holds, but its value is another than the one that was accepted.
        case moved(from: String, acceptedOn: String)
        /// The data say something else.
        case failing(reason: String)
    }

    package let kind: String
    package let text: String
    package let expression: String
    package let value: String
    package let state: State
    package let location: SourceLocation
    /// The address of the page that it stands on.
    package let page: String

    /// Whether a build passes it.
    package var isGood: Bool {
        switch state {
        case .accepted, .new: true
        case .moved, .failing: false
        }
    }
}

extension SiteStatement.State {
    init(of statement: Statement, _ entry: ClaimEntry, in lock: ClaimsLock) {
        if let verdict = statement.verdict, !verdict.holds {
            self = .failing(reason: verdict.sentence)
        } else if let accepted = lock.accepted(entry.key) {
            self =
                accepted.entry.value.isSame(as: entry.value)
                ? .accepted(since: accepted.since)
                : .moved(from: accepted.entry.value.description, acceptedOn: accepted.since)
        } else {
            self = .new
        }
    }
}

extension RenderedSite {
    /// In the order of their places.
    func siteStatements(_ lock: ClaimsLock) -> [SiteStatement] {
        var addresses: [StatementPlace: SiteAddress] = [:]
        for page in pages {
            for statement in page.statements { addresses[StatementPlace(statement)] = page.plan.address }
        }
        return zip(statements.statements, statements.entries).map { statement, entry in
            SiteStatement(
                kind: statement.kind.rawValue, text: statement.text, expression: statement.expression,
                value: statement.value.text ?? "", state: SiteStatement.State(of: statement, entry, in: lock),
                location: statement.location, page: addresses[StatementPlace(statement)]?.text ?? "/")
        }
    }
}

/// By what statements are told apart.
private struct StatementPlace: Hashable {
    let location: SourceLocation
    let occasion: String

    init(_ statement: Statement) {
        location = statement.location
        occasion = statement.occasion
    }
}
