import Diagnostics

/// What is kept of the texts and pages of a site, so that the next process makes those anew that have to be.
///
/// Read from one file whose digest is known. Most of it stays as it is written until somebody asks for it.
final class KeptSite: Sendable {
    /// A text with which nothing was wrong.
    struct Text: Sendable {
        let digest: SHA256
        /// Where what is known of it stands.
        let face: Range<Int>
    }

    let occasion: BuildMemory.Occasion
    let state: SourceState
    /// The digests of the files that pages include.
    let parts: [String: SHA256]
    /// The names of the figures that stand on several pages and are the same on all of them.
    let agreedFigures: Set<String>
    /// What the pictures of the site were made of, by their addresses.
    let drawings: [SiteAddress: SHA256]
    /// Of the tables that programs printed, which no file of the site tells of.
    let printed: SHA256
    let versions: InputVersions
    let map: SHA256
    let anchors: [SiteAddress: Set<String>]
    /// The addresses of the files of each feed, by the page that it stands beside.
    let feeds: [SiteAddress: [SiteAddress]]
    let sitemap: (pages: SHA256, files: [SiteAddress])?
    let gathered: FileGathering.Result?
    private let bytes: [UInt8]
    private let texts: [String: Text]
    private let pages: [String: Range<Int>]
    private let figures: [String: Range<Int>]

    init(_ bytes: [UInt8]) throws(ArchiveDamage) {
        var archive = ArchiveReader(bytes)
        guard try archive.read(String.self) == Self.heading else { throw ArchiveDamage() }
        occasion = BuildMemory.Occasion(digest: try archive.read())
        state = try archive.read()
        parts = try archive.read()
        printed = try archive.read()
        versions = InputVersions(try archive.read())
        map = try archive.read()
        anchors = try archive.read([SiteAddress: [String]].self).mapValues { Set($0) }
        feeds = try archive.read()
        sitemap =
            try archive.read(Bool.self) ? (pages: try archive.read(), files: try archive.read()) : nil
        gathered =
            try archive.read(Bool.self)
            ? FileGathering.Result(addresses: try archive.read(), order: try archive.read()) : nil
        var texts: [String: Text] = [:]
        let count = max(0, try archive.read(Int.self))
        texts.reserveCapacity(min(count, bytes.count))
        for _ in 0..<count {
            let path = try archive.read(String.self)
            texts[path] = Text(digest: try archive.read(), face: try archive.passOver())
        }
        agreedFigures = Set(try archive.read([String].self))
        drawings = try archive.read()
        pages = try Self.passables(&archive)
        figures = try Self.passables(&archive)
        guard archive.isAtEnd else { throw ArchiveDamage() }
        self.bytes = bytes
        self.texts = texts
    }

    private static let heading = "sitegen pages 6"

    /// Where values stand that are written behind their lengths, by their names.
    private static func passables(
        _ archive: inout ArchiveReader
    ) throws(ArchiveDamage) -> [String: Range<Int>] {
        var found: [String: Range<Int>] = [:]
        let count = max(0, try archive.read(Int.self))
        found.reserveCapacity(count)
        for _ in 0..<count {
            let name = try archive.read(String.self)
            found[name] = try archive.passOver()
        }
        return found
    }

    func text(at path: String) -> Text? { texts[path] }

    func face(of text: Text) -> Article.Face? {
        var archive = ArchiveReader(bytes[...], text.face)
        return try? archive.read(Article.Face.self)
    }

    func page(at address: SiteAddress) -> KeptPage? {
        pages[address.text].flatMap { try? KeptPage(bytes, $0) }
    }

    func figure(named name: String) -> KeptFigure? {
        figures[name].flatMap { try? KeptFigure(bytes, $0) }
    }

    /// As it is written.
    func record(of text: Text) -> ArraySlice<UInt8> { bytes[text.face] }
}

extension KeptSite {
    /// As it is written to the disk.
    struct Archived: Sendable {
        let bytes: [UInt8]
        let digest: SHA256
    }

    /// What is kept of a build that ended well.
    ///
    /// - Parameters:
    ///   - drawings: what its pictures are made of
    ///   - state: the sources as they were before they were read
    static func archive(
        of build: SiteBuild.RenderedBuild, _ drawings: [SiteAddress: SHA256], state: SourceState
    ) async -> Archived {
        let (site, memory) = (build.resolved, build.site.memory)
        // Mostly nearly as much is kept as before.
        let last = site.earlier?.kept?.bytes.count ?? 0
        var archive = ArchiveWriter(capacity: last + last / 16)
        archive.write(heading)
        archive.write(memory.occasion.digest)
        archive.write(state)
        archive.write((memory.own?.sources.parts ?? [:]).mapValues { SHA256(of: $0.bytes) })
        archive.write(digest(ofPrinted: memory.own?.sources.dataFiles ?? [], beside: state))
        archive.write(memory.versions?.versions ?? [:])
        archive.write((site.edited == nil ? nil : site.earlier?.kept?.map) ?? site.siteMap.digest)
        archive.write(memory.anchors.mapValues(Array.init))
        archive.write(memory.feeds.mapValues { $0.map(\.address) })
        archive.write(memory.sitemap != nil)
        if let sitemap = memory.sitemap {
            archive.write(sitemap.pages)
            archive.write(sitemap.files.map(\.address))
        }
        let gathered = memory.gathered.flatMap { $0.problems.isEmpty ? $0 : nil }
        archive.write(gathered != nil)
        if let gathered {
            archive.write(gathered.addresses)
            archive.write(gathered.order)
        }
        let texts = await parallelMap(Array(memory.articles)) { path, article in
            article.record.map { (path, $0) }
        }.compactMap(\.self)
        archive.write(texts.count)
        for (path, record) in texts {
            archive.write(path)
            archive.write(record.digest)
            archive.write(passable: record.face)
        }
        archive.write(memory.agreedFigures.sorted())
        archive.write(drawings)
        archive.write(
            passables: build.site.pages.compactMap { page in
                page.kept.map { (page.plan.address.text, $0.record) }
            })
        archive.write(
            passables: memory.figures.compactMap { name, part in part.kept.map { (name, $0.record) } })
        let bytes = archive.bytes
        return Archived(bytes: bytes, digest: SHA256(of: bytes))
    }

    static func digest(ofPrinted tables: [SourceText], beside state: SourceState) -> SHA256 {
        let files = tables.isEmpty ? [] : Set(state.entries.map(\.path))
        let printed = tables.filter { !files.contains($0.path) }
        return Fingerprint.of { fingerprint in
            for file in printed.sorted(by: { $0.path < $1.path }) {
                fingerprint.add(file.path)
                fingerprint.add(SHA256(of: file.bytes))
            }
        }
    }
}

extension ArchiveWriter {
    fileprivate mutating func write(passables records: [(name: String, record: ArraySlice<UInt8>)]) {
        write(records.count)
        for (name, record) in records {
            write(name)
            write(passable: record)
        }
    }
}
