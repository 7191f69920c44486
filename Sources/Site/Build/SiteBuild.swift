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
    let plan: PagePlanner.Plan
    let renderer: PageRenderer
    let assets: AssetCatalogue
    let siteMap: SiteMap
    let publication: PublicationPlan
    let lock: ClaimsLock
    let restatements: RestatementCheck
    let timings: Timings?
}

/// The stages of a build, each a function from values to values.
package enum SiteBuild {
    /// Reads and understands the whole site, and renders nothing.
    static func resolve(
        _ sources: SiteSources, _ options: BuildOptions, reporting diagnostics: inout [Diagnostic]
    ) async -> ResolvedSite {
        let settings = SiteSettings(
            sources.settings, overridingBaseURL: options.baseURL, reporting: &diagnostics)
        var options = options
        options.today = settings.rules.day(options)
        let markdown = settings.markdownOptions
        let articles = await parse(sources, markdown, settings, reporting: &diagnostics)
        options.timings?.end("parse")
        let data = SiteData(sources, settings, root: options.source, reporting: &diagnostics)
        options.timings?.end("load data")
        diagnostics +=
            Freshness(
                tables: data.tables, package: data.package, settings: settings.provenance,
                today: options.today
            ).diagnostics
        let lock =
            sources.claimsLock.map { ClaimsLock(reading: $0, reporting: &diagnostics) } ?? ClaimsLock()
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
        let templates = TemplateSet(sources: sources.templates, reporting: &diagnostics)
        let collections = settings.collections.compactMap {
            data.rows(of: $0, settings, reporting: &diagnostics)
        }
        let figureData = data.figureData(settings, reporting: &diagnostics)
        let stated = articles.map { $0.withFacts(from: figureData, reporting: &diagnostics) }
        let planner = PagePlanner(
            settings: settings, options: options, templates: TemplateChoice(templates.names),
            files: Set(sources.assets.map(\.address)))
        let plan = planner.plan(articles: stated, collections: collections, reporting: &diagnostics)
        let files = filesBesidePages(sources.assets, of: plan.pages)
        let assets = AssetCatalogue(
            files + BibTeX.download(figureData.references.values),
            stylesheet: Stylesheet.page(settings.colors.palette),
            isMinified: settings.publication.isMinified, reporting: &diagnostics)
        let named = namedFigures(sources.figures, reporting: &diagnostics)
        let figures = FigureCatalogue.promised(plan.pages, named: named) { template in
            templates.references(in: template, under: "figures").map(\.name)
        }
        let publication = PublicationPlan(
            plan.pages, corrections: corrections ?? [], settings: settings, reporting: &diagnostics)
        let siteMap = siteMap(plan, assets, data, figures, publication, settings)
        checkNavigation(settings, siteMap, reporting: &diagnostics)
        checkDataPage(settings, plan, reporting: &diagnostics)
        let lists = SiteLists(plan.listings, settings.format)
        let shared: TemplateRecord = [
            "sections": lists.sections, "collections": lists.collections(settings.collections),
            "data": data.record(settings.format), "assets": assets.record, "taxonomies": lists.taxonomies,
            "latest": lists.latest,
            "corrections": correctionRecords.all,
        ]
        let renderer = PageRenderer(
            settings: settings, siteMap: siteMap, lists: lists, templates: templates,
            templateSources: Dictionary(sources.templates.values.map { ($0.path, $0) }) { first, _ in first },
            shared: shared, figureData: figureData, namedFigures: named,
            queries: sources.queries, markdown: markdown, figureFiles: options.figureFiles,
            chartStyle: assets.chartStyle, pictureSizes: assets.pictureSizes, publication: publication,
            corrections: correctionRecords,
            rowPlaces: RowPlaces(plan.pages, dataPage: settings.dataPage?.text))
        options.timings?.end("resolve")
        return ResolvedSite(
            settings: settings, data: data, plan: plan, renderer: renderer, assets: assets, siteMap: siteMap,
            publication: publication, lock: lock, restatements: restatements, timings: options.timings)
    }

    // MARK: Parse

    private static func parse(
        _ sources: SiteSources, _ options: MarkdownOptions, _ settings: SiteSettings,
        reporting diagnostics: inout [Diagnostic]
    ) async -> [Article] {
        let taxonomies = settings.taxonomies.map(\.name)
        let parsed = await parallelMap(sources.articles) { file in
            var problems: [Diagnostic] = []
            let block = FrontMatterBlock(in: file, reporting: &problems)
            let source = Inclusion.text(
                of: file, from: block.bodyOffset, parts: sources.parts, reporting: &problems)
            let path = String(source.path.dropFirst("Content/".count))
            var matter = FrontMatter(
                of: source, block: block, taxonomies: taxonomies, reporting: &problems)
            matter.date = matter.date ?? DatedName(contentPath: path).date
            let outline = outline(
                of: source, bodyFrom: block.bodyOffset, options: options, reporting: &problems)
            let figures = outline.figures.map { ArticleFigure($0, in: source, reporting: &problems) }
            let article = Article(
                source: source, file: file, contentPath: path, bodyOffset: block.bodyOffset,
                frontMatter: matter,
                outline: outline, figures: figures)
            return (article, problems)
        }
        diagnostics += parsed.flatMap(\.1)
        let articles = parsed.map(\.0)
        diagnostics += Inclusion.unused(sources.parts, by: articles.map(\.source))
        return articles
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
        addresses.formUnion(data.downloads.map(\.address))
        addresses.formUnion(publication.addresses)
        let sources = plan.pages.compactMap { page in
            page.article.map { ($0.contentPath, page.address) }
        }
        return SiteMap(
            baseURL: settings.baseURL, addresses: addresses,
            pagesBySource: Dictionary(sources + assets.addressesBySource) { first, _ in first },
            schemes: settings.markdownOptions.schemes, moved: publication.moved)
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

    // MARK: Render

    /// All pages and files of the site, and the problems that rendering found.
    static func render(
        _ site: ResolvedSite, reporting diagnostics: inout [Diagnostic]
    ) async -> RenderedSite {
        let renderer = site.renderer
        let planned = await parallelMap(site.plan.pages, grain: 8) { page in
            site.timings?.page(page.address) { renderer.render(page) } ?? renderer.render(page)
        }
        site.timings?.end("render")
        diagnostics += planned.flatMap(\.diagnostics)
        let statements = StatementCheck(
            planned.flatMap(\.statements), lock: site.lock, provenance: renderer.figureData.provenance)
        diagnostics += statements.diagnostics
        diagnostics += site.restatements.diagnostics { table, row in
            RowUses(pages: planned, provenance: renderer.figureData.provenance).lines(table, row)
        }
        let catalogue = FigureCatalogue(planned, reporting: &diagnostics)
        var figures = await FigureStage(renderer: renderer, catalogue: catalogue).render(
            beside: Set(planned.map(\.plan.address)))
        diagnostics += figures.pages.flatMap(\.diagnostics)
        site.timings?.end("figures")
        diagnostics += missingTargets(planned + figures.pages, besides: figures.fileAddresses)
        let finish = PageFinish(site.assets, siteMap: site.siteMap, settings: site.settings)
        let publication = Publication(site: site, pages: planned + figures.pages, finish: finish)
        let files = await publication.files(reporting: &diagnostics)
        site.timings?.end("feeds, search and the like")
        let pages = await parallelMap(planned, grain: 8) { $0.finished(by: finish) }
        figures.pages = await parallelMap(figures.pages, grain: 8) { $0.finished(by: finish) }
        diagnostics += site.settings.rules.overruns(pages + figures.pages, site.assets.files)
        site.timings?.end("finish pages")
        let rendered = RenderedSite(
            pages: pages, statements: statements, figures: figures, catalogue: catalogue,
            publication: files, cards: publication.cards, site: site, reporting: &diagnostics)
        diagnostics = accepted(diagnostics, site.settings)
        return rendered
    }

    /// Links to anchors that their pages turned out not to have, and to figures that could not be drawn.
    private static func missingTargets(
        _ pages: [RenderedPage], besides files: Set<SiteAddress>
    ) -> [Diagnostic] {
        let wanted = Set(pages.flatMap { page in page.anchorReferences.map(\.target) })
        var anchors: [SiteAddress: Set<String>] = [:]
        for page in pages where wanted.contains(page.plan.address) {
            anchors[page.plan.address] = anchorNames(in: page.bytes)
        }
        return pages.flatMap(\.anchorReferences).compactMap { reference in
            let names = anchors[reference.target]
            guard let anchor = reference.anchor else {
                return names == nil && !files.contains(reference.target) ? reference.problem : nil
            }
            guard let names, !names.contains(anchor) else { return nil }
            var problem = reference.problem
            problem.help = suggestion(for: anchor, among: names)
            return problem
        }
    }

    /// Without repetitions, without the warnings that the site has taken note of, and with a word on those
    /// of its notes that no warning answers to.
    static func accepted(_ diagnostics: [Diagnostic], _ settings: SiteSettings) -> [Diagnostic] {
        var used: Set<SiteSettings.AcceptedWarning> = []
        var seen: Set<Diagnostic> = []
        var result = diagnostics.filter { diagnostic in
            guard seen.insert(diagnostic).inserted else { return false }
            guard diagnostic.severity == .warning,
                let note = settings.accepted.first(where: { $0.covers(diagnostic) })
            else { return true }
            used.insert(note)
            return false
        }
        for note in settings.accepted where !used.contains(note) {
            result.append(
                Diagnostic(
                    "unused-acceptance", at: note.location,
                    excerpt: settings.source?.line(note.location.line),
                    "no warning '\(note.code)' comes from here any more", severity: .warning,
                    help: "take this entry out of 'check.accept'"))
        }
        return result
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
    var markdownOptions: MarkdownOptions {
        MarkdownOptions(
            allowsRawHTML: allowsRawHTML, usesSmartPunctuation: smartPunctuation,
            schemes: Set(linkSchemes.map { $0.lowercased() }))
    }
}

/// The `id`s of a page's elements.
func anchorNames(in html: [UInt8]) -> Set<String> {
    let mark = Array(" id=\"".utf8)
    var names: Set<String> = []
    var index = 0
    while index + mark.count < html.count {
        guard html[index] == mark[0], html[index..<index + mark.count].elementsEqual(mark) else {
            index += 1
            continue
        }
        let start = index + mark.count
        let end = html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
        names.insert(String(decoding: html[start..<end], as: UTF8.self))
        index = end
    }
    return names
}
