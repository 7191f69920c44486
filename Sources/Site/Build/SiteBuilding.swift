import Claims
package import Datasets
package import Diagnostics

/// How a build ended.
package enum BuildOutcome: Sendable {
    case published(BuildReport)
    /// Something is wrong, and nothing was written.
    case refused(BuildReport)
    /// Another build holds the lock.
    case locked(BuildReport)
    case interrupted(BuildReport, signal: Int32)

    package var report: BuildReport {
        switch self {
        case .published(let report), .refused(let report), .locked(let report), .interrupted(let report, _):
            report
        }
    }
}

extension SiteBuild {
    /// Builds a site: loads, parses, resolves and renders it, and writes it where nothing is wrong.
    package static func build(
        _ options: BuildOptions, failsOnWarnings: Bool = false, interruption: Interruption = Interruption()
    ) async -> BuildOutcome {
        let (cache, found) =
            options.ignoresCache ? (BuildCache(options), .nothing) : await BuildCache.look(options)
        if let report = found.report,
            !(failsOnWarnings && report.diagnostics.contains { $0.severity == .warning })
        {
            options.timings?.remark("nothing changed since the last build, which is told again")
            options.timings?.end("look for changes")
            return .published(report)
        }
        options.timings?.end("look for changes")
        return await build(options, cache, after: found.pages, failsOnWarnings, interruption)
    }

    /// - Parameter left: what the last build has left; with another Output than it left nothing is taken over
    private static func build(
        _ options: BuildOptions, _ cache: BuildCache, after left: LeftSite?, _ failsOnWarnings: Bool,
        _ interruption: Interruption
    ) async -> BuildOutcome {
        var options = options
        options.staleness = left?.staleness ?? Staleness()
        let settled = await settled(
            options, for: .nextProcess, after: left.map { BuildMemory($0.site) }, state: cache.sources)
        let output = await left?.output.value
        if left != nil, output == nil {
            options.timings?.remark("the output is not as the last build left it: all is made anew")
            return await self.build(options, cache, after: nil, failsOnWarnings, interruption)
        }
        let build = await rendered(settled.standing(in: output), options)
        if options.endsProcess { _ = unsafe Unmanaged.passRetained(Kept(build)) }
        func begunAnew() async -> BuildOutcome {
            options.timings?.remark("the site or its output changed meanwhile: all is made anew")
            options.putsTextsAway = false
            return await self.build(options, BuildCache(options), after: nil, failsOnWarnings, interruption)
        }
        if options.staleness.isFound { return await begunAnew() }
        var report = build.report
        let site = build.site
        if let signal = interruption.signal { return .interrupted(report, signal: signal) }
        let isRefused =
            report.diagnostics.hasErrors
            || (failsOnWarnings && report.diagnostics.contains { $0.severity == .warning })
        guard !isRefused else { return .refused(report) }
        let drawings = build.drawings
        let pictures = await self.pictures(
            of: site, among: Set(drawings.values), options, reporting: &report.diagnostics)
        options.timings?.end("pictures")
        guard !report.diagnostics.hasErrors else { return .refused(report) }
        if let signal = interruption.signal { return .interrupted(report, signal: signal) }
        // Put together beside all that follows, most of which is done step by step.
        let archive = beside { await KeptSite.archive(of: build, drawings, state: cache.sources) }
        do throws(OutputFailure) {
            var plan = OutputPlan(
                files: await parallelMap(site.files) { OutputFile(path: $0.address.file, $0.content) })
            plan.files += pictures
            if site.isCompressed { plan.files += await CompressedFiles(files: plan.files).copies() }
            plan.files += await manifest(of: plan.files, build, after: output).map { [$0] } ?? []
            options.timings?.end("digests and manifest")
            let told = report
            if options.staleness.isFound { return await begunAnew() }
            let files = plan.files
            let summary = try await publish(
                plan, to: options.target, standingOn: output, interruption: interruption
            ) { stage, summary in
                // What was met in Output may be otherwise the next time.
                guard summary.diagnostics.isEmpty else { return }
                options.timings?.end("write")
                let moved = timeOfStamps()
                let archive = await archive.value
                let writing = beside { cache.write(archive, in: stage.state.root) }
                cache.keep(told, files, archive, build, stage, movedUntil: moved)
                await writing.value
            }
            options.timings?.end("keep in the cache")
            report.diagnostics += summary.diagnostics
            report.writtenPaths = summary.writtenPaths.map(\.text).sorted()
            report.renderedCount = site.pages.count { summary.writtenPaths.contains($0.plan.address.file) }
            return .published(report)
        } catch {
            report.diagnostics += error.diagnostics
            switch error {
            case .outdated: return await begunAnew()
            case .busy: return .locked(report)
            case .interrupted(let signal, _): return .interrupted(report, signal: signal)
            case .refused, .machine: return .refused(report)
            }
        }
    }

    private static func manifest(
        of files: [OutputFile], _ build: RenderedBuild, after output: StandingOutput?
    ) async -> OutputFile? {
        let inputs = await ManifestInputs(
            site: build.resolved, pages: build.site.pages, catalogue: build.site.catalogue,
            asked: Set(files.lazy.filter { !$0.isStanding }.map(\.path))
        ).byFile()
        let known = Manifest.path.flatMap { output?.content(at: $0)?.bytes } ?? []
        return await Manifest(files: files, inputs: inputs, known: known).file()
    }

