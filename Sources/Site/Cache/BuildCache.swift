import Diagnostics

// Cache: what is kept of a build in `.sitegen/cache`, so that the next one need not do it again.
//
// Belongs here: when nothing has changed, and what is then told without building; else the texts and pages that
// another process can take over, and how they are written. What is kept is dropped at the least doubt. Does not
// belong here: what may be taken over (Reuse), and pictures, which are kept by their drawings (Pictures).

/// The last build of a site into one output folder: two files, replaced by each build that ends well. The first
/// knows the second by its digest.
struct BuildCache: Sendable {
    let options: BuildOptions
    /// The sources before anything of them was read.
    let sources: SourceState

    init(_ options: BuildOptions) {
        self.options = options
        sources = SourceState(of: options.source)
    }

    var target: OutputTarget { options.target }
    private var name: String { Self.name(target) }
    private var pagesName: String { Self.key(target) + ".pages" }

    private static func name(_ target: OutputTarget) -> String { key(target) + ".json" }

    private static func key(_ target: OutputTarget) -> String {
        StateFolder.key(output: target.folder, state: target.state)
    }

    // MARK: Before a build

    /// What the last build has left for this one.
    enum Finding {
        /// What it reported; this one would do the same and find all of it done.
        case unchanged(BuildReport)
        /// Its texts and pages, if Output is as it left it.
        case pages(LeftSite)
        case nothing

        var report: BuildReport? {
            if case .unchanged(let report) = self { report } else { nil }
        }

        var pages: LeftSite? {
            if case .pages(let site) = self { site } else { nil }
        }
    }

    /// Looks at the sources and what is kept, and beside them at Output.
    static func look(_ options: BuildOptions) async -> (cache: BuildCache, found: Finding) {
        guard let state = try? StateFolder.existing(for: options.target),
            let lock = try? FileLock.take("lock", in: state.root),
            let kept = kept(options.target, in: state.root)
        else { return (BuildCache(options), .nothing) }
        defer { lock.release() }
        let output = LookAtOutput(kept, options.target)
        let cache = BuildCache(options)
        let inputs = cache.inputs(on: kept.day(options), byBytes: Set(kept.unsettled), bytes: cache.read)
        guard kept.inputs == inputs?.hex else {
            guard let site = cache.site(of: kept, in: state.root) else {
                options.timings?.remark("what the last build left is another program's, or damaged")
                return (cache, .nothing)
            }
            return (cache, .pages(LeftSite(site, in: output)))
        }
        guard await output.isAsItWasLeft else { return (cache, .nothing) }
        if !kept.unsettled.isEmpty { cache.settle(kept, in: state.root) }
        var report = kept.report
        report.renderedCount = 0
        return (cache, .unchanged(report))
    }

    /// What became of a page in the last build, in words; nil where nobody knows.
    static func fate(of page: SiteAddress, _ target: OutputTarget) -> String? {
        guard let state = try? StateFolder.existing(for: target) else { return nil }
        return kept(target, in: state.root)?.fate(of: page)
    }

    private static func kept(_ target: OutputTarget, in root: borrowing Folder) -> KeptBuild? {
        guard let folder = try? root.folder("cache"),
            let bytes = try? folder.read(name(target), limit: 1 << 28)
        else { return nil }
        return KeptBuild(bytes)
    }

    /// What is kept of its texts and pages; nil where that is another program's, or damaged, or another build's.
    private func site(of kept: KeptBuild, in root: borrowing Folder) -> KeptSite? {
        guard let program = occasion?.hex, program == kept.occasion,
            let folder = try? root.folder("cache"),
            let bytes = try? folder.read(pagesName, limit: Self.mostBytes),
            SHA256(of: bytes).hex == kept.pages
        else { return nil }
        return try? KeptSite(bytes)
    }

    /// What is kept of the pages of one site; of a larger one nothing is.
    private static let mostBytes = 1 << 30

    private func read(_ path: String) -> [UInt8]? {
        var ignored: [Diagnostic] = []
        return SourceFiles(root: options.source).bytes(of: path, limit: .table, reporting: &ignored)
    }

