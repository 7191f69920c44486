/// What a page was made from, each in its version; found out while the page was rendered.
struct PageTrace: Sendable {
    /// Of what the page alone has beside its text: its row, what it says of itself, its place among the others.
    let own: SHA256
    let inputs: [Input: SHA256]
    /// What it asked the map of the site, and was told.
    let links: [LinkQuestion: LinkAnswer]

    /// Whether all of that is as it was, so that the page would come out the same.
    ///
    /// - Parameter isSameMap: whether no address of the site has changed, so that the links need not be asked again
    func holds(
        for own: SHA256, _ versions: InputVersions, on page: SiteAddress, _ siteMap: SiteMap, isSameMap: Bool
    ) -> Bool {
        own == self.own && inputs.allSatisfy { versions[$0.key] == $0.value }
            && (isSameMap
                || links.allSatisfy { question, answer in
                    LinkAnswer(siteMap.target(of: question.destination, on: page, source: question.source))
                        == answer
                })
    }
}
