import Synchronization

/// What a page was made from, each in its version; found out while the page was rendered.
struct PageTrace: Sendable {
    /// Of what the page alone has beside its text: its row, what it says of itself, its place among the others.
    let own: SHA256
    let inputs: [Input: SHA256]
    /// What it asked the map of the site, and was told.
    let links: [LinkQuestion: SiteMap.Target]

    /// Whether all of that is as it was, so that the page would come out the same.
    ///
    /// - Parameter isSameMap: whether no address of the site has changed, so that the links need not be asked again
    func holds(
        for own: SHA256, _ versions: InputVersions, on page: SiteAddress, _ siteMap: SiteMap, isSameMap: Bool
    ) -> Bool {
        own == self.own && inputs.allSatisfy { versions[$0.key] == $0.value }
            && (isSameMap
                || links.allSatisfy { question, answer in
                    siteMap.target(of: question.destination, on: page, source: question.source) == answer
                })
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
