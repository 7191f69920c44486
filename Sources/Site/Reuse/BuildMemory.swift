import Diagnostics
import Templates

/// What a build worked out, for the next one of the same process to take over where it would do the same again.
package struct BuildMemory: Sendable {
    /// What all of it depends on: with another of these nothing is taken over.
    struct Occasion: Sendable, Equatable {
        let digest: SHA256
    }

    let occasion: Occasion
    /// The source files as they were before they were read.
    var state = SourceState()
    /// What a process works out and another one does not take over; nil of a build of another process.
    var own: Own?
    /// Where it is from, where another process left it on the disk.
    var kept: KeptSite?
    /// Where the pages of that process stand.
    var output: StandingOutput?
    /// By the paths of their files.
    let articles: [String: ParsedArticle]
    var resolution: Resolution?
    var versions: InputVersions?
    var pages: [SiteAddress: RenderedPage] = [:]
    var anchors: [SiteAddress: Set<String>] = [:]
    /// By the figures' names.
    var figures: [String: FigureStage.Part] = [:]
    var agreedFigures: Set<String> = []
    var feedEntries: [SiteAddress: FeedEntry] = [:]
    /// By the pages that the feeds stand beside.
    var feeds: [SiteAddress: [RenderedSite.File]] = [:]
    var sitemap: KnownSitemap?
    var gathered: FileGathering.Result?
    var cards: [SiteAddress: RenderedSite.Picture] = [:]
    var searchDocuments: [SiteAddress: [SearchIndex.Document]] = [:]
}

extension BuildMemory {
    struct KnownSitemap: Sendable {
        /// Of the addresses of all pages.
        let pages: SHA256
        let files: [RenderedSite.File]
    }

    struct Own: Sendable {
        var sources: SiteSources
        let data: ReadData
        let templates: CompiledTemplates
        let assets: CollectedAssets
        let siteMap: SiteMap
    }

    /// The file as it was parsed, if it and what it includes are as they were.
    func article(of file: SourceText, with reading: ArticleReading) -> ParsedArticle? {
        if let kept { return kept.article(of: file, with: reading) }
        guard let own, let known = articles[file.path], known.article.file == file,
            own.sources.parts == reading.parts
                || known.includesTheSame(of: reading.parts, as: own.sources.parts)
        else { return nil }
        return known
    }

    /// What an earlier build knows of a page, if nothing was wrong with it.
    func page(at address: SiteAddress) -> (any KnownPage)? {
        if let kept { return kept.known(at: address, in: output) }
        return pages[address].flatMap { $0.diagnostics.hasErrors ? nil : $0 }
    }

    /// What an earlier build knows of a figure, if it is the same one and nothing was wrong with its pages.
    ///
    /// - Parameter isSame: whether its page was taken over
    func figure(_ figure: Figure, isSame: Bool) -> (any KnownFigure)? {
        if let kept { return isSame ? kept.known(figure: figure.name, in: output) : nil }
        return figures[figure.name].flatMap { part in
            let isSame = isSame || part.figure.looks(like: figure)
            return isSame && !part.pages.contains(where: \.diagnostics.hasErrors) ? part : nil
        }
    }

    func isMap(_ siteMap: SiteMap) -> Bool {
        own.map { $0.siteMap == siteMap } ?? (kept?.map == siteMap.digest)
    }

    /// The data as they were read, if their files are as they were. A file of SQLite is opened and not read, so
    /// that nobody knows whether it is.
    func data(of sources: SiteSources) -> ReadData? {
        guard let own else { return nil }
        let isSame =
            sources.databaseFiles.isEmpty && own.sources.databaseFiles.isEmpty
            && sources.dataFiles == own.sources.dataFiles && sources.views == own.sources.views
        return isSame ? own.data : nil
    }

    func templates(of sources: SiteSources) -> CompiledTemplates? {
        own.flatMap { sources.templates == $0.sources.templates ? $0.templates : nil }
    }

    func assets(of files: [SiteSources.Asset]) -> CollectedAssets? {
        own.flatMap { files == $0.assets.files ? $0.assets : nil }
    }

    mutating func keep(_ pages: [RenderedPage], _ figures: [String: FigureStage.Part]) {
        self.pages = Dictionary(pages.map { ($0.plan.address, $0) }) { first, _ in first }
        self.figures = figures.mapValues { part in
            var part = part
            part.pages = part.pages.map { self.pages[$0.plan.address] ?? $0 }
            return part
        }
    }
}

extension BuildMemory.Occasion {
    init(_ sources: SiteSources, _ options: BuildOptions) {
        digest = Fingerprint.of { fingerprint in
            // The settings are read from these three.
            for file in [sources.settings, sources.dataPackage] {
                fingerprint.add(file.map { SHA256(of: $0.bytes).hex } ?? "")
            }
            fingerprint.add(sources.overrides.text)
            fingerprint.add(TemplateValue.optional(options.baseURL))
            for flag in [options.includesDrafts, options.includesFuture] { fingerprint.add(flag ? 1 : 0) }
            fingerprint.add(options.today.iso)
            for file in options.figureFiles { fingerprint.add(file.rawValue) }
        }
    }
}