    /// Lives as long as the process.
    private final class Kept: Sendable {
        let build: RenderedBuild

        init(_ build: RenderedBuild) { self.build = build }
    }

    private static func pictures(
        of site: RenderedSite, among drawings: Set<SHA256>, _ options: BuildOptions,
        reporting diagnostics: inout [Diagnostic]
    ) async -> [OutputFile] {
        let wantsPictures = site.chartCount > 0 || site.wantsCards
        if wantsPictures, let note = options.pictures.note { diagnostics.append(note) }
        guard case .program(let path) = options.pictures else { return [] }
        let cache = PictureCache(
            state: options.target.state, program: PictureProgram(path: path), timings: options.timings)
        return await cache.files(of: site.pictures, among: drawings, reporting: &diagnostics)
    }

    /// Everything that a build would report, without writing.
    package static func check(_ options: BuildOptions) async -> BuildReport {
        let build = await rendered(options)
        var report = build.report
        let site = build.site
        let plan = OutputPlan(files: site.files.map { OutputFile(path: $0.address.file, $0.content) })
        do throws(OutputFailure) {
            report.diagnostics += try conflicts(of: plan, in: options.target)
        } catch {
            report.diagnostics += error.diagnostics
        }
        return report
    }

    /// The database of a site, for a look at its data.
    package static func database(
        source: String, overrides: SettingOverrides = SettingOverrides(),
        reporting diagnostics: inout [Diagnostic]
    ) -> Database {
        let sources = SourceLoader(root: source, overrides: overrides).loadWithoutTexts(
            reporting: &diagnostics)
        let settings = SiteSettings(sources, reporting: &diagnostics)
        return SiteData(
            sources, settings, root: source, reporting: &diagnostics
        ).database
    }

    /// A build up to the point where it would be written.
    struct RenderedBuild: Sendable {
        let sources: SiteSources
        let report: BuildReport
        let site: RenderedSite
        let resolved: ResolvedSite

        /// The drawings that pictures of the site are made of, also of those that stand from an earlier build.
        var drawings: [SiteAddress: SHA256] {
            let made = site.pictures.map { ($0.address, $0.drawing) }
            let kept = resolved.earlier?.kept?.drawings ?? [:]
            let standing = site.files.compactMap { file in
                file.content.isStanding ? kept[file.address].map { (file.address, $0) } : nil
            }
            return Dictionary(made + standing) { first, _ in first }
        }
    }

    /// A build up to the point where it would be rendered.
    struct SettledBuild: Sendable {
        let sources: SiteSources
        fileprivate var report: BuildReport
        fileprivate var resolved: ResolvedSite

        /// The same with what an earlier process has left in Output.
        func standing(in output: StandingOutput?) -> SettledBuild {
            guard let output else { return self }
            var build = self
            build.resolved.earlier = resolved.earlier?.standing(in: output)
            return build
        }
    }

    static func rendered(
        _ options: BuildOptions, for remembering: BuildOptions.Remembering = .nobody,
        after memory: BuildMemory? = nil, state: SourceState? = nil
    ) async -> RenderedBuild {
        await rendered(settled(options, for: remembering, after: memory, state: state), options)
    }

    private static func settled(
        _ options: BuildOptions, for remembering: BuildOptions.Remembering, after memory: BuildMemory?,
        state: SourceState?
    ) async -> SettledBuild {
        var report = BuildReport()
        var options = options
        options.remembering = remembering
        let known = state.flatMap { state in memory.map { KnownFiles(state, after: $0) } }
        // Texts that are put away one by one need not be there all at once before; those that may have changed
        // since they were looked at are known by their bytes.
        let held = remembering == .nextProcess ? state?.unsettled ?? [] : nil
        let sources = await SourceLoader(options, known: known).load(
            holding: held, reporting: &report.diagnostics)
        options.timings?.end("read")
        var resolved = await resolve(
            sources, options, after: memory, known: known, reporting: &report.diagnostics)
        resolved.remembered.state = state ?? resolved.remembered.state
        return SettledBuild(sources: sources, report: report, resolved: resolved)
    }

    private static func rendered(_ settled: SettledBuild, _ options: BuildOptions) async -> RenderedBuild {
        var report = settled.report
        let resolved = settled.resolved
        let site = await render(resolved, reporting: &report.diagnostics)
        options.timings?.end("gather files")
        report.pageCount = site.pages.count
        report.chartCount = site.chartCount
        report.tableCount = site.tableCount
        report.datasetCount = resolved.data.tables.count
        let claims = site.statements.statements.filter { $0.kind == .claim }
        report.factCount = site.statements.statements.count - claims.count
        report.claimCount = claims.count
        report.holdingClaimCount = claims.count(where: \.holds)
        report.unverifiedCount = site.unverified.count
        report.skipped = resolved.plan.skipped
        return RenderedBuild(sources: settled.sources, report: report, site: site, resolved: resolved)
    }
}

extension BuildOptions {
    var target: OutputTarget {
        OutputTarget(
            folder: output, shownAs: output == source + "/Output" ? "Output" : output,
            state: source + "/.sitegen", adopts: adopts, waits: waits)
    }
}
