import Charts
import Diagnostics
import Templates

/// The files that are published as they are. Style sheets and scripts get a part of their digest into
/// their names, so that a host may let browsers keep them for ever.
struct AssetCatalogue: Sendable {
    struct File: Sendable, Hashable {
        /// The file it was read from; nil for sitegen's own.
        let path: String?
        let address: SiteAddress
        let bytes: [UInt8]
    }

    let files: [File]
    /// From files' paths below `Content/` to where they are published.
    let addressesBySource: [(String, SiteAddress)]
    /// What templates know as `assets`: addresses by kind and stem, `assets.css.main`.
    let record: TemplateValue
    /// The style sheet of the charts.
    let chartStyle: SiteAddress?
    /// How large the pictures among the files are, where these say.
    let pictureSizes: [SiteAddress: PictureSize]

    init(
        _ assets: [SiteSources.Asset], stylesheet: String = Stylesheet.page(),
        isMinified: Bool = false, reporting diagnostics: inout [Diagnostic]
    ) {
        var files: [File] = []
        // A site may add a sheet of its own to the standard templates.
        var styles: [(String, TemplateValue)] = [("custom", .absent)]
        var scripts: [(String, TemplateValue)] = []
        var sources: [(String, SiteAddress)] = []
        var all = assets
        if let address = SiteAddress("/assets/charts.css"), !assets.contains(where: { $0.address == address })
        {
            all.append(SiteSources.Asset(path: "", address: address, bytes: Array(stylesheet.utf8)))
        }
        var styleSheets = LinkedStyleSheets(all, isMinified: isMinified)
        for asset in all {
            let isStyleSheet = asset.address.text.hasSuffix(".css")
            let file =
                isStyleSheet
                ? styleSheets.file(of: asset, reporting: &diagnostics)
                : File(hashing: asset, bytes: asset.bytes)
            let address = file.address
            if asset.path.hasPrefix("Content/") {
                sources.append((String(asset.path.dropFirst("Content/".count)), address))
            }
            files.append(file)
            let name = String(asset.address.text.lastPart)
            if name.hasSuffix(".css") { styles.append((String(name.dropLast(4)), .text(address.text))) }
            if name.hasSuffix(".js") { scripts.append((String(name.dropLast(3)), .text(address.text))) }
        }
        self.files = files
        addressesBySource = sources
        chartStyle = files.map(\.address).first { $0.text.hasPrefix("/assets/charts.") }
        pictureSizes = Dictionary(
            files.compactMap { file in PictureSize(of: file.bytes).map { (file.address, $0) } }
        ) { first, _ in first }
        record = ["css": .record(TemplateRecord(styles)), "js": .record(TemplateRecord(scripts))]
    }

}

extension AssetCatalogue.File {
    /// `/assets/main.3f2a91c0.css`; other files keep their names, because pages and feeds name them.
    init(hashing asset: SiteSources.Asset, bytes: [UInt8]) {
        path = asset.path.isEmpty ? nil : asset.path
        self.bytes = bytes
        let text = asset.address.text
        guard let ending = [".css", ".js"].first(where: text.hasSuffix),
            let hashed = SiteAddress(
                text.dropLast(ending.count) + ".\(SHA256(of: bytes).hex.prefix(8))" + ending)
        else {
            address = asset.address
            return
        }
        address = hashed
    }
}
