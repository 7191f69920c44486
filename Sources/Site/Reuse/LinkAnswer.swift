import Synchronization

/// A destination as it stands on a page, in a Markdown file or in a template.
struct LinkQuestion: Sendable, Hashable {
    let destination: String
    /// The Markdown file that it stands in, relative to `Content/`.
    let source: String?
}

/// Where it led. What is said of one that led nowhere is no part of it.
enum LinkAnswer: Sendable, Hashable {
    case outside, nowhere
    case inside(SiteAddress, query: String, fragment: String?)

    init(_ target: SiteMap.Target) {
        switch target {
        case .outside: self = .outside
        case .inside(let address, let query, let fragment):
            self = .inside(address, query: query, fragment: fragment)
        case .dead, .refused: self = .nowhere
        }
    }
}

/// Takes down what the links of one page asked the map of the site.
final class LinkLog: Sendable {
    private let notes = Mutex<[LinkQuestion: LinkAnswer]>([:])

    var answers: [LinkQuestion: LinkAnswer] { notes.withLock { $0 } }

    func add(_ question: LinkQuestion, _ answer: SiteMap.Target) {
        notes.withLock { $0[question] = LinkAnswer(answer) }
    }
}
