import Claims
import Datasets
import Diagnostics
import Markdown
import Markup
import Templates

// A page's text: facts and claims worked out, links, images, figures and citations in their places.

extension PageRenderer {
    struct Body {
        let content: Markup
        let contents: TemplateValue
        let wordCount: Int
        let statements: [Statement]
        /// The facts of image descriptions, which cannot be marked on the page.
        let unlisted: [Statement]
        let unverified: [UnverifiedNumber]
    }

    func renderBody(
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
        let stated = state(article, plan, numbers, &substitutions, &links, &reading, reporting: &diagnostics)
        substitutions.citations = outline.citations.map { citation in
            bibliography.cite(
                citation, in: article.source, from: figureData.references, reporting: &diagnostics)
        }
        diagnostics += unverifiedProblems(of: article)
        substitutions.dropsTitle = outline.title == plan.title
        return Body(
            content: article.markup.filled(with: substitutions),
            contents: tableOfContents(outline, plan, stated.listed), wordCount: outline.wordCount,
            statements: stated.listed, unlisted: stated.unlisted, unverified: article.unverified)
    }

    /// Works out what the text says of the data, in its images first.
    private func state(
        _ article: Article, _ plan: PagePlan, _ numbers: FigureNumbers, _ substitutions: inout Substitutions,
        _ links: inout PageLinks, _ reading: inout PageReading, reporting diagnostics: inout [Diagnostic]
    ) -> (listed: [Statement], unlisted: [Statement]) {
        let outline = article.outline
        // Then its source need not be looked at.
        guard !outline.images.isEmpty || !outline.expressions.isEmpty else { return ([], []) }
        let (source, parameters) = (article.source, plan.row?.parameters ?? [:])
        return recording(.text, article.contentPath, at: article.start, in: &reading) { data in
            var facts = FactText(data: data, parameters: parameters, file: source)
            substitutions.images = outline.images.enumerated().map { index, image in
                var substitution = substitution(
                    for: image, in: article, plan, &links, &facts, reporting: &diagnostics)
                substitution.number = numbers.mark(at: .image(index))
                return substitution
            }
            var statements = StatementReader(
                source: source, data: data, parameters: parameters, marks: marks(on: plan))
            substitutions.expressions = outline.expressions.map {
                statements.read($0, reporting: &diagnostics)
            }
            return (statements.statements, facts.statements)
        }
    }

    func verified(in body: Body?) -> TemplateValue {
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
}
