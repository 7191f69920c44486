import Diagnostics

/// Style sheets with the addresses in them written so that they hold wherever the site stands: relative, and
/// by the hashed names of other style sheets.
struct LinkedStyleSheets {
    private let assets: [SiteAddress: SiteSources.Asset]
    private let siteMap: SiteMap
    private let isMinified: Bool
    private var finished: [SiteAddress: AssetCatalogue.File] = [:]
    /// The style sheets being worked on, each named by the one before.
    private var path: [SiteAddress] = []

    init(_ assets: [SiteSources.Asset], isMinified: Bool) {
        self.isMinified = isMinified
        self.assets = Dictionary(assets.map { ($0.address, $0) }) { first, _ in first }
        siteMap = SiteMap(baseURL: nil, addresses: Set(assets.map(\.address)), pagesBySource: [:])
    }

    /// The file of a style sheet; what it names that the site does not have is an error at its line.
    mutating func file(
        of asset: SiteSources.Asset, reporting diagnostics: inout [Diagnostic]
    ) -> AssetCatalogue.File {
        if let file = finished[asset.address] { return file }
        path.append(asset.address)
        defer { path.removeLast() }
        var bytes: [UInt8] = []
        var written = 0
        for reference in StyleSheetReferences.references(in: asset.bytes) {
            guard let address = self.address(reference, in: asset, reporting: &diagnostics) else { continue }
            bytes += asset.bytes[written..<reference.range.lowerBound]
            bytes += address.utf8
            written = reference.range.upperBound
        }
        bytes += asset.bytes[written...]
        let file = AssetCatalogue.File(
            hashing: asset, bytes: isMinified ? SmallStyleSheet.of(bytes) : bytes)
        finished[asset.address] = file
        return file
    }

    /// Nil for an address that stays as it is.
    private mutating func address(
        _ reference: StyleSheetReferences.Reference, in sheet: SiteSources.Asset,
        reporting diagnostics: inout [Diagnostic]
    ) -> String? {
        guard !reference.address.isEmpty, !reference.address.hasPrefix("#") else { return nil }
        switch siteMap.target(of: reference.address, on: sheet.address) {
        // A style sheet runs nothing, and may well hold pictures as 'data:'.
        case .outside, .refused: return nil
        case .dead(let reason, let help):
            diagnostics.append(problem("dead-link", reference, in: sheet, reason, help))
            return nil
        case .inside(let address, let query, let fragment):
            var target = address
            if let other = assets[address], address.text.hasSuffix(".css") {
                guard !path.contains(address) else {
                    diagnostics.append(
                        problem(
                            "import-cycle", reference, in: sheet,
                            "this style sheet imports itself in a circle",
                            "take one of the '@import' lines out"))
                    return nil
                }
                target = file(of: other, reporting: &diagnostics).address
            }
            return siteMap.written(target, on: sheet.address) + query + (fragment.map { "#" + $0 } ?? "")
        }
    }

    private func problem(
        _ code: String, _ reference: StyleSheetReferences.Reference, in sheet: SiteSources.Asset,
        _ message: String, _ help: String?
    ) -> Diagnostic {
        let source = SourceText(path: sheet.path, bytes: sheet.bytes)
        var diagnostic = source.diagnostic(
            code, at: reference.range.lowerBound, length: reference.range.count, message)
        diagnostic.help = help
        return diagnostic
    }
}
