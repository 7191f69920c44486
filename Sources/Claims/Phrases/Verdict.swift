/// Whether the data bear a phrase out, and what each of the two says.
package struct Verdict: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable {
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

    package init(outcome: Outcome, text: String, data: String, help: String?) {
        self.outcome = outcome
        self.text = text
        self.data = data
        self.help = help
    }

    package var holds: Bool { outcome == .holds }

    /// Both halves in one sentence, without a final stop.
    package var sentence: String { "\(text), \(data)" }
}
