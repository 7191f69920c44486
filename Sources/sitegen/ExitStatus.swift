import ArgumentParser
import Diagnostics

/// What the process tells its caller, as README.md lists it.
enum ExitStatus: Int32 {
    case fine = 0
    case siteHasErrors = 1
    case checkFailed = 2
    case surroundingsFailed = 3
    case locked = 4

    var code: ExitCode { ExitCode(rawValue) }

    /// By the gravest error: the machine before the site, the site before its checks. A past value that was
    /// rewritten comes before what else is wrong in the site, because that mostly follows from it.
    init(for diagnostics: [Diagnostic], strict: Bool) {
        let errors = diagnostics.filter { $0.severity == .error }
        if errors.contains(where: { $0.failing == .surroundings }) {
            self = .surroundingsFailed
        } else if errors.contains(where: { $0.code == "restatement" }) {
            self = .checkFailed
        } else if errors.contains(where: { $0.failing == .site }) {
            self = .siteHasErrors
        } else if !errors.isEmpty || (strict && diagnostics.contains { $0.severity == .warning }) {
            self = .checkFailed
        } else {
            self = .fine
        }
    }
}
