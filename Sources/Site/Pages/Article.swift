import Claims
import Diagnostics
import Markdown

/// A Markdown file of the site, read and parsed, but not yet rendered.
struct Article: Sendable {
    /// What is known of the file without its text, and all that other pages can show of it.
    struct Face: Sendable, Equatable {
        /// `Content/articles/largest.md`
        let path: String
        /// Relative to `Content/`: `articles/largest.md`.
        let contentPath: String
        @Shared var frontMatter: FrontMatter
        /// Its first heading of the first level.
        let heading: String?
        let links: LinkDestinations
        let figures: [FigureName]
        /// Its own file and those it includes.
        let paths: [String]
        /// The folder under `Content/` that it stands in; empty at the top.
        let folder: String
        /// The file's name without its ending.
        let stem: String

        init(
            path: String, frontMatter: FrontMatter, heading: String?, links: LinkDestinations,
            figures: [FigureName],
            paths: [String]
        ) {
            let contentPath = String(path.dropFirst("Content/".count))
            let name = String(contentPath.lastPart)
            self.path = path
            self.contentPath = contentPath
            _frontMatter = Shared(wrappedValue: frontMatter)
            self.heading = heading
            self.links = links
            self.figures = figures
            self.paths = paths
            folder = SectionTree.parent(of: contentPath)
            stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        }
    }

    /// A figure that a text asks for.
    enum FigureName: Sendable, Equatable {
        /// One that stands in the text, by the part of its address that its name makes.
        case own(String)
        /// One of `Content/charts/`.
        case named(String)
    }

    @Shared private(set) var face: Face
    let text: ArticleText
    /// The facts of its title, description and summary.
    private(set) var statements: [Statement] = []

    init(_ face: Face, _ text: ArticleText) {
        _face = Shared(wrappedValue: face)
        self.text = text
    }

    /// The same with another front matter, in which facts are worked out.
    func with(_ frontMatter: FrontMatter, _ statements: [Statement]) -> Article {
        var article = self
        article.face.frontMatter = frontMatter
        article.statements = statements
        return article
    }
}

extension Article {
    var path: String { face.path }
    var contentPath: String { face.contentPath }
    var frontMatter: FrontMatter { face.frontMatter }
    var paths: [String] { face.paths }

    /// Its file's text with those of the files that it includes.
    var source: SourceText { text.source.text }
    /// The text as it stands in its file.
    var file: SourceText { text.source.file }
    var markup: PreparedMarkup { text.content.markup }
    var outline: Outline { text.content.outline }
    var unverified: [UnverifiedNumber] { text.content.unverified }
    var figures: [ArticleFigure?] { text.content.figures }

    var folder: String { face.folder }
    var stem: String { face.stem }

    /// Whether it is the page of its folder rather than a page in it.
    var isFolderPage: Bool { stem == "index" || stem == "_index" }

    /// Its file's name, or its folder's for `index.md`, without a date in front.
    var undatedName: String { DatedName(stem: stem, in: folder).name }

    /// The title that its front matter or its first heading gives it.
    var givenTitle: String? {
        [frontMatter.title, face.heading].lazy.compactMap { $0 }
            .first { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The file as a whole, for problems that belong to no line of it.
    var start: SourceLocation { SourceLocation(path: path) }
}

/// A file's or bundle's name that may begin with a date: `2014-04-28-largest.md`.
struct DatedName {
    let name: String
    let date: PublicationDate?

    init(contentPath: String) {
        let file = contentPath.lastPart
        self.init(
            stem: String(file.hasSuffix(".md") ? file.dropLast(3) : file),
            in: SectionTree.parent(of: contentPath))
    }

    /// Of a file in a folder; `index` stands for the folder.
    init(stem: String, in folder: String) {
        let whole = stem == "index" ? String(folder.lastPart) : stem
        guard whole.utf8.count > 11, let date = PublicationDate(String(whole.prefix(10))),
            whole.dropFirst(10).first == "-"
        else {
            name = whole
            self.date = nil
            return
        }
        name = String(whole.dropFirst(11))
        self.date = date
    }
}
