import Claims
import Diagnostics
import Markdown

/// A Markdown file, read, with what is wrong with it. A class, because builds hand it on to each other.
final class ParsedArticle: Sendable {
    let article: Article
    let problems: [Diagnostic]
    /// Of its file, where another process may ask for it.
    private let digest: SHA256?
    /// How its face is written, for one that an earlier process has understood.
    private let keptFace: ArraySlice<UInt8>?

    init(_ file: SourceText, by reading: ArticleReading) {
        let settings = reading.settings
        let taxonomies = settings.taxonomies.map(\.name)
        var problems: [Diagnostic] = []
        let block = FrontMatterBlock(in: file, reporting: &problems)
        let written = ArticleSource(file, block, parts: reading.parts, reporting: &problems)
        let source = written.text
        let path = String(source.path.dropFirst("Content/".count))
        var matter = FrontMatter(of: source, block: block, taxonomies: taxonomies, reporting: &problems)
        matter.date = matter.date ?? DatedName(contentPath: path).date
        let options = settings.markdownOptions(in: matter.language)
        var (outline, markup) = Markdown.read(
            source, bodyFrom: block.bodyOffset, options: options,
            proseWhere: UnverifiedNumber.mayStand(in:), reporting: &problems)
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
            links: LinkDestinations(outline.links.map(\.destination)), figures: names,
            paths: source.origins.isEmpty ? [file.path] : source.origins.paths)
        let isLookedAtAgain =
            outline.asksForSource || (settings.numbers != .count && !unverified.isEmpty)
        let content = ArticleText.Content(
            markup: markup, outline: outline, unverified: unverified, figures: figures,
            source: reading.putsTextsAway && !isLookedAtAgain ? nil : written)
        let digest = reading.isForDisk ? SHA256(of: file.bytes) : nil
        let origin =
            digest.map { ArticleText.Origin.file(file.path, $0, reading) } ?? .memory(content, written)
        article = Article(face, ArticleText(content, from: origin))
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

extension Outline {
    /// Whether a page needs the text itself to show what is in it, or to say what is wrong with it.
    fileprivate var asksForSource: Bool {
        !(expressions.isEmpty && citations.isEmpty && figures.isEmpty && figureReferences.isEmpty
            && images.isEmpty)
            || links.contains { link in
                // Whether there is such an anchor or figure is known when all pages are made.
                link.destination.utf8.contains(UInt8(ascii: "#")) || link.destination.hasPrefix("/charts/")
            }
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
