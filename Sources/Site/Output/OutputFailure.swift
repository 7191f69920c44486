package import Diagnostics

/// Why Output was not changed, or not yet wholly.
package enum OutputFailure: Error, Sendable, Hashable {
    /// Another build is at work.
    case busy(LockHolder)
    /// Output is as it was, because changing it would have harmed something; at least one error.
    case refused([Diagnostic])
    /// The machine failed. `isPending` tells that the change had begun, and that the next build completes
    /// it; otherwise Output is as it was.
    case machine(FileProblem, notes: [String] = [], isPending: Bool = false)
    /// What was to be left standing is no longer as it was; Output is as it was found, and the build is to be
    /// begun anew.
    case outdated
    /// A signal asked for an end; `isPending` as above.
    case interrupted(signal: Int32, isPending: Bool = false)

    package var diagnostics: [Diagnostic] {
        switch self {
        case .busy(let holder): [holder.diagnostic]
        case .refused(let diagnostics): diagnostics
        case .outdated: []
        case .machine(let problem, let notes, let isPending):
            [Self.explained(problem.diagnostic, notes, isPending)]
        case .interrupted(_, let isPending):
            isPending
                ? [
                    Diagnostic(
                        "interrupted", "interrupted while the output was changing",
                        help: "run the same command again: it completes the change",
                        failing: .surroundings)
                ] : []
        }
    }

    private static func explained(
        _ diagnostic: Diagnostic, _ notes: [String], _ isPending: Bool
    ) -> Diagnostic {
        var result = diagnostic
        result.notes += notes
        if isPending {
            result.notes.append("part of the output is new, part of it old; the next build completes it")
            result.help = result.help ?? "mend that and run the same command again"
        } else {
            result.notes.append("the output is as it was")
        }
        return result
    }
}
