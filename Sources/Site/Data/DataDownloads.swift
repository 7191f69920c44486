import Datasets
import Diagnostics

/// The data as readers can take them away: each table and view as CSV and JSON, and the whole package.
struct DataDownloads {
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

    func files(reporting diagnostics: inout [Diagnostic]) -> [SiteData.Download] {
        var files: [SiteData.Download] = []
        func add(_ name: String, _ bytes: [UInt8]) {
            guard let address = SiteAddress("/data/\(name)") else { return }
            files.append(SiteData.Download(address: address, bytes: bytes))
        }
        var published: [PublishedResource] = []
        for table in tables {
            let csv = table.csv()
            add("\(table.name).csv", csv)
            add("\(table.name).json", table.json())
            guard let resource = package.resources.first(where: { $0.name == table.name }) else { continue }
            published.append(
                PublishedResource(
                    resource, schema: table.schema, path: "\(table.name).csv", byteCount: csv.count))
        }
        for view in views {
            let query = SQLText("SELECT * FROM \(quoted(view.name))")
            guard let rows = database.query(query, reporting: &diagnostics) else { continue }
            add("\(view.name).csv", rows.bytes(as: .csv))
            add("\(view.name).json", rows.bytes(as: .json))
        }
        guard !published.isEmpty else { return files }
        add(SiteData.descriptionName, Array(package.published(published).utf8))
        if let archive = archive(of: files, published) { add(SiteData.archiveName, archive) }
        return files
    }
}