    /// Files that were compared by their bytes have had time to settle, and are known by their stamps from now on.
    ///
    /// The state was taken before their bytes were read: one that changed in between has another stamp.
    private func settle(_ kept: KeptBuild, in root: borrowing Folder) {
        guard sources.unsettled.isEmpty,
            let inputs = inputs(on: kept.day(options), byBytes: [], bytes: { _ in nil })
        else { return }
        var settled = kept
        settled.inputs = inputs.hex
        settled.unsettled = []
        write(settled, in: root)
    }

    // MARK: After a build

    /// Keeps a build whose files stand in Output; called before the lock is given up.
    ///
    /// - Parameters:
    ///   - archive: what is kept of its texts and pages
    ///   - moved: when the last of its files was moved into its place
    func keep(
        _ report: BuildReport, _ files: [OutputFile], _ archive: KeptSite.Archived,
        _ build: SiteBuild.RenderedBuild, _ stage: OutputStage, movedUntil moved: Int64
    ) {
        let unsettled = sources.unsettled
        let bytes = unsettled.isEmpty ? [:] : build.sources.bytesByPath
        let rules = build.resolved.settings.rules
        guard let inputs = inputs(on: rules.day(options), byBytes: unsettled, bytes: { bytes[$0] }) else {
            return
        }
        let paths = files.map(\.path)
        let stamps = stamps(of: files, writtenUntil: stage.endOfPutting, movedUntil: moved)
        guard let outputs = Self.digest(of: paths, stamps, stage.state) else { return }
        var kept = KeptBuild(
            inputs: inputs, unsettled: unsettled, rules: rules, outputs: outputs, paths: paths,
            report: report)
        kept.pages = archive.digest.hex
        kept.occasion = occasion?.hex
        kept.note(build.site.pages)
        write(kept, in: stage.state.root)
    }

    /// Of how many output folders the pages are kept.
    private static let mostOutputs = 4

    /// Forgets the pages of the output folders that were built longest ago.
    private func forgetOldest(in root: borrowing Folder) {
        guard let folder = try? root.folder("cache"), let entries = try? folder.entries() else { return }
        let names = entries.map { String(decoding: $0.name, as: UTF8.self) }.filter { $0.hasSuffix(".pages") }
        guard names.count > Self.mostOutputs else { return }
        let times = names.map { ($0, (try? folder.stamp(of: $0))?.modified ?? 0) }.sorted { $0.1 > $1.1 }
        for (name, _) in times.dropFirst(Self.mostOutputs) { try? folder.remove(name) }
    }

    /// Writes what is kept of the texts and pages of a build, which counts once the build is kept.
    func write(_ archive: KeptSite.Archived, in root: borrowing Folder) {
        write(archive.bytes, as: pagesName, in: root)
        forgetOldest(in: root)
    }

    private func write(_ kept: KeptBuild, in root: borrowing Folder) {
        if let bytes = kept.bytes { write(bytes, as: name, in: root) }
    }

    /// What cannot be kept costs time the next time, and nothing else.
    private func write(_ bytes: [UInt8], as name: String, in root: borrowing Folder) {
        guard let folder = try? root.ownFolder("cache") else { return }
        try? folder.remove(name + ".new")
        guard (try? folder.create(name + ".new", bytes)) != nil else { return }
        try? folder.rename(name + ".new", into: folder, as: name)
    }
}

extension SiteSources {
    /// All texts that were read.
    var textsByPath: [String: SourceText] {
        let lists = [Array(templates.values), articles, Array(parts.values), dataFiles, Array(views.values)]
        let single = [settings, dataPackage, claimsLock].compactMap(\.self)
        let more = [Array(figures.values), Array(queries.values), single]
        return Dictionary((lists + more).flatMap(\.self).map { ($0.path, $0) }) { first, _ in first }
    }

    /// The bytes of all files that were read.
    var bytesByPath: [String: [UInt8]] {
        textsByPath.mapValues(\.bytes).merging(assets.map { ($0.path, $0.bytes) }) { first, _ in first }
    }
}
