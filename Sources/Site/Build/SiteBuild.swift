import Charts
import Claims
import Datasets
import Diagnostics
import Markdown
import Templates

// Site: from a source tree to an output tree.
//
// Belongs here: the pipeline (load, parse, resolve, render, write) and the values that its stages hand on.
// Does not belong here: HTTP, the command line, the clock, and what the crafts know on their own.

/// Everything that a site is made of, settled: pages planned, data queried, templates compiled; what is
/// left is to render.
struct ResolvedSite: Sendable {
    let settings: SiteSettings
    let data: SiteData
    var plan: PagePlanner.Plan
    let renderer: PageRenderer
    let assets: AssetCatalogue
    let siteMap: SiteMap
    let publication: PublicationPlan
    let lock: ClaimsLock
    let restatements: RestatementCheck
    var timings: Timings?
    /// What the next build of the same process can take over, as far as it is known before rendering.
    var remembered: BuildMemory
    /// What an earlier build left for this one.
    var earlier: BuildMemory?
    let remembering: BuildOptions.Remembering
    let putsTextsAway: Bool
    /// The pages whose texts alone are other than in the earlier build; nil where more may be.
    var edited: Set<SiteAddress>?
}

/// The stages of a build, each a function from values to values.
package enum SiteBuild {
    /// Reads and understands the whole site, and renders nothing.
    ///
    /// - Parameters:
    ///   - memory: what an earlier build worked out
    ///   - known: the source files, as far as they are as that build found them
    static func resolve(
        _ sources: SiteSources, _ options: BuildOptions, after memory: BuildMemory? = nil,
        known: KnownFiles? = nil, reporting diagnostics: inout [Diagnostic]
    ) async -> ResolvedSite {
        let settings = SiteSettings(
            sources, overridingBaseURL: options.baseURL, reporting: &diagnostics)
        var options = options
        options.today = settings.rules.day(options)
        let memory = memory?.occasion == BuildMemory.Occasion(sources, options) ? memory : nil
        let parts = await parts(of: sources, settings, options, after: memory, reporting: &diagnostics)
        if let edited = memory?.edited(sources, parts.articles, options) {
            diagnostics += edited.remembered.resolution?.problems ?? []
            return edited
        }
        // Pages name the files of data and never look into them.
        let furtherTimings = options.timings?.beside
        let problems = beside { await downloadProblems(parts.data.data, furtherTimings) }
        var resolved = await resolved(
            sources, settings, options, parts, after: memory, reporting: &diagnostics)
        resolved.edited = memory?.editedSinceKept(resolved.plan, parts.articles, sources, known)
        options.timings?.end("resolve")
        diagnostics += await problems.value
        furtherTimings.map { options.timings?.take($0) }
        return resolved.remembering(diagnostics)
    }

    private static func resolved(
        _ sources: SiteSources, _ settings: SiteSettings, _ options: BuildOptions,
        _ parts: SiteParts, after memory: BuildMemory?, reporting diagnostics: inout [Diagnostic]
    ) async -> ResolvedSite {
        let (parsed, read, compiled) = (parts.articles, parts.data, parts.templates)
        let (data, figureData) = (read.data, read.figureData)
        diagnostics += read.problems
        diagnostics +=
            Freshness(
                tables: data.tables, package: data.package, settings: settings.provenance,
                today: options.today
            ).diagnostics
        let lock = parts.lock.lock
        diagnostics += parts.lock.problems
        let corrections = settings.corrections.map {
            CorrectionReader(
                settings: $0, file: settings.source ?? SourceText(path: "Content/site.yaml", ""),
                tables: data.tables
            ).corrections(reporting: &diagnostics)
        }
        let restatements = RestatementCheck(
            data, lock: lock, corrections: corrections, files: sources.dataFiles)
        let correctionRecords = CorrectionRecords(
            corrections ?? [], tables: data.tables, page: settings.corrections?.page,
            format: settings.format)
        let sources = sources.withStandardTemplates
        let templates = compiled.set
        diagnostics += compiled.problems
        let stated = parsed.map { $0.article.withFacts(from: figureData, reporting: &diagnostics) }
        let planner = PagePlanner(
            settings: settings, options: options, templates: TemplateChoice(templates.names),
            files: Set(sources.assets.map(\.address)))
        let plan = await planner.plan(
            articles: stated, collections: read.collections, reporting: &diagnostics)
        let listed = beside { SiteLists(plan.listings, settings.format) }
        let files =
            filesBesidePages(sources.assets, of: plan.pages) + BibTeX.download(figureData.references.values)
        let collected = memory?.assets(of: files) ?? CollectedAssets(files, settings)
        let assets = collected.catalogue
        diagnostics += collected.problems
        let named = namedFigures(sources.figures, reporting: &diagnostics)
        let figures = FigureCatalogue.promised(plan.pages, named: named) { template in
            templates.references(in: template, under: "figures").map(\.name)
        }
        let publication = PublicationPlan(
            plan.pages, corrections: corrections ?? [], settings: settings, reporting: &diagnostics)
        let siteMap = siteMap(plan, assets, data, figures, publication, settings)
        checkNavigation(settings, siteMap, reporting: &diagnostics)
        checkDataPage(settings, plan, reporting: &diagnostics)
        let namesBacklinks = Set(plan.pages.map(\.template)).contains {
            templates.mentions("backlinks", in: $0)
        }
        var lists = await listed.value
        if namesBacklinks { lists.backlinks = Backlinks(plan.listings, siteMap: siteMap) }
        let shared: TemplateRecord = [
            "sections": lists.sections, "collections": lists.collections(settings.collections),
            "data": data.record(settings.format), "assets": assets.record, "taxonomies": lists.taxonomies,
            "latest": lists.latest,
            "corrections": correctionRecords.all, "words": settings.format.wordsRecord,
        ]
        let renderer = PageRenderer(
            settings: settings, siteMap: siteMap, lists: lists, templates: templates,
            templateSources: Dictionary(sources.templates.values.map { ($0.path, $0) }) { first, _ in first },
            shared: shared, figureData: figureData, namedFigures: named,
            queries: sources.queries, figureFiles: options.figureFiles,
            chartStyle: assets.chartStyle, pictureSizes: assets.pictureSizes, publication: publication,
            corrections: correctionRecords,
            rowPlaces: RowPlaces(plan.pages, dataPage: settings.dataPage?.text), timings: options.timings)
        let remembered = BuildMemory(
            occasion: BuildMemory.Occasion(sources, options),
            own: BuildMemory.Own(
                sources: sources, data: read, templates: compiled, assets: collected, siteMap: siteMap),
            articles: Dictionary(parsed.map { ($0.article.path, $0) }) { first, _ in first })
        return ResolvedSite(
            settings: settings, data: data, plan: plan, renderer: renderer, assets: assets, siteMap: siteMap,
            publication: publication, lock: lock, restatements: restatements, timings: options.timings,
            remembered: remembered, earlier: memory, remembering: options.remembering,
            putsTextsAway: options.remembering == .nextProcess && options.putsTextsAway)
    }

    /// Makes the files of data, and tells what is wrong with them.
    private static func downloadProblems(_ data: SiteData, _ timings: Timings?) async -> [Diagnostic] {
        let problems = await data.downloads.problems()
        timings?.end("downloads of data")
        return problems
    }

    // MARK: Resolve

    private static func namedFigures(
        _ sources: [String: SourceText], reporting diagnostics: inout [Diagnostic]
    ) -> [String: FigureDefinition] {
        var figures: [String: FigureDefinition] = [:]
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            figures[name] = FigureDefinition(file: source, name: name, reporting: &diagnostics)
        }
        return figures
    }

    private static func siteMap(
        _ plan: PagePlanner.Plan, _ assets: AssetCatalogue, _ data: SiteData,
        _ figures: Set<SiteAddress>, _ publication: PublicationPlan, _ settings: SiteSettings
    ) -> SiteMap {
        var addresses = Set(plan.pages.map(\.address)).union(figures)
        addresses.formUnion(assets.files.map(\.address))
        addresses.formUnion(data.downloads.addresses)
        addresses.formUnion(publication.addresses)
        let sources = plan.pages.compactMap { page in
            page.article.map { ($0.contentPath, page.address) }
        }
        return SiteMap(
            baseURL: settings.baseURL, addresses: addresses,
            pagesBySource: Dictionary(sources + assets.addressesBySource) { first, _ in first },
            schemes: settings.markdownOptions(in: nil).schemes, moved: publication.moved)
    }

    private static func checkNavigation(
        _ settings: SiteSettings, _ siteMap: SiteMap, reporting diagnostics: inout [Diagnostic]
    ) {
        for item in settings.navigation.flatMap(\.all) {
            guard let address = item.address,
                case .dead(let reason, let help) = siteMap.target(of: address, on: SiteAddress.home)
            else { continue }
            diagnostics.append(
                Diagnostic(
                    "dead-link", at: item.location, excerpt: settings.source?.line(item.location.line),
                    reason,
                    help: help))
        }
    }

    /// Rows lead to the page of the data, so it must be there.
    private static func checkDataPage(
        _ settings: SiteSettings, _ plan: PagePlanner.Plan, reporting diagnostics: inout [Diagnostic]
    ) {
        let addresses = plan.pages.map(\.address.text)
        guard let page = settings.dataPage, !addresses.contains(page.text) else { return }
        let file = settings.source ?? SourceText(path: "Content/site.yaml", "")
        diagnostics.append(
            file.diagnostic(
                "dead-link", at: page.location, "there is no page '\(page.text)' to show the tables on",
                notes: ["'data.page' names a page that has a section for each table, under the table's name"],
                help: suggestion(for: page.text, among: addresses)
                    ?? "make one with 'template: data' in its front matter"))
    }
}

extension SiteSettings.AcceptedWarning {
    func covers(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.code == code else { return false }
        guard let place, let location = diagnostic.location else { return place == nil }
        return location.path == place || "\(location.path):\(location.line)" == place
    }
}

extension SiteSettings {
    /// How a page is read; a language of its own has quotes of its own.
    func markdownOptions(in language: String?) -> MarkdownOptions {
        var options = MarkdownOptions(
            allowsRawHTML: allowsRawHTML, usesSmartPunctuation: smartPunctuation,
            schemes: Set(linkSchemes.map { $0.lowercased() }))
        options.quotationMarks =
            language.map { LanguageFormat.standard(for: $0).quotationMarks } ?? format.quotationMarks
        options.alertTitles = Dictionary(
            uniqueKeysWithValues: Alert.allCases.map { ($0, format.word($0.rawValue)) })
        options.footnoteBackLabel = format.word("back_to_text")
        return options
    }
}
