/// The second stage of rendering: the pages and files of the figures that the first stage drew.
struct FigureStage: Sendable {
    let renderer: PageRenderer
    let catalogue: FigureCatalogue
    let reuse: PageReuse?

    struct Result: Sendable {
        var pages: [RenderedPage] = []
        var files: [RenderedSite.File] = []
        var pictures: [RenderedSite.Picture] = []
        /// By the figures' names, for a later build.
        var parts: [String: Part] = [:]

        var fileAddresses: Set<SiteAddress> { Set(files.map(\.address) + pictures.map(\.address)) }
    }

    /// What one figure has for itself.
    struct Part: Sendable {
        let figure: Figure
        var pages: [RenderedPage]
        var files: [RenderedSite.File] = []
        var pictures: [RenderedSite.Picture] = []
        /// The versions of what it was made from beside the figure itself.
        var trace: PageTrace?
        /// What is kept of it on the disk.
        var kept: KeptFigure?
    }

    /// - Parameter planned: the author's own pages, which may have a list of the figures among them
    func render(beside planned: [RenderedPage]) async -> Result {
        guard !catalogue.entries.isEmpty else { return Result() }
        let pages = FigurePages(renderer: renderer, files: renderer.figureFiles)
        let list = beside { index(pages, beside: planned) }
        let kept = Set(planned.lazy.filter(\.isReused).map(\.plan.address))
        let parts = await parallelMap(catalogue.entries, grain: 4) { entry in
            let isSame = entry.pages.first.map { kept.contains($0.address) } ?? false
            return reuse?.part(of: entry, pages, isSameFigure: isSame) { part(of: entry, pages) }
                ?? part(of: entry, pages)
        }
        var result = Result()
        for (entry, part) in zip(catalogue.entries, parts) {
            result.pages += part.pages
            result.files += part.files
            result.pictures += part.pictures
            result.parts[entry.figure.name] = part
        }
        if let index = await list.value { result.pages.append(index) }
        return result
    }

    /// The list of the figures, where the author has none.
    private func index(_ pages: FigurePages, beside planned: [RenderedPage]) -> RenderedPage? {
        guard let index = FigureAddresses.index, !planned.contains(where: { $0.plan.address == index }) else {
            return nil
        }
        return pages.index(of: catalogue, at: index)
    }

    private func part(of entry: FigureCatalogue.Entry, _ pages: FigurePages) -> Part {
        let figure = entry.figure
        var part = Part(figure: figure, pages: pages.pages(of: entry))
        for file in renderer.figureFiles where figure.offers(file) {
            guard let bytes = figure.bytes(of: file) else { continue }
            part.files.append(RenderedSite.File(address: figure.addresses[file], bytes: bytes))
            if file == .svg, renderer.figureFiles.contains(.png) {
                part.pictures.append(RenderedSite.Picture(address: figure.addresses[.png], svg: bytes))
            }
        }
        part.files.append(
            RenderedSite.File(address: figure.addresses.oEmbed, bytes: pages.oEmbed(of: entry)))
        return part
    }
}
