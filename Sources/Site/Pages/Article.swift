import Claims
import Diagnostics
import Markdown

/// A Markdown file of the site, read and parsed, but not yet rendered.
struct Article: Sendable {
    /// Its text with those of the files that it includes.
    let source: SourceText
    /// Its text as it stands in its file.
    let file: SourceText
    /// Relative to `Content/`: `articles/verizon.md`.
    let contentPath: String
    /// Where the Markdown begins, after the front matter.
    let bodyOffset: Int
    let frontMatter: FrontMatter
    /// How its text is read.
    let options: MarkdownOptions
    /// Without its prose, of which nothing but `unverified` is asked.
    let outline: Outline
    /// The numbers of its text that no fact or claim covers.
    let unverified: [UnverifiedNumber]
    /// One for each figure block of the outline; nil for one that is not understood.
    let figures: [ArticleFigure?]
    /// The facts of its title, description and summary.
    var statements: [Statement] = []

    /// Its own file and those it includes.
    var paths: [String] { source.origins.isEmpty ? [source.path] : source.origins.paths }

    /// The folder under `Content/` that it stands in; empty at the top.
    var folder: String { SectionTree.parent(of: contentPath) }

    /// The file's name without its ending.
    var stem: String {
        let name = contentPath.split(separator: "/").last.map(String.init) ?? contentPath
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    /// Whether it is the page of its folder rather than a page in it.
    var isFolderPage: Bool { stem == "index" || stem == "_index" }

    /// Its file's name, or its folder's for `index.md`, without a date in front.
    var undatedName: String { DatedName(contentPath: contentPath).name }

    /// The title that its front matter or its first heading gives it.
    var givenTitle: String? {
        [frontMatter.title, outline.title].lazy.compactMap { $0 }
            .first { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The file as a whole, for problems that belong to no line of it.
    var start: SourceLocation { SourceLocation(path: source.path) }
}

/// A file's or bundle's name that may begin with a date: `2014-04-28-verizon.md`.
struct DatedName {
    let name: String
    let date: PublicationDate?

    init(contentPath: String) {
        let parts = contentPath.split(separator: "/")
        let file = parts.last ?? ""
        let stem = file.hasSuffix(".md") ? file.dropLast(3) : file
        let whole = stem == "index" ? String(parts.dropLast().last ?? "") : String(stem)
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
