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
        /// What stands on a page, with places for what the site knows.
        let markup: PreparedMarkup
        /// Without its prose, of which nothing but `unverified` is asked.
        let outline: Outline
        /// The numbers of the text that no fact or claim covers.
        let unverified: [UnverifiedNumber]
        /// One for each figure block of the outline; nil for one that is not understood.
        let figures: [ArticleFigure?]
        /// What it was made from; nil where it is read again for the few who ask.
        fileprivate let source: ArticleSource?

        init(
            markup: PreparedMarkup, outline: Outline, unverified: [UnverifiedNumber],
            figures: [ArticleFigure?], source: ArticleSource?
        ) {
            self.markup = markup
            self.outline = outline
            self.unverified = unverified
            self.figures = figures
            self.source = source
        }

        fileprivate func with(_ markup: PreparedMarkup) -> Content {
            Content(
                markup: markup, outline: outline, unverified: unverified, figures: figures, source: source)
        }
    }

    /// Where it is found when somebody asks for it.
    enum Origin: Sendable {
        case memory(Content, ArticleSource)
        /// A file, by its path, and the digest of what it said.
        case file(String, SHA256, ArticleReading)

        fileprivate var content: Content {
            switch self {
            case .memory(let content, _): content
            case .file(let path, let digest, let reading): reading.content(of: path, digest)
            }
        }

        fileprivate var source: ArticleSource {
            switch self {
            case .memory(_, let source): source
            case .file(let path, let digest, let reading): reading.source(of: path, digest)
            }
        }
    }

    /// Whether it is what an earlier process has understood.
    let isKept: Bool
    private let present: Mutex<Content?>
    private let origin: Origin

    /// - Parameter content: nil for what an earlier process has understood, which is read for the first who asks
    init(_ content: Content?, from origin: Origin) {
        isKept = content == nil
        present = Mutex(content)
        self.origin = origin
    }

    var content: Content {
        present.withLock { present in
            if let present { return present }
            let content = origin.content
            present = content
            return content
        }
    }

    /// Asked for by what looks at a text once more: facts, figures, and what is wrong with it.
    var source: ArticleSource { present.withLock { $0?.source } ?? origin.source }

    /// Gives up what is held of it.
    func putAway() { present.withLock { $0 = nil } }

    /// Holds it in memory of its own.
    func separate() { present.withLock { $0 = $0.map { $0.with($0.markup.separate) } } }

    /// Holds texts that are put away one soon after the other in one piece of memory.
    static func gather(_ texts: [ArticleText]) {
        let contents = texts.map { text in text.present.withLock { $0 } }
        let markups = PreparedMarkup.joined(contents.map { $0?.markup ?? PreparedMarkup() })
        for (text, (content, markup)) in zip(texts, zip(contents, markups)) {
            text.present.withLock { $0 = content?.with(markup) }
        }
    }
}
