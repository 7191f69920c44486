package import Claims
package import Diagnostics

/// Every fact and claim of a site with its value now and when it was accepted.
package struct ClaimsReport: Sendable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// As it was accepted.
        case accepted
        case new
        /// It holds, with another value than the accepted one.
        case moved
        /// The data do not bear it out.
        case fails
        /// Accepted, and no longer on the site.
        case gone
        /// A number of the prose that no fact or claim covers.
        case unverified
    }

    package struct Item: Sendable, Hashable {
        package let state: State
        /// Nil for an unverified number.
        package let kind: ClaimEntry.Kind?
        /// Without a line for what is gone.
        package let location: SourceLocation
        /// As the page shows it.
        package let text: String
        package let expression: String?
        package let value: ClaimValue?
        package let previous: ClaimValue?
        /// The day on which the previous value was accepted.
        package let since: String?
    }

    /// By place.
    package let items: [Item]
    package let diagnostics: [Diagnostic]
}

extension ClaimsReport {
    init(_ check: StatementCheck, unverified: [UnverifiedNumber], lock: ClaimsLock, _ problems: [Diagnostic])
    {
        let stated = zip(check.statements, check.entries).map { statement, entry in
            let accepted = lock.accepted(entry.key)
            return Item(
                state: Self.state(of: statement, entry, accepted), kind: statement.kind,
                location: statement.location, text: statement.text, expression: statement.expression,
                value: entry.value, previous: accepted?.entry.value, since: accepted?.since)
        }
        let gone = check.comparison.gone.map { accepted in
            Item(
                state: .gone, kind: accepted.entry.key.kind,
                location: SourceLocation(path: accepted.entry.key.path), text: accepted.entry.key.text,
                expression: accepted.entry.key.expression, value: nil, previous: accepted.entry.value,
                since: accepted.since)
        }
        let bare = unverified.map { number in
            Item(
                state: .unverified, kind: nil, location: number.location, text: number.text,
                expression: nil, value: nil, previous: nil, since: nil)
        }
        items = (stated + gone + bare).enumerated().sorted {
            $0.element.location == $1.element.location
                ? $0.offset < $1.offset : $0.element.location < $1.element.location
        }.map(\.element)
        diagnostics = problems
    }

    private static func state(
        of statement: Statement, _ entry: ClaimEntry, _ accepted: ClaimsLock.Accepted?
    ) -> State {
        guard statement.holds else { return .fails }
        guard let accepted else { return .new }
        return accepted.entry.value.isSame(as: entry.value) ? .accepted : .moved
    }
}
