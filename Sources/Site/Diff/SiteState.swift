import Datasets
package import Diagnostics

// Diff: what changed between two states of a site, in its data and in what is said and drawn from them.
//
// Belongs here: two sites rendered and compared, and a revision of git put into a folder. Does not belong
// here: how findings are printed (Explain).

/// One of the two sites that are compared, rendered and not written.
struct SiteState {
    /// As the command line named it.
    let name: String
    let data: SiteData
    let rendered: RenderedSite
    let diagnostics: [Diagnostic]

    init(_ name: String, _ options: BuildOptions) async {
        var diagnostics: [Diagnostic] = []
        let sources = await SourceLoader(options).load(reporting: &diagnostics)
        let site = await SiteBuild.resolve(sources, options, reporting: &diagnostics)
        rendered = await SiteBuild.render(site, reporting: &diagnostics)
        self.name = name
        data = site.data
        self.diagnostics = diagnostics
    }

    /// Claims that the data of this state do not bear out.
    var failures: [StatementCheck.Failure] { rendered.statements.failures }

    /// What is wrong with it besides.
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error && $0.failing != .check } }
}

package struct SiteDifference: Sendable {
    package let findings: Findings
    /// Claims that held in the old state and do not hold in the new one.
    package let brokenClaims: [Diagnostic]
    /// What is wrong with the new site besides.
    package let errors: [Diagnostic]
}

extension SiteBuild {
    /// What changed from one site's folder to another's. Both are rendered, and nothing is written.
    ///
    /// - Parameters:
    ///   - oldName: what the states are called in the findings
    package static func difference(
        from old: BuildOptions, named oldName: String, to new: BuildOptions, named newName: String
    ) async -> SiteDifference {
        let before = await SiteState(oldName, old)
        let after = await SiteState(newName, new)
        let comparison = SiteComparison(old: before, new: after)
        return SiteDifference(
            findings: comparison.findings, brokenClaims: comparison.brokenClaims.map(\.problem),
            errors: after.errors)
    }
}
