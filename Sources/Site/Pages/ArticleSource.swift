import Diagnostics

/// What a Markdown file says, byte by byte.
struct ArticleSource: Sendable {
    /// As it stands in the file.
    let file: SourceText
    /// With the texts of the files that it includes.
    let text: SourceText

    /// - Parameter block: where its front matter stands
    init(
        _ file: SourceText, _ block: FrontMatterBlock, parts: [String: SourceText],
        reporting diagnostics: inout [Diagnostic]
    ) {
        self.file = file
        text = Inclusion.text(of: file, from: block.bodyOffset, parts: parts, reporting: &diagnostics)
    }
}
