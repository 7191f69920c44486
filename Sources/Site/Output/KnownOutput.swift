import Diagnostics

/// What earlier builds wrote down about Output.
struct KnownOutput: Sendable {
    var owned: [SitePath: OwnedFile] = [:]
    /// Whether a manifest was there and could be read.
    var isComplete = false
    var diagnostics: [Diagnostic] = []

    /// As a build has read it already.
    init(_ standing: StandingOutput, after diagnostics: [Diagnostic]) {
        owned = standing.owned
        isComplete = true
        self.diagnostics = diagnostics
    }

    /// Without a manifest nothing is sitegen's, and so nothing is ever removed.
    init(
        _ manifest: StateFolder.Contents, after diagnostics: [Diagnostic] = [], problems: OutputProblems
    ) {
        self.diagnostics = diagnostics
        switch manifest {
        case .none: break
        case .damaged: self.diagnostics.append(problems.damagedManifest)
        case .ledger(let ledger):
            owned = ledger.owned
            isComplete = true
        }
    }
}
