import Claims
import Diagnostics

/// The whole site as it will be written: every file once, and the numbers for the last line.
struct RenderedSite: Sendable {
    struct File: Sendable, Hashable {
        let address: SiteAddress
        let content: FileContent

        init(address: SiteAddress, _ content: FileContent) {
            self.address = address
            self.content = content
        }

        init(address: SiteAddress, bytes: [UInt8]) { self.init(address: address, .made(bytes)) }

        init(_ page: RenderedPage) { self.init(address: page.plan.address, page.content) }

        var bytes: [UInt8] { content.bytes }
    }

    /// Ordered by path.
    let files: [File]
    let chartCount: Int
    let tableCount: Int
    /// The pages, those of the figures last.
    let pages: [RenderedPage]
    let catalogue: FigureCatalogue
    let statements: StatementCheck
    let unverified: [UnverifiedNumber]
    /// The charts of which there are pictures, with the SVG that each is made of.
    let pictures: [Picture]
    /// Whether links to its pages are to be shown with a picture, where the machine can make some.
    let wantsCards: Bool
    /// Whether copies are written that a host may send compressed.
    let isCompressed: Bool
    /// For the next build of the same process.
    let memory: BuildMemory

    /// A picture to be made when the site is written.
    struct Picture: Sendable {
        let address: SiteAddress
        let svg: [UInt8]
        /// Of the SVG.
        let drawing: SHA256
        /// How many pixels a unit of the drawing takes.
        let zoom: Int

        init(address: SiteAddress, svg: [UInt8], zoom: Int = PictureProgram.zoom) {
            self.address = address
            self.svg = svg
            self.zoom = zoom
            drawing = SHA256(of: svg)
        }
    }

    /// Two different files at one address are an error.
    init(
        pages: [RenderedPage], statements: StatementCheck, figures: FigureStage.Result,
        catalogue: FigureCatalogue,
        publication: [File], cards: [Picture], site: ResolvedSite, memory: BuildMemory,
        reporting diagnostics: inout [Diagnostic]
    ) {
        // Two planned pages at one address were reported when they were planned.
        let made =
            figures.files + publication
            + site.data.downloads.files.map { File(address: $0.address, bytes: $0.bytes) }
        let assets = site.assets.files.map { File(address: $0.address, bytes: $0.bytes) }
        let all = (pages + figures.pages).map(File.init) + made + assets
        let known = site.edited == nil ? nil : site.earlier?.gathered
        let gathered =
            known.flatMap { $0.holds(for: all) ? $0 : nil }
            ?? FileGathering.Result(
                of: pages.map { FileGathering.Source($0, reportsCollisions: false) }
                    + figures.pages.map { FileGathering.Source($0, reportsCollisions: true) }
                    + made.map { FileGathering.Source($0, from: nil) }
                    + zip(assets, site.assets.files).map { FileGathering.Source($0, from: $1.path) })
        diagnostics += gathered.problems
        files = gathered.order.map { all[$0] }
        self.pages = pages + figures.pages
        self.catalogue = catalogue
        pictures = figures.pictures + cards
        wantsCards = site.settings.wantsCards
        isCompressed = site.settings.publication.isCompressed
        let drawn = pages.flatMap(\.figures)
        chartCount = drawn.count { $0.kind == .chart }
        tableCount = drawn.count { $0.kind == .table }
        self.statements = statements
        unverified = pages.flatMap(\.unverified)
        var memory = memory
        memory.gathered = gathered
        self.memory = memory
    }
}
