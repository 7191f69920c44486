import Markup

/// What is done to every finished page: the digests of style sheets and scripts are written into the tags that
/// load them, so that a browser refuses others, and where the site wants it, white space is taken out.
struct PageFinish: Sendable {
    /// By the address as pages write it; empty for a site that is opened as files, where browsers refuse digests.
    private let integrity: [String: String]
    private let isMinified: Bool
    /// The addresses, plain and as HTML.
    private let marks: Set<[UInt8]>

    init(_ assets: AssetCatalogue, siteMap: SiteMap, settings: SiteSettings) {
        isMinified = settings.publication.isMinified
        guard settings.baseURL != nil else {
            integrity = [:]
            marks = []
            return
        }
        let loaded = assets.files.filter { file in
            [".css", ".js"].contains { file.address.text.hasSuffix($0) }
        }
        let files =
            loaded.map { ($0.address, $0.bytes) } + (SearchPage.script.map { [($0.address, $0.bytes)] } ?? [])
        integrity = Dictionary(
            files.map { (siteMap.rooted($0), "sha256-\(SHA256(of: $1).base64)") }
        ) { first, _ in first }
        marks = Set(integrity.keys.flatMap { [Array($0.utf8), Markup(text: $0).bytes] })
    }

    func finish(_ page: [UInt8]) -> [UInt8] {
        guard isMinified || loadsDigested(page) else { return page }
        var result: [UInt8] = []
        result.reserveCapacity(page.count + 512)
        var openPre = 0
        for piece in HTMLScanner(page) {
            switch piece {
            case .tag(let tag):
                if isMinified, tag.name == "pre" { openPre = max(0, openPre + (tag.isEnd ? -1 : 1)) }
                append(tag, of: page, to: &result)
            case .text(let range):
                if isMinified, openPre == 0 {
                    appendCollapsed(page[range], to: &result)
                } else {
                    result += page[range]
                }
            case .comment(let range):
                if !isMinified || !page[range].starts(with: "<!--".utf8) { result += page[range] }
            case .raw(let range): result += page[range]
            }
        }
        return result
    }

    /// Whether the page names a file that has a digest; one that does not is as it will be.
    private func loadsDigested(_ page: [UInt8]) -> Bool { marks.contains { page.contains($0) } }

    private func append(_ tag: HTMLTag, of page: [UInt8], to result: inout [UInt8]) {
        let isLink = tag.name == "link"
        guard isLink || tag.name == "script", !tag.isEnd, tag.attribute("integrity", in: page) == nil,
            let address = tag.attribute(isLink ? "href" : "src", in: page),
            let digest = integrity[plainText(ofHTML: Array(address.utf8)[...])]
        else {
            result += page[tag.range]
            return
        }
        result += page[tag.range].dropLast()
        result += " integrity=\"\(digest)\">".utf8
    }

    /// Each run of white space as one line end or one space, which a browser shows alike outside `pre`.
    private func appendCollapsed(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var rest = text
        while let byte = rest.first {
            guard isBlank(byte) else {
                result.append(byte)
                rest = rest.dropFirst()
                continue
            }
            let run = rest.prefix(while: isBlank)
            result.append(run.contains(0x0A) ? 0x0A : 0x20)
            rest = rest.dropFirst(run.count)
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }
}
