import Charts
import Diagnostics

/// The picture of a page for previews of links to it: its first chart under its title, or its own title.
struct PageCard {
    let page: PagePlan
    let figures: [Figure]
    let settings: SiteSettings

    /// Beside the page; nil for a page that has a picture of its own, or that nobody should link to.
    static func address(of page: PagePlan) -> SiteAddress? {
        guard page.isListed, page.frontMatter.image == nil else { return nil }
        let text = page.address.text
        if page.address.isFolder { return SiteAddress(text + "card.png") }
        let stem = text.hasSuffix(".html") ? text.dropLast(".html".count) : text[...]
        return SiteAddress(stem + ".card.png")
    }

    var svg: [UInt8] {
        let matter = page.frontMatter
        let isHome = page.kind == .home
        return LinkCard(
            title: page.title, words: matter.description ?? (isHome ? settings.description : nil) ?? "",
            site: isHome ? settings.baseURL.map { String($0.host) } ?? "" : settings.title,
            date: matter.date?.text ?? ""
        ).svg(showing: chart)
    }

    private var chart: Chart? {
        figures.lazy.compactMap { figure in
            if case .chart(let chart) = figure.content { chart } else { nil }
        }.first
    }
}

extension SiteSettings {
    /// Previews need the whole address of a picture, and with it that of the site.
    var wantsCards: Bool { publication.hasCards && baseURL != nil }
}

extension PageRenderer {
    /// Whether pages have cards: the machine can make pictures.
    var hasCards: Bool { settings.wantsCards && figureFiles.contains(.png) }

    /// A picture that the front matter names and that is not there is told of at its line.
    func checkPreview(
        of plan: PagePlan, _ links: inout PageLinks, reporting diagnostics: inout [Diagnostic]
    ) {
        guard let image = plan.frontMatter.image, let article = plan.article,
            let location = plan.frontMatter.location(of: "image")
        else { return }
        _ = links.written(image, at: location, in: article, reporting: &diagnostics)
    }

    /// The picture that a page shows where a link to it is shown.
    func preview(of page: PagePlan) -> HeadMarkup.Preview? {
        if let image = page.frontMatter.image { return preview(image, of: page) }
        guard hasCards, let address = PageCard.address(of: page).flatMap(siteMap.absolute) else { return nil }
        return HeadMarkup.Preview(
            address: address, width: LinkCard.width, height: LinkCard.height, description: page.title)
    }

    /// The page's own picture, with its size where it is a file of the site.
    private func preview(_ image: String, of page: PagePlan) -> HeadMarkup.Preview? {
        let target = siteMap.target(of: image, on: page.address, source: page.article?.contentPath)
        switch target {
        case .inside(let address, _, _):
            guard let absolute = siteMap.absolute(address) else { return nil }
            let size = pictureSizes[address]
            return HeadMarkup.Preview(
                address: absolute, width: size?.width, height: size?.height, description: page.title)
        case .outside:
            return HeadMarkup.Preview(address: image, width: nil, height: nil, description: page.title)
        case .dead, .refused: return nil
        }
    }
}
