import Diagnostics

/// How the Markdown files of a site are read. A class, because every text that may be read again holds it.
final class ArticleReading: Sendable {
    let files: SourceFiles
    let settings: SiteSettings
    /// The files that others include, by path.
    let parts: [String: SourceText]
    /// Whether texts are understood for another process too.
    let isForDisk: Bool
    /// Whether what nobody is likely to ask for is read again for those who do.
    let putsTextsAway: Bool
    private let staleness: Staleness

    init(_ sources: SiteSources, _ settings: SiteSettings, _ options: BuildOptions) {
        files = SourceFiles(root: options.source)
        parts = sources.parts
        isForDisk = options.remembering == .nextProcess
        putsTextsAway = isForDisk && options.putsTextsAway
        staleness = options.staleness
        self.settings = settings
    }

    func article(of file: SourceText) -> ParsedArticle { ParsedArticle(file, by: self) }

    /// A text that was left unread and is asked for after all; one that is gone by now has the build begun anew.
    func article(at path: String) -> ParsedArticle {
        let file = file(at: path)
        if file == nil { staleness.find() }
        return article(of: file ?? SourceText(path: path, bytes: []))
    }

    /// A text that was read before, once more.
    func content(of path: String, _ digest: SHA256) -> ArticleText.Content {
        article(of: file(at: path, digest)).article.text.content
    }

    /// What a file that was read before says.
    func source(of path: String, _ digest: SHA256) -> ArticleSource {
        var ignored: [Diagnostic] = []
        let file = file(at: path, digest)
        return ArticleSource(
            file, FrontMatterBlock(in: file, reporting: &ignored), parts: parts, reporting: &ignored)
    }

    /// A file that was read before; one that is other than it was has the build begun anew.
    private func file(at path: String, _ digest: SHA256) -> SourceText {
        let file = file(at: path)
        if file.map({ SHA256(of: $0.bytes) }) != digest { staleness.find() }
        return file ?? SourceText(path: path, bytes: [])
    }

    /// Nil for what cannot be read.
    func file(at path: String) -> SourceText? {
        var ignored: [Diagnostic] = []
        return files.text(of: path, limit: .markdown, reporting: &ignored)
    }
}
