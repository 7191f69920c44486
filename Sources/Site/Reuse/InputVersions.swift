import Claims
import Datasets
import Diagnostics
import Templates

/// What each input of a site's pages is at present, as digests: two builds with one digest had the same there.
///
/// The settings and the description of the data are not among them: with others every page is made anew.
struct InputVersions: Sendable {
    private(set) var versions: [Input: SHA256] = [:]

    /// Nil for what the site has not.
    subscript(input: Input) -> SHA256? { versions[input] }

    init(_ versions: [Input: SHA256]) { self.versions = versions }

    init(_ sources: SiteSources, _ data: SiteData, _ assets: AssetCatalogue, _ renderer: PageRenderer) {
        let files = [sources.templates, sources.figures, sources.queries].flatMap(\.values)
        for file in files { versions[.file(file.path)] = SHA256(of: file.bytes) }
        versions[.file(ClaimsLock.path)] = SHA256(of: sources.claimsLock?.bytes ?? [])
        for (name, version) in Self.tables(sources, data) { versions[.table(name)] = version }
        for name in renderer.templates.allNames.union([Self.corrections]) {
            guard let value = renderer.shared.value(ofDotted: name) else { continue }
            versions[.shared(name)] = Fingerprint.of { $0.add(value) }
        }
        versions[.provenance] = Self.provenance(renderer.figureData, renderer.rowPlaces)
        versions[.pictures] = Fingerprint.of { fingerprint in
            for (address, size) in assets.pictureSizes.sorted(by: { $0.key < $1.key }) {
                fingerprint.add(address.text)
                fingerprint.add(size.width)
                fingerprint.add(size.height)
            }
        }
    }

    /// The corrections of data, which pages show without their templates naming the list of all.
    static let corrections = "corrections"

    /// A table by its file and by the numbers of its rows, which change with the tables before it; a view by its
    /// query; and all of them by what lies behind them.
    private static func tables(_ sources: SiteSources, _ data: SiteData) -> [String: SHA256] {
        let texts = sources.dataFiles + Array(sources.views.values)
        let files = Dictionary(texts.map { ($0.path, SHA256(of: $0.bytes)) }) { first, _ in first }
        let own = data.database.tables.map { table in
            let digest = Fingerprint.of { fingerprint in
                if let path = table.path {
                    // Of a file that is opened and not read nobody knows whether it is as it was.
                    fingerprint.add(
                        files[path] ?? SHA256(of: Array("\(UInt64.random(in: 0...UInt64.max))".utf8)))
                }
                fingerprint.add(data.database.row(0, of: table.name)?.number ?? 0)
            }
            return (table.name, digest)
        }
        let digests = Dictionary(own) { first, _ in first }
        return Dictionary(
            own.map { name, _ in
                let behind = data.database.tables(behind: [name]).sorted().compactMap { digests[$0] }
                let digest = Fingerprint.of { fingerprint in
                    for table in behind { fingerprint.add(table) }
                }
                return (name, digest)
            }
        ) { first, _ in first }
    }

    private static func provenance(_ data: FigureData, _ places: RowPlaces) -> SHA256 {
        Fingerprint.of { fingerprint in
            for (key, reference) in data.references.sorted(by: { $0.key < $1.key }) {
                fingerprint.add(key)
                let parts = [
                    reference.publisher, reference.title, reference.date, reference.url, reference.archived,
                ]
                for part in parts { fingerprint.add(TemplateValue.optional(part)) }
            }
            for (index, pages) in data.entityPages.sorted(by: { $0.key < $1.key }) {
                fingerprint.add(index)
                fingerprint.add(pages)
            }
            places.add(to: &fingerprint)
            for (index, slots) in data.slots.sorted(by: { $0.key < $1.key }) {
                fingerprint.add(index)
                fingerprint.add(slots.mapValues(String.init))
            }
        }
    }
}

extension TemplateRecord {
    /// `sections.articles`: the value of a name in a record in this one; nil where one of them is not known.
    fileprivate func value(ofDotted name: String) -> TemplateValue? {
        name.split(separator: ".").reduce(TemplateValue.record(self)) { value, part in
            guard case .record(let record)? = value else { return nil }
            return record[String(part)]
        }
    }
}
