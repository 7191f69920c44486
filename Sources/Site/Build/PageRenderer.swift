import Claims
import Datasets
import Diagnostics
import Markdown
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
    func render(_ plan: PagePlan, in surroundings: PageSurroundings, log: LinkLog? = nil) -> RenderedPage {
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
            head: head(of: plan), tableOfContents: body?.contents ?? [],
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
        let resolve: AddressResolver = { address, location, problems in
            links.written(address, at: location, in: templateSources[location.path], reporting: &problems)
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

    // MARK: The body

    private struct Body {
        let content: Markup
        let contents: TemplateValue
        let wordCount: Int
        let statements: [Statement]
        /// The facts of image descriptions, which cannot be marked on the page.
        let unlisted: [Statement]
        let unverified: [UnverifiedNumber]
    }

    private func renderBody(
        _ article: Article, _ plan: PagePlan, _ links: inout PageLinks, _ bibliography: inout Bibliography,
        _ figures: inout [Figure], _ reading: inout PageReading, reporting diagnostics: inout [Diagnostic]
    ) -> Body {
        let outline = article.outline
        var substitutions = Substitutions()
        substitutions.links = outline.links.map { link in
            links.written(link.destination, at: link.location, in: article, reporting: &diagnostics)
        }
        let drawn = article.figures.map { asked in
            asked.flatMap { asked in
                draw(asked, in: article, plan, &reading, reporting: &diagnostics).map { ($0, asked.name) }
            }
        }
        figures += drawn.compactMap { $0?.0 }
        let numbers = FigureNumbers(outline, figures: drawn, format: settings.format)
        substitutions.figures = drawn.enumerated().map { index, drawn in
            guard let (figure, _) = drawn else { return Markup() }
            let number = numbers.mark(at: .block(index))
            return isForFeeds
                ? figure.feedMarkup(on: links, offering: figureFiles, number: number)
                : figure.markup(on: links, offering: figureFiles, number: number)
        }
        substitutions.captionNumbers = outline.captions.indices.map { numbers.mark(at: .table($0)) }
        substitutions.figureReferences = outline.figureReferences.map {
            numbers.markup(of: $0, in: article.source, reporting: &diagnostics)
        }
        let place = SourceLocation(path: article.source.path)
        let parameters = plan.row?.parameters ?? [:]
        var imageFacts = FactText(data: figureData, parameters: parameters, file: article.source)
        let statements = recording(.text, article.contentPath, at: place, in: &reading) { data in
            imageFacts = FactText(data: data, parameters: parameters, file: article.source)
            substitutions.images = outline.images.enumerated().map { index, image in
                var substitution = substitution(
                    for: image, in: article, plan, &links, &imageFacts, reporting: &diagnostics)
                substitution.number = numbers.mark(at: .image(index))
                return substitution
            }
            var statements = StatementReader(
                source: article.source, data: data, parameters: parameters,
                marks: marks(on: plan))
            substitutions.expressions = outline.expressions.map {
                statements.read($0, reporting: &diagnostics)
            }
            return statements
        }
        substitutions.citations = outline.citations.map { citation in
            bibliography.cite(
                citation, in: article.source, from: figureData.references, reporting: &diagnostics)
        }
        diagnostics += unverifiedProblems(of: article)
        var options = article.options
        options.dropsTitle = outline.title == plan.title
        let content = Markdown.render(
            article.source, bodyFrom: article.bodyOffset, options: options, with: substitutions)
        return Body(
            content: content,
            contents: tableOfContents(outline, plan, statements.statements), wordCount: outline.wordCount,
            statements: statements.statements, unlisted: imageFacts.statements,
            unverified: article.unverified)
    }

    private func verified(in body: Body?) -> TemplateValue {
        VerifiedFigures(
            statements: body?.statements ?? [], unverifiedCount: body?.unverified.count ?? 0,
            provenance: figureData.provenance, places: rowPlaces, format: settings.format
        ).record
    }

    private func marks(on plan: PagePlan) -> StatementMarks {
        if isForFeeds { return .none }
        let hasList = templates.names(in: plan.template).contains { $0.hasPrefix("page.verified") }
        return hasList ? .links : .sources
    }

    private func substitution(
        for image: Image, in article: Article, _ plan: PagePlan, _ links: inout PageLinks,
        _ facts: inout FactText, reporting diagnostics: inout [Diagnostic]
    ) -> ImageSubstitution {
        let source = links.written(
            image.destination, at: image.location, in: article, reporting: &diagnostics)
        let size = pictureSize(links.target(of: image.destination, at: image.location, in: article))
        return ImageSubstitution(
            source: source, width: size?.width, height: size?.height,
            alt: facts.filled(image.alt, at: image.location, reporting: &diagnostics))
    }

    /// The numbers of the text that nothing covers, told of as the site asks.
    private func unverifiedProblems(of article: Article) -> [Diagnostic] {
        guard settings.numbers != .count else { return [] }
        return article.unverified.map { number in
            article.source.diagnostic(
                "unverified-number", at: number.location, "nothing in the data covers '\(number.text)'",
                severity: settings.numbers == .refuse ? .error : .warning,
                help: "make it a claim, [\(number.text)](=expression), "
                    + "or say that it is no figure of the data: [\(number.text)](=literal)",
                failing: .check)
        }
    }

    /// Two levels of headings, for pages long enough to want a list of them.
    private func tableOfContents(
        _ outline: Outline, _ plan: PagePlan, _ statements: [Statement]
    ) -> TemplateValue {
        let headings = outline.headings.filter { (2...3).contains($0.level) }
        guard plan.frontMatter.showsTableOfContents ?? (headings.count >= 3) else { return [] }
        return .list(
            headings.map { heading in
                [
                    "id": .text(heading.id), "title": .text(heading.text(with: statements)),
                    "level": .text(String(heading.level)),
                ]
            })
    }

    private func pictureSize(_ target: SiteMap.Target) -> PictureSize? {
        guard case .inside(let address, _, _) = target else { return nil }
        return pictureSizes[address]
    }

    // MARK: Figures

    private func draw(
        _ asked: ArticleFigure, in article: Article, _ plan: PagePlan, _ reading: inout PageReading,
        reporting diagnostics: inout [Diagnostic]
    ) -> Figure? {
        switch asked {
        case .own(let definition):
            return draw(definition, named: definition.slugOfName, plan, &reading, reporting: &diagnostics)
        case .named(let name):
            if let definition = namedFigures[name.text] {
                return draw(
                    definition, named: plan.figureName(name.text), plan, &reading, reporting: &diagnostics)
            }
            diagnostics.append(
                article.source.diagnostic(
                    "unknown-figure", at: name.location, "there is no figure '\(name.text)'",
                    notes: ["figures that pages name stand in Content/charts/NAME.yaml"],
                    help: suggestion(for: name.text, among: namedFigures.keys)))
            return nil
        }
    }

    private func draw(
        _ definition: FigureDefinition, named name: String, _ plan: PagePlan, _ reading: inout PageReading,
        reporting diagnostics: inout [Diagnostic]
    ) -> Figure? {
        let parameters = plan.row?.parameters ?? [:]
        let drawn: Figure? = recording(.figure, name, at: definition.location, in: &reading) { data in
            switch definition.content {
            case .chart(let chart):
                ChartFigure(
                    definition: chart, file: definition.source, name: name, data: data, parameters: parameters
                ).draw(reporting: &diagnostics)
            case .table(let table):
                TableFigure(
                    definition: table, file: definition.source, name: name, data: data, parameters: parameters
                ).draw(reporting: &diagnostics)
            }
        }
        guard var figure = drawn else { return nil }
        let read = reading.parts.last?.reading ?? Reading()
        diagnostics += figureData.missingTerms(of: read, figure, settings.provenance.sources)
        if figure.sources.isEmpty {
            figure.sources = figureData.sourceLines(of: read, rows: figure.shownRows)
        }
        return figure
    }

    /// The figures of `Content/charts/` that the page's template names, drawn for the page's row.
    private func templateFigures(
        _ plan: PagePlan, _ links: PageLinks, _ figures: inout [Figure], _ reading: inout PageReading,
        reporting diagnostics: inout [Diagnostic]
    ) -> TemplateRecord {
        var record = TemplateRecord(namedFigures.keys.sorted().map { ($0, .absent) })
        for name in names(of: "figures", in: plan.template) {
            guard let definition = namedFigures[name] else { continue }
            let fullName = plan.figureName(name)
            guard let figure = draw(definition, named: fullName, plan, &reading, reporting: &diagnostics)
            else {
                continue
            }
            figures.append(figure)
            record[name] = .markup(figure.markup(on: links, offering: figureFiles))
        }
        return record
    }

    private func names(of record: String, in template: String) -> [String] {
        Set(templates.references(in: template, under: record).map(\.name)).sorted()
    }

    /// The lists of `Content/queries/` that the page's template names, with the page's row as parameters.
    private func templateQueries(
        _ plan: PagePlan, _ reading: inout PageReading, reporting diagnostics: inout [Diagnostic]
    ) -> TemplateRecord {
        var record = TemplateRecord(queries.keys.sorted().map { ($0, []) })
        for name in names(of: "queries", in: plan.template) {
            guard let source = queries[name] else { continue }
            let place = SourceLocation(path: source.path)
            let found = recording(.list, name, at: place, in: &reading) { data in
                data.database.query(
                    SQLText(file: source), parameters: plan.row?.parameters ?? [:], reporting: &diagnostics)
            }
            guard let rows = found else { continue }
            let names = TemplateNames(rows.columns)
            record[name] = .list(
                rows.rows.map { row in
                    .record(
                        TemplateRecord(
                            names: names, values: rows.columns.indices.map { .optional(row.text($0)) }))
                })
        }
        return record
    }
}

extension PageRenderer {
    /// Taken over from an earlier build where that can be.
    func render(_ plan: PagePlan, by reuse: PageReuse? = nil) -> RenderedPage {
        reuse?.page(plan) ?? render(plan, in: surroundings(of: plan))
    }
}
