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
    /// Of its file, where another process may ask for it.
    private let digest: SHA256?
    /// How its face is written, for one that an earlier process has understood.
    private let keptFace: ArraySlice<UInt8>?

    init(_ file: SourceText, by reading: ArticleReading) {
        let (parts, settings) = (reading.parts, reading.settings)
        let taxonomies = settings.taxonomies.map(\.name)
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
        let names = figures.compactMap { figure -> Article.FigureName? in
            switch figure {
            case .own(let definition): .own(definition.slugOfName)
            case .named(let name): .named(name.text)
            case nil: nil
            }
        }
        let face = Article.Face(
            path: file.path, frontMatter: matter, heading: outline.title,
            links: outline.links.map(\.destination), figures: names,
            paths: source.origins.isEmpty ? [file.path] : source.origins.paths)
        let content = ArticleText.Content(
            source: source, file: file, bodyOffset: block.bodyOffset, options: options, outline: outline,
            unverified: unverified, figures: figures)
        let digest = reading.isForDisk ? SHA256(of: file.bytes) : nil
        // Not the file itself, which would stay with what reads it again.
        let filePath = file.path
        let again = digest.map { digest in { @Sendable in reading.content(of: filePath, digest) } }
        article = Article(face, ArticleText(content, read: again))
        self.problems = problems
        self.digest = digest
        keptFace = nil
    }

    /// Of a file that nothing is wrong with.
    init(_ article: Article) {
        self.article = article
        problems = []
        digest = nil
        keptFace = nil
    }

    /// As an earlier process has understood it.
    init(_ article: Article, digest: SHA256, face: ArraySlice<UInt8>) {
        self.article = article
        problems = []
        self.digest = digest
        keptFace = face
    }
}

extension ParsedArticle {
    /// Whether the files that it includes are the same among both.
    func includesTheSame(of parts: [String: SourceText], as others: [String: SourceText]) -> Bool {
        problems.isEmpty && article.paths.allSatisfy { parts[$0] == others[$0] }
    }

    /// What is kept of it for the next process: the digest of its file, and its face as it is written.
    var record: (digest: SHA256, face: ArraySlice<UInt8>)? {
        guard let digest, problems.isEmpty else { return nil }
        if let keptFace { return (digest, keptFace) }
        var archive = ArchiveWriter()
        archive.write(article.face)
        return (digest, archive.bytes[...])
    }
}

/// How the Markdown files of a site are read.
struct ArticleReading: Sendable {
    let files: SourceFiles
    let settings: SiteSettings
    /// The files that others include, by path.
    let parts: [String: SourceText]
    /// Whether texts are understood for another process too.
    let isForDisk: Bool
    private let staleness: Staleness

    init(_ sources: SiteSources, _ settings: SiteSettings, _ options: BuildOptions) {
        files = SourceFiles(root: options.source)
        parts = sources.parts
        isForDisk = options.remembering == .nextProcess
        staleness = options.staleness
        self.settings = settings
    }

    func article(of file: SourceText) -> ParsedArticle { ParsedArticle(file, by: self) }

    /// A text that was read before, once more.
    func content(of path: String, _ digest: SHA256) -> ArticleText.Content {
        let file = file(at: path)
        if file.map({ SHA256(of: $0.bytes) }) != digest { staleness.find() }
        return article(of: file ?? SourceText(path: path, bytes: [])).article.text.content
    }

    /// Nil for what cannot be read.
    func file(at path: String) -> SourceText? {
        var ignored: [Diagnostic] = []
        return files.text(of: path, limit: .markdown, reporting: &ignored)
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
