import Diagnostics
import Markdown

/// A Markdown file of the site, read and parsed, but not yet rendered.
struct Article: Sendable {
    let source: SourceText
    /// Relative to `Content/`: `articles/verizon.md`.
    let contentPath: String
    /// Where the Markdown begins, after the front matter.
    let bodyOffset: Int
    let frontMatter: FrontMatter
    let outline: Outline
    /// One for each figure block of the outline; nil for one that is not understood.
    let figures: [ArticleFigure?]

    /// The folder under `Content/` that it stands in; empty at the top.
    var folder: String {
        contentPath.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// The file's name without its ending.
    var stem: String {
        let name = contentPath.split(separator: "/").last.map(String.init) ?? contentPath
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    /// Whether it is the page of its folder rather than a page in it.
    var isFolderPage: Bool { stem == "index" || stem == "_index" }
}
