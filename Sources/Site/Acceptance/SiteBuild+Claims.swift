import Claims
import Diagnostics

extension SiteBuild {
    /// Every fact and claim of the site, without writing anything.
    package static func claims(_ options: BuildOptions) async -> ClaimsReport {
        var diagnostics: [Diagnostic] = []
        let sources = await SourceLoader(options).load(reporting: &diagnostics)
        let resolved = await resolve(sources, options, reporting: &diagnostics)
        let site = await render(resolved, reporting: &diagnostics)
        return ClaimsReport(
            site.statements, unverified: site.unverified, lock: resolved.lock, diagnostics)
    }

    /// Writes what the author accepts into the lock and, where asked, into the files concerned; with one
    /// error, other than a value that moved, nothing is written.
    package static func accept(_ acceptance: Acceptance, _ options: BuildOptions) async -> Acceptance.Summary
    {
        var diagnostics: [Diagnostic] = []
        let sources = await SourceLoader(options).load(reporting: &diagnostics)
        let resolved = await resolve(sources, options, reporting: &diagnostics)
        let site = await render(resolved, reporting: &diagnostics)
        var stage = AcceptanceStage(
            acceptance, site: resolved, check: site.statements, sources: sources, today: options.today)
        let hindrances = diagnostics.filter { problem in
            problem.severity == .error && problem.failing != .check && !stage.mends(problem)
        }
        guard hindrances.isEmpty else {
            stage.refuse(with: hindrances)
            return stage.summary
        }
        stage.run()
        stage.tell(ofDamages: diagnostics)
        var summary = stage.summary
        if !summary.diagnostics.hasErrors {
            SourceWriter(root: options.source).write(stage.files, reporting: &summary.diagnostics)
        }
        return summary
    }
}

extension AcceptanceStage {
    mutating func refuse(with diagnostics: [Diagnostic]) { summary.diagnostics += diagnostics }

    /// Whether accepting takes care of an error: a damaged lock is written anew, and the table of corrections
    /// is begun with the first correction.
    func mends(_ problem: Diagnostic) -> Bool {
        problem.code == "claims-lock"
            || problem.code == CorrectionReader.missingTable && acceptance.reason != nil
    }

    /// What could be read of a damaged lock counted; the rest was accepted like anything new.
    mutating func tell(ofDamages diagnostics: [Diagnostic]) {
        let damages = diagnostics.filter { $0.code == "claims-lock" }
        guard let first = damages.first else { return }
        summary.diagnostics.append(
            Diagnostic(
                first.code, at: first.location, excerpt: first.excerpt,
                "the lock was damaged, and is written anew from what could be read of it", severity: .warning,
                notes: damages.prefix(6).map { "line \($0.location?.line ?? 0): \($0.message)" },
                help: "look at its changes before you commit it"))
    }
}
