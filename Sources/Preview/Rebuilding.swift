import Diagnostics
import Markup
import Site

/// Builds the site, and again after each change, and tells the open pages.
struct Rebuilding: Sendable {
    let build: BuildOptions
    let failsOnWarnings: Bool
    let state: PreviewState
    let live: LiveChannel
    let tell: @Sendable (Preview.Event) -> Void

    /// Returns when its task is cancelled.
    func follow(at address: String) async {
        // Looked at before the first build, so that a change during it is not missed.
        var follower = SourceFollower(of: build.source)
        defer { follower.stop() }
        tell(.serving(address: address, isTold: follower.isTold))
        var last = await rebuild(after: nil, follower.snapshot)
        while await follower.next() != nil {
            guard !Task.isCancelled else { return }
            last = await rebuild(after: last, follower.snapshot)
        }
    }

    /// - Parameter last: the build before, whether it was good or not
    private func rebuild(after last: BuiltSite?, _ snapshot: SourceSnapshot) async -> BuiltSite {
        let clock = ContinuousClock()
        let start = clock.now
        let site = await SiteBuild.inMemory(build, after: last, snapshot: snapshot)
        guard !Task.isCancelled else { return site }
        var report = site.report
        let isRefused =
            site.hasErrors || (failsOnWarnings && report.diagnostics.contains { $0.severity == .warning })
        if isRefused {
            state.fail(site, report.diagnostics)
            let page = ProblemPage(report.diagnostics, token: state.token)
            live.send(.problems(html: page.overlay.string))
            tell(.failed(report))
            return site
        }
        report.renderedCount = site.pagesChanged(since: state.served?.site)
        let served = state.take(site)
        live.send(.built(revision: served.revision))
        let elapsed = clock.now - start
        tell(.built(report, seconds: Double(elapsed / .nanoseconds(1)) / 1e9))
        return site
    }
}

extension BuiltSite {
    /// How many pages have other bytes than in the build before.
    fileprivate func pagesChanged(since other: BuiltSite?) -> Int {
        pagePaths.count { files[$0] != other?.files[$0] }
    }
}
