import Charts
import Claims
import Datasets
import Diagnostics
import Markdown
import Templates

/// A Markdown file, read, with what is wrong with it. A class, because builds hand it on to each other.
final class ParsedArticle: Sendable {
    let article: Article
    let problems: [Diagnostic]

    init(
        _ file: SourceText, _ parts: [String: SourceText], _ settings: SiteSettings, taxonomies: [String]
    ) {
        var problems: [Diagnostic] = []
        let block = FrontMatterBlock(in: file, reporting: &problems)
        let source = Inclusion.text(of: file, from: block.bodyOffset, parts: parts, reporting: &problems)
        let path = String(source.path.dropFirst("Content/".count))
        var matter = FrontMatter(of: source, block: block, taxonomies: taxonomies, reporting: &problems)
        matter.date = matter.date ?? DatedName(contentPath: path).date
        let options = settings.markdownOptions(in: matter.language)
        var outline = outline(of: source, bodyFrom: block.bodyOffset, options: options, reporting: &problems)
        matter.summary = matter.summary ?? outline.summary
        let unverified = UnverifiedNumber.all(in: outline.prose.map(ProseRun.init))
        // As long as the text, and asked for no more.
        outline.prose = []
        let figures = outline.figures.map { ArticleFigure($0, in: source, reporting: &problems) }
        article = Article(
            source: source, file: file, contentPath: path, bodyOffset: block.bodyOffset,
            frontMatter: matter, options: options, outline: outline, unverified: unverified, figures: figures)
        self.problems = problems
    }

    /// Of a file that nothing is wrong with.
    init(_ article: Article) {
        self.article = article
        problems = []
    }
}

/// The data of a site, read, with what is wrong with them.
struct ReadData: Sendable {
    let data: SiteData
    let figureData: FigureData
    let collections: [PagePlanner.CollectionRows]
    let problems: [Diagnostic]

    init(_ sources: SiteSources, _ settings: SiteSettings, root: String, timings: Timings?) {
        var problems: [Diagnostic] = []
        data = SiteData(sources, settings, root: root, timings: timings, reporting: &problems)
        let data = data
        collections = settings.collections.compactMap { data.rows(of: $0, settings, reporting: &problems) }
        figureData = data.figureData(settings, reporting: &problems)
        self.problems = problems
    }
}

/// The templates of a site, compiled, with what is wrong with them.
struct CompiledTemplates: Sendable {
    let set: TemplateSet
    let problems: [Diagnostic]

    init(_ sources: SiteSources) {
        var problems: [Diagnostic] = []
        set = TemplateSet(sources: sources.templates, reporting: &problems)
        self.problems = problems
    }
}

/// The files that are published as they are, with what is wrong with them.
struct CollectedAssets: Sendable {
    let files: [SiteSources.Asset]
    let catalogue: AssetCatalogue
    let problems: [Diagnostic]

    init(_ files: [SiteSources.Asset], _ settings: SiteSettings) {
        var problems: [Diagnostic] = []
        self.files = files
        catalogue = AssetCatalogue(
            files, stylesheet: Stylesheet.page(settings.colors.palette),
            isMinified: settings.publication.isMinified, reporting: &problems)
        self.problems = problems
    }
}
