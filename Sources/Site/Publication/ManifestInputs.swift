import Datasets
import Diagnostics

/// The files that each file of a site was made from, by what was read while it was made; the settings, which
/// all have in common, are left out.
struct ManifestInputs {
    let site: ResolvedSite
    let pages: [RenderedPage]
    let catalogue: FigureCatalogue
    /// The files that are asked for.
    let asked: Set<SitePath>

    /// In order and each once, as paths in the site's folder.
    func byFile() async -> [SitePath: [String]] {
        let hasCards = site.renderer.hasCards
        let pages = pages.lazy.map { page in
            (
                page: page, file: page.plan.address.file,
                card: hasCards ? PageCard.address(of: page.plan)?.file : nil
            )
        }
        .filter { asked.contains($0.file) || $0.card.map(asked.contains) == true }
        let ofPages = await parallelMap(Array(pages)) { page, file, card in
            (file, card, Self.ordered(sources(of: page)))
        }
        var inputs: [SitePath: [String]] = [:]
        inputs.reserveCapacity(ofPages.count)
        for (file, card, sources) in ofPages {
            inputs[file] = sources
            if let card { inputs[card] = sources }
        }
        for (files, sources) in figureInputs {
            let ordered = Self.ordered(sources)
            for file in files { inputs[file] = inputs[file].map { Self.ordered($0 + sources) } ?? ordered }
        }
        for asset in site.assets.files {
            if let path = asset.path { inputs[asset.address.file] = [path] }
        }
        for resource in site.data.package.resources {
            for ending in ["csv", "json"] {
                guard let address = SiteAddress("/data/\(resource.name).\(ending)") else { continue }
                inputs[address.file] = [SiteData.dataFolder + resource.path]
            }
        }
        return inputs
    }

    /// Each once.
    private static func ordered(_ paths: [String]) -> [String] { Set(paths).sorted() }

    private func sources(of page: RenderedPage) -> [String] {
        let parts = page.reading.parts.compactMap(\.location?.path)
        let figures = page.figures.map(\.location.path)
        return (page.plan.article?.paths ?? []) + page.reading.templates + parts + figures
            + data(behind: page.reading.tables)
    }

    /// The pages and the files of each figure.
    private var figureInputs: [(files: [SitePath], sources: [String])] {
        guard !catalogue.entries.isEmpty else { return [] }
        let parts = pages.lazy.filter { !$0.figures.isEmpty }.flatMap(\.reading.parts).filter {
            $0.kind == .figure
        }
        let readings = Dictionary(parts.map { ($0.name, $0.reading.tables) }) { first, _ in first }
        return catalogue.entries.map { entry in
            let figure = entry.figure
            let sources = [figure.location.path] + data(behind: readings[figure.name] ?? [])
            let addresses = figure.addresses
            let made =
                [addresses.page, addresses.embed, addresses.oEmbed]
                + FigureFile.allCases.filter(figure.offers).map { addresses[$0] }
                + [SiteAddress(addresses.page.text + "card.png")].compactMap(\.self)
            return (made.map(\.file), sources)
        }
    }

    /// The files of tables and views.
    private func data(behind tables: Set<String>) -> [String] {
        guard !tables.isEmpty else { return [] }
        let database = site.data.database
        let behind = database.tables(behind: tables)
        return database.tables.filter { behind.contains($0.name) }.compactMap(\.path)
    }
}
