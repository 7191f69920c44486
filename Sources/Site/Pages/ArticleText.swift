import Claims
import Diagnostics
import Markdown
import Synchronization

/// A Markdown file's text, understood as far as it can be without the site around it.
///
/// It can be put away and is then read again when somebody asks for it, as is the text of a file that an earlier
/// build has understood: a page that is made already, or taken over, needs none.
final class ArticleText: Sendable {
    final class Content: Sendable {
        /// The file's text with those of the files that it includes.
        let source: SourceText
        /// The text as it stands in its file.
        let file: SourceText
        /// Where the Markdown begins, after the front matter.
        let bodyOffset: Int
        /// How the text is read.
        let options: MarkdownOptions
        /// Without its prose, of which nothing but `unverified` is asked.
        let outline: Outline
        /// The numbers of the text that no fact or claim covers.
        let unverified: [UnverifiedNumber]
        /// One for each figure block of the outline; nil for one that is not understood.
        let figures: [ArticleFigure?]

        init(
            source: SourceText, file: SourceText, bodyOffset: Int, options: MarkdownOptions, outline: Outline,
            unverified: [UnverifiedNumber], figures: [ArticleFigure?]
        ) {
            self.source = source
            self.file = file
            self.bodyOffset = bodyOffset
            self.options = options
            self.outline = outline
            self.unverified = unverified
            self.figures = figures
        }
    }

    /// Whether it is what an earlier process has understood.
    let isKept: Bool
    private let present: Mutex<Content?>
    private let read: @Sendable () -> Content

    /// - Parameter read: reads it again; nil for one that stays
    init(_ content: Content, read: (@Sendable () -> Content)? = nil) {
        isKept = false
        present = Mutex(content)
        self.read = read ?? { content }
    }

    /// - Parameter read: reads it for the first who asks
    init(reading read: @escaping @Sendable () -> Content) {
        isKept = true
        present = Mutex(nil)
        self.read = read
    }

    var content: Content {
        present.withLock { present in
            if let present { return present }
            let content = read()
            present = content
            return content
        }
    }

    /// Gives up what is held of it.
    func putAway() { present.withLock { $0 = nil } }
}
