import Synchronization

/// What a page was made from, each in its version; found out while the page was rendered.
struct PageTrace: Sendable {
    /// Of what the page alone has beside its text: its row, what it says of itself, its place among the others.
    let own: SHA256
    let inputs: [Input: SHA256]
    /// What it asked the map of the site, and was told.
    let links: [LinkQuestion: SiteMap.Target]

    /// Why a page is not as it was.
    enum Change: Sendable, Hashable {
        case text
        case own
        case input(Input)
        case link(String)
    }

    /// The first of its inputs that has changed; nil where none has.
    func change(
        to own: SHA256, _ versions: InputVersions, on page: SiteAddress, _ siteMap: SiteMap,
        isSameMap: Bool
    ) -> Change? {
        if own != self.own { return .own }
        if let input = inputs.filter({ versions[$0.key] != $0.value }).keys.min(by: {
            $0.description < $1.description
        }) {
            return .input(input)
        }
        guard !isSameMap else { return nil }
        let changed = links.filter { question, answer in
            siteMap.target(of: question.destination, on: page, source: question.source) != answer
        }
        return changed.keys.map(\.destination).min().map(Change.link)
    }
}

extension PageTrace.Change: CustomStringConvertible {
    var description: String {
        switch self {
        case .text: "its text"
        case .own: "what it says of itself, or its place among the pages"
        case .input(let input): input.description
        case .link(let destination): "its link to '\(destination)'"
        }
    }
}

/// A destination as it stands on a page, in a Markdown file or in a template.
struct LinkQuestion: Sendable, Hashable {
    let destination: String
    /// The Markdown file that it stands in, relative to `Content/`.
    let source: String?
}

/// Takes down what the links of one page asked the map of the site.
final class LinkLog: Sendable {
    private let notes = Mutex<[LinkQuestion: SiteMap.Target]>([:])

    var questions: [LinkQuestion: SiteMap.Target] { notes.withLock { $0 } }

    func add(_ question: LinkQuestion, _ answer: SiteMap.Target) {
        notes.withLock { $0[question] = answer }
    }
}
