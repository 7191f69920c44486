/// What can be downloaded beside a figure.
enum FigureFile: String, Sendable, Hashable, CaseIterable {
    case csv, json, svg, png

    func label(in format: LanguageFormat) -> String {
        switch self {
        case .csv: format.word("data_csv")
        case .json: "JSON"
        case .svg: format.word("picture_svg")
        case .png: "PNG"
        }
    }

    var path: String {
        switch self {
        case .csv: "data.csv"
        case .json: "data.json"
        case .svg: "chart.svg"
        case .png: "chart.png"
        }
    }
}

/// Where a figure's own page and files stand: below `/charts/NAME/`.
struct FigureAddresses: Sendable, Hashable {
    let page: SiteAddress
    let embed: SiteAddress
    let oEmbed: SiteAddress
    private let files: [FigureFile: SiteAddress]

    /// The page that lists all figures.
    static let index = SiteAddress("/charts/")

    /// Nil where the name cannot stand in an address.
    init?(of name: String) {
        let folder = "/charts/\(name)/"
        guard let page = SiteAddress(folder), let embed = SiteAddress(folder + "embed/"),
            let oEmbed = SiteAddress(folder + "oembed.json")
        else { return nil }
        self.page = page
        self.embed = embed
        self.oEmbed = oEmbed
        files = Dictionary(
            FigureFile.allCases.compactMap { file in SiteAddress(folder + file.path).map { (file, $0) } }
        ) { first, _ in first }
    }

    subscript(file: FigureFile) -> SiteAddress { files[file] ?? page }

    /// All of them, as the map of the site knows them.
    var all: [SiteAddress] { [page, embed, oEmbed] + FigureFile.allCases.map { self[$0] } }
}
