/// What a page was made from, each in its version; found out while the page was rendered.
struct PageTrace: Sendable {
    /// Of what the page alone has beside its text: its row, what it says of itself, its place among the others.
    let own: SHA256
    let inputs: [Input: SHA256]
    /// What it asked the map of the site, and was told.
    let links: [LinkQuestion: LinkAnswer]

    /// What of it is not as it was; nil where all of it is, so that the page would come out the same.
    ///
    /// - Parameter isSameMap: whether no address of the site has changed, so that the links need not be asked again
    func change(
        for own: SHA256, _ versions: InputVersions, on page: SiteAddress, _ siteMap: SiteMap, isSameMap: Bool
    ) -> RenderReason? {
        if own != self.own { return .own }
        if let (input, _) = inputs.first(where: { versions[$0.key] != $0.value }) { return .input(input) }
        if isSameMap { return nil }
        let moved = links.first { question, answer in
            LinkAnswer(siteMap.target(of: question.destination, on: page, source: question.source)) != answer
        }
        return moved.map { .link($0.key.destination) }
    }
}
