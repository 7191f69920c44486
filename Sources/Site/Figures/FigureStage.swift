/// The second stage of rendering: the pages and files of the figures that the first stage drew.
struct FigureStage: Sendable {
    let renderer: PageRenderer
    let catalogue: FigureCatalogue

    struct Result: Sendable {
        var pages: [RenderedPage] = []
        var files: [RenderedSite.File] = []
        var pictures: [RenderedSite.Picture] = []

        var fileAddresses: Set<SiteAddress> { Set(files.map(\.address) + pictures.map(\.address)) }
    }

    /// - Parameter planned: the addresses of the author's own pages, which may have a list of the figures
    func render(beside planned: Set<SiteAddress>) async -> Result {
        guard !catalogue.entries.isEmpty else { return Result() }
        let pages = FigurePages(renderer: renderer, files: renderer.figureFiles)
        let parts = await parallelMap(catalogue.entries, grain: 8) { part(of: $0, pages) }
        var result = Result()
        for part in parts {
            result.pages += part.pages
            result.files += part.files
            result.pictures += part.pictures
        }
        if let index = FigureAddresses.index, !planned.contains(index) {
            result.pages.append(pages.index(of: catalogue, at: index))
        }
        return result
    }

    private func part(of entry: FigureCatalogue.Entry, _ pages: FigurePages) -> Result {
        let figure = entry.figure
        var result = Result(pages: pages.pages(of: entry))
        for file in renderer.figureFiles where figure.offers(file) {
            guard let bytes = figure.bytes(of: file) else { continue }
            result.files.append(RenderedSite.File(address: figure.addresses[file], bytes: bytes))
            if file == .svg, renderer.figureFiles.contains(.png) {
                result.pictures.append(RenderedSite.Picture(address: figure.addresses[.png], svg: bytes))
            }
        }
        result.files.append(
            RenderedSite.File(address: figure.addresses.oEmbed, bytes: pages.oEmbed(of: entry)))
        return result
    }
}
