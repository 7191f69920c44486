import Diagnostics
import Templates

/// What a build worked out, for the next one of the same process to take over where it would do the same again.
package struct BuildMemory: Sendable {
    /// What all of it depends on: with another of these nothing is taken over.
    struct Occasion: Sendable, Equatable {
        /// The settings are read from these three.
        let settings: SourceText?
        let overrides: SettingOverrides
        let dataPackage: SourceText?
        let baseURL: String?
        let includesDrafts: Bool
        let includesFuture: Bool
        let today: PublicationDate
        let figureFiles: [FigureFile]
    }

    let occasion: Occasion
    /// The source files as they were before they were read.
    var state = SourceState()
    let sources: SiteSources
    let articles: [String: ParsedArticle]
    let data: ReadData
    let templates: CompiledTemplates
    let assets: CollectedAssets
    let siteMap: SiteMap
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
    var sitemap: (pages: [SiteAddress], files: [RenderedSite.File])?
    var gathered: FileGathering.Result?
    var cards: [SiteAddress: RenderedSite.Picture] = [:]
    var searchDocuments: [SiteAddress: [SearchIndex.Document]] = [:]
}

extension BuildMemory {
    /// The file as it was parsed, if it and all that files include are as they were.
    func article(of file: SourceText, with parts: [String: SourceText]) -> ParsedArticle? {
        guard let known = articles[file.path], known.article.file == file, sources.parts == parts else {
            return nil
        }
        return known
    }

    /// The data as they were read, if their files are as they were. A file of SQLite is opened and not read, so
    /// that nobody knows whether it is.
    func data(of sources: SiteSources) -> ReadData? {
        let isSame =
            sources.databaseFiles.isEmpty && self.sources.databaseFiles.isEmpty
            && sources.dataFiles == self.sources.dataFiles && sources.views == self.sources.views
        return isSame ? data : nil
    }

    func templates(of sources: SiteSources) -> CompiledTemplates? {
        sources.templates == self.sources.templates ? templates : nil
    }

    func assets(of files: [SiteSources.Asset]) -> CollectedAssets? { files == assets.files ? assets : nil }

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
        self.init(
            settings: sources.settings, overrides: sources.overrides, dataPackage: sources.dataPackage,
            baseURL: options.baseURL, includesDrafts: options.includesDrafts,
            includesFuture: options.includesFuture, today: options.today, figureFiles: options.figureFiles)
    }
}
