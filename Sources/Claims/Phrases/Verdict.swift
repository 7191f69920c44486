/// Whether the data bear a phrase out, and what each of the two says.
package struct Verdict: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case holds
        case fails
        /// The phrase says nothing that could be held against the value.
        case unreadable
    }

    package let outcome: Outcome
    /// `the text says 6 (exactly)`, or why the text cannot be read.
    package let text: String
    /// `the data say 5`.
    package let data: String
    package let help: String?

    package var holds: Bool { outcome == .holds }

    /// Both halves in one sentence, without a final stop.
    package var sentence: String { "\(text), \(data)" }
}
