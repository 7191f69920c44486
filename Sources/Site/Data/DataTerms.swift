import Datasets

/// Where the tables of a site come from and on which terms, as the data package says.
struct DataTerms: Sendable {
    let package: DataPackage
    /// The names of the tables that were read from files.
    let tables: [String]

    /// What a table's description does not say: `source`, `licence`.
    func missing(of table: String) -> [String] {
        let resource = package.resources.first { $0.name == table }
        var missing: [String] = []
        if (resource?.sources ?? []).isEmpty, package.sources.isEmpty { missing.append("source") }
        if (resource?.licences ?? []).isEmpty, package.licences.isEmpty { missing.append("licence") }
        return missing
    }

    /// The sources of some tables, or those of the whole package.
    func sources(of tables: Set<String>) -> [DataSource] {
        let own = package.resources.filter { tables.contains($0.name) }.flatMap(\.sources)
        return own.isEmpty ? package.sources : own
    }
}
