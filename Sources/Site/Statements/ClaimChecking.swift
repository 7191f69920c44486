import Claims
import Datasets
import Diagnostics
import Markdown

extension StatementReader {
    /// Whether the data bear a claim out; where they do not, the build fails at the claim, with what the
    /// text says, what the data say, and the rows they say it from.
    func holds(
        _ claim: Expression, _ result: ScalarResult, reporting diagnostics: inout [Diagnostic]
    ) -> Bool {
        let verdict = Phrase(reading: claim.text).holds(for: ClaimValue(result.value))
        let rows = data.provenance.rows(result.sources).prefix(Self.mostRows)
        switch verdict.outcome {
        case .holds: return true
        case .fails:
            var notes = ["the claim: '\(claim.text)'"]
            notes += rows.map { "the row: \($0.path):\($0.line)" }
            diagnostics.append(
                source.diagnostic(
                    "claim-fails", at: claim.location, verdict.sentence, notes: notes,
                    help: verdict.help ?? "correct the text, or the data", failing: .check))
        case .unreadable:
            diagnostics.append(
                source.diagnostic(
                    "claim-unreadable", at: claim.location, verdict.text,
                    notes: ["the claim: '\(claim.text)'"], help: verdict.help))
        }
        return false
    }

    /// How many rows a message names.
    private static let mostRows = 8
}

extension ClaimValue {
    init(_ value: Value) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .real(number)
        case .text(let text): self = .text(text)
        }
    }
}
