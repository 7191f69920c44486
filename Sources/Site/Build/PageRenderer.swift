import Datasets
import Diagnostics
import Markup
import Templates

/// Renders pages: from a plan and what the whole site shares to bytes, with nothing read or written on the
/// way, so that pages can be rendered in any order and at once.
struct PageRenderer: Sendable {
    let settings: SiteSettings
    private(set) var siteMap: SiteMap
    let lists: SiteLists
    let templates: TemplateSet
    /// By path, for the lines that messages show.
    let templateSources: [String: SourceText]
    /// Of all pages: `sections`, `collections`, `data`, `assets`.
    let shared: TemplateRecord
    let figureData: FigureData
    /// The figures of `Content/charts/`, by name.
    let namedFigures: [String: FigureDefinition]
    /// The lists of `Content/queries/`, by name.
    let queries: [String: SourceText]
    /// What can be downloaded beside a figure.
    let figureFiles: [FigureFile]
    /// For the plain pages of figures.
    let chartStyle: SiteAddress?
    let pictureSizes: [SiteAddress: PictureSize]
    let publication: PublicationPlan
    let corrections: CorrectionRecords
    let rowPlaces: RowPlaces
    let timings: Timings?
    /// Whether texts are made for readers of feeds, who have no style sheet and stand elsewhere.
    private(set) var isForFeeds = false

    /// - Parameter log: where its questions to the site map are taken down
    func render(
        _ plan: PagePlan, in surroundings: PageSurroundings, head: Markup, log: LinkLog? = nil
    ) -> RenderedPage {
        var diagnostics: [Diagnostic] = []
        var links = PageLinks(page: plan.address, siteMap: siteMap, log: log)
        var bibliography = Bibliography()
        var figures: [Figure] = []
        var reading = reading(of: plan)
        let body = plan.article.map {
            renderBody($0, plan, &links, &bibliography, &figures, &reading, reporting: &diagnostics)
        }
        checkPreview(of: plan, &links, reporting: &diagnostics)
        let templateFigures = templateFigures(plan, links, &figures, &reading, reporting: &diagnostics)
        let statements =
            (plan.article?.statements ?? []) + (body?.statements ?? []) + (body?.unlisted ?? [])
            + figures.flatMap(\.statements)
        let queries = templateQueries(plan, &reading, reporting: &diagnostics)
        let record = PageRecord(
            plan: plan, surroundings: surroundings, shared: shared,
            content: body?.content ?? Markup(),
            bibliography: bibliography, figures: templateFigures, queries: queries,
            head: head, tableOfContents: body?.contents ?? [],
            wordCount: body?.wordCount ?? 0, verified: verified(in: body),
            corrections: corrections(of: plan, reading))
        let markup = fill(plan.template, record.record, &links, reporting: &diagnostics)
        reading.links = links.targets
        return RenderedPage(
            plan: plan, bytes: markup.bytes, figures: figures, statements: statements,
            unverified: body?.unverified ?? [], reading: reading, anchorReferences: links.anchorReferences,
            diagnostics: diagnostics + figuresTwice(figures, on: plan))
    }

    /// A page that sitegen makes of itself, with names that only its template knows.
    func render(_ plan: PagePlan, content: Markup, head: Markup, _ own: TemplateRecord) -> RenderedPage {
        var diagnostics: [Diagnostic] = []
        var links = PageLinks(page: plan.address, siteMap: siteMap)
        let record = PageRecord(
            plan: plan, surroundings: surroundings(of: plan), shared: shared, content: content,
            bibliography: Bibliography(), figures: [:], queries: [:],
            head: self.head(of: plan) + head, tableOfContents: [],
            wordCount: 0, verified: .absent, corrections: [])
        let markup = fill(plan.template, record.record.merging(own), &links, reporting: &diagnostics)
        return RenderedPage(
            plan: plan, bytes: markup.bytes, figures: [], statements: [], unverified: [],
            reading: reading(of: plan),
            anchorReferences: links.anchorReferences, diagnostics: diagnostics)
    }

    func surroundings(of plan: PagePlan) -> PageSurroundings {
        PageSurroundings(
            of: plan, settings, lists, showsRelated: templates.mentions("related", in: plan.template))
    }

    private func fill(
        _ template: String, _ record: TemplateRecord, _ links: inout PageLinks,
        reporting diagnostics: inout [Diagnostic]
    ) -> Markup {
        // A copy of the renderer for each link would take longer than to write the link.
        let sources = templateSources
        let resolve: AddressResolver = { address, location, problems in
            links.written(address, at: location, in: sources[location.path], reporting: &problems)
        }
        return templates.render(template, with: record, resolving: resolve, reporting: &diagnostics)
    }

    /// The corrections of the rows that the page was made from, and those of its text.
    private func corrections(of plan: PagePlan, _ reading: PageReading) -> TemplateValue {
        let rows = corrections.isEmpty ? [] : reading.reading.rows.sorted()
        return corrections.record(
            ofPageFrom: figureData.provenance.origins(rows), texts: plan.frontMatter.corrections)
    }

    /// The same figure twice on a page would give two elements one name.
    private func figuresTwice(_ figures: [Figure], on plan: PagePlan) -> [Diagnostic] {
        var ids: Set<String> = []
        return figures.filter { !ids.insert($0.id).inserted }.map { figure in
            Diagnostic(
                "figure-twice", at: figure.location,
                "the figure '\(figure.name)' stands twice on the page '\(plan.address.text)'",
                notes: ["a figure's name is an anchor, of which a page has one"],
                help: "take one of them out, or give it another 'name'")
        }
    }

    func head(of plan: PagePlan) -> Markup {
        HeadMarkup(plan: plan, settings: settings, preview: preview(of: plan)).markup
            + FeedLinks(feeds: publication.feeds(of: plan), siteMap: siteMap, page: plan.address).markup
            + linkedData(of: plan)
    }

    // MARK: Feeds

    /// The same for readers of feeds.
    var forFeeds: PageRenderer {
        var renderer = self
        renderer.siteMap = siteMap.whole
        renderer.isForFeeds = true
        return renderer
    }

    /// A page's text, or what is said of it where it has none. What is wrong with it is told of elsewhere.
    func feedContent(of plan: PagePlan) -> Markup {
        var ignored: [Diagnostic] = []
        var links = PageLinks(page: plan.address, siteMap: siteMap)
        var bibliography = Bibliography()
        var figures: [Figure] = []
        var reading = PageReading()
        let body = plan.article.map {
            renderBody($0, plan, &links, &bibliography, &figures, &reading, reporting: &ignored).content
        }
        if let body, !body.isEmpty { return withWholeAnchors(body, on: links.written(own: plan.address)) }
        var writer = MarkupWriter()
        writer.element("p", text: plan.frontMatter.description ?? plan.title)
        return writer.markup
    }
}

extension PageRenderer {
    /// Taken over from an earlier build where that can be.
    func render(_ plan: PagePlan, by reuse: PageReuse? = nil) -> RenderedPage {
        reuse?.page(plan) ?? render(plan, in: surroundings(of: plan), head: head(of: plan))
    }
}
