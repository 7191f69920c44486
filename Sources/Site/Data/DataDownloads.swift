import Datasets
import Diagnostics

/// The data as readers can take them away: each table and view as CSV and JSON, and the whole package.
struct DataDownloads: Sendable {
    let package: DataPackage
    let tables: [Table]
    let database: Database

    /// Of all files, before any is made.
    var addresses: [SiteAddress] {
        let names = tables.map(\.name) + views.map(\.name)
        let described = Set(package.resources.map(\.name))
        let ofPackage =
            tables.contains { described.contains($0.name) }
            ? [SiteData.descriptionName, SiteData.archiveName] : []
        return (names.flatMap { ["\($0).csv", "\($0).json"] } + ofPackage).compactMap { name in
            SiteAddress("/data/\(name)")
        }
    }

    private var views: [TableDescription] { database.tables.filter { $0.kind == .view } }

    /// The description and the tables that it describes, in one folder.
    private func archive(of files: [SiteData.Download], _ published: [PublishedResource]) -> [UInt8]? {
        let names = Set(published.map(\.path) + [SiteData.descriptionName])
        return ZipArchive(
            files: files.compactMap { file in
                let name = String(file.address.text.dropFirst("/data/".count))
                return names.contains(name) ? (name, file.bytes) : nil
            }
        ).bytes
    }

    /// The files of tables, and the package that describes them.
    func ofTables() -> [SiteData.Download] {
        var files: [SiteData.Download] = []
        var published: [PublishedResource] = []
        for table in tables {
            let csv = table.csv()
            files += Self.file("\(table.name).csv", csv) + Self.file("\(table.name).json", table.json())
            guard let resource = package.resources.first(where: { $0.name == table.name }) else { continue }
            published.append(
                PublishedResource(
                    resource, schema: table.schema, path: "\(table.name).csv", byteCount: csv.count))
        }
        guard !published.isEmpty else { return files }
        files += Self.file(SiteData.descriptionName, Array(package.published(published).utf8))
        if let archive = archive(of: files, published) { files += Self.file(SiteData.archiveName, archive) }
        return files
    }

    func ofViews(reporting diagnostics: inout [Diagnostic]) -> [SiteData.Download] {
        var files: [SiteData.Download] = []
        for view in views {
            let query = SQLText("SELECT * FROM \(quoted(view.name))")
            guard let rows = database.query(query, reporting: &diagnostics) else { continue }
            files += Self.file("\(view.name).csv", rows.bytes(as: .csv))
            files += Self.file("\(view.name).json", rows.bytes(as: .json))
        }
        return files
    }

    /// None for a name that no file of the site can have.
    private static func file(_ name: String, _ bytes: [UInt8]) -> [SiteData.Download] {
        SiteAddress("/data/\(name)").map { [SiteData.Download(address: $0, bytes: bytes)] } ?? []
    }
}
