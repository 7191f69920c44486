import Datasets
import Diagnostics

/// The data of a site: tables read and checked, the database over them, and what is offered for download.
package struct SiteData: Sendable {
    let package: DataPackage
    let tables: [Table]
    let database: Database
    let downloads: OfferedData

    /// A file of data that readers can take away.
    struct Download: Sendable, Hashable {
        let address: SiteAddress
        let bytes: [UInt8]
    }

    init(
        _ sources: SiteSources, _ settings: SiteSettings, root: String, timings: Timings? = nil,
        reporting diagnostics: inout [Diagnostic]
    ) {
        var described = DataPackage()
        if let source = sources.dataPackage {
            described = DataPackage.read(source, reporting: &diagnostics) ?? described
        }
        described.resources += Self.undescribed(sources, besides: described)
        let tables = Self.tables(described, sources, root: root, reporting: &diagnostics)
        Table.checkReferences(among: tables, reporting: &diagnostics)
        timings?.end("read tables")
        let views = sources.views.sorted { $0.key < $1.key }.map { name, source in
            ViewDefinition(name: name, statement: SQLText(file: source))
        }
        package = described
        self.tables = tables
        database = Database(
            tables: tables, views: views, indexes: settings.indexes, measures: settings.measures,
            forms: settings.format, reporting: &diagnostics)
        timings?.end("tables into SQL")
        downloads = OfferedData(DataDownloads(package: described, tables: tables, database: database))
    }

    /// Files of `Content/data/` that the package does not describe, under the names of their files.
    private static func undescribed(_ sources: SiteSources, besides package: DataPackage) -> [Resource] {
        let known = Set(package.resources.map(\.path))
        let paths = sources.dataFiles.map(\.path) + sources.databaseFiles
        return paths.sorted().compactMap { path in
            let relative = String(path.dropFirst(dataFolder.count))
            guard !known.contains(relative), let format = format(of: relative) else { return nil }
            return Resource(
                name: tableName(of: relative), path: relative, format: format,
                location: SourceLocation(path: path))
        }
    }

    private static func tables(
        _ package: DataPackage, _ sources: SiteSources, root: String,
        reporting diagnostics: inout [Diagnostic]
    ) -> [Table] {
        let files = Dictionary(sources.dataFiles.map { ($0.path, $0) }) { first, _ in first }
        return package.resources.flatMap { resource -> [Table] in
            let path = dataFolder + resource.path
            if let file = files[path] {
                return Table.read(resource, from: file, reporting: &diagnostics).map { [$0] } ?? []
            }
            if sources.databaseFiles.contains(path) {
                return DatabaseFile(resource: resource, root: root, path: path)
                    .tables(reporting: &diagnostics)
            }
            diagnostics.append(
                (sources.dataPackage ?? SourceText(path: path, "")).diagnostic(
                    "missing-file", at: resource.location ?? SourceLocation(path: path),
                    "there is no file '\(path)', which the resource '\(resource.name)' names",
                    help: suggestion(
                        for: resource.path,
                        among: sources.dataFiles.map { String($0.path.dropFirst(dataFolder.count)) })))
            return []
        }
    }

    /// Below `/data/`: the description of the package.
    static let descriptionName = "datapackage.json"
    /// Below `/data/`: the package in one file.
    static let archiveName = "datapackage.zip"

    static let dataFolder = "Content/data/"

    private static func format(of path: String) -> Resource.Format? {
        switch path.split(separator: ".").last {
        case "csv": .csv
        case "tsv": .tsv
        case "json": .json
        case "yaml", "yml": .yaml
        case "sqlite", "sqlite3", "db": .sqlite
        default: nil
        }
    }

    /// The file's name as a name in SQL: `peak-heights.csv` as `peak_heights`.
    private static func tableName(of path: String) -> String {
        let name = path.lastPart
        return String(
            name.prefix { $0 != "." }.map { character in
                character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
            })
    }
}
