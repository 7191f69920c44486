import Claims
import Diagnostics

extension SiteBuild {
    /// Every fact and claim of the site, without writing anything.
    package static func claims(_ options: BuildOptions) async -> ClaimsReport {
        var diagnostics: [Diagnostic] = []
        let sources = await SourceLoader(root: options.source).load(reporting: &diagnostics)
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
        var sources = await SourceLoader(root: options.source).load(reporting: &diagnostics)
        // A damaged lock is written anew.
        var damages: [Diagnostic] = []
        if let lock = sources.claimsLock { _ = ClaimsLock(reading: lock, reporting: &damages) }
        if !damages.isEmpty { sources.claimsLock = nil }
        let resolved = await resolve(sources, options, reporting: &diagnostics)
        let site = await render(resolved, reporting: &diagnostics)
        var stage = AcceptanceStage(
            acceptance, site: resolved, check: site.statements, sources: sources, today: options.today)
        diagnostics = diagnostics.filter { $0.severity == .error && $0.failing != .check }
        guard diagnostics.isEmpty else {
            stage.refuse(with: diagnostics)
            return stage.summary
        }
        stage.run()
        var summary = stage.summary
        if !summary.diagnostics.hasErrors {
            SourceWriter(root: options.source).write(stage.files, reporting: &summary.diagnostics)
        }
        return summary
    }
}

extension AcceptanceStage {
    mutating func refuse(with diagnostics: [Diagnostic]) { summary.diagnostics += diagnostics }
}
