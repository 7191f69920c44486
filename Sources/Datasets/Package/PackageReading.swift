package import Diagnostics

extension DataPackage {
    /// Reads `datapackage.yaml` or `datapackage.json`, told apart by the path.
    ///
    /// Frictionless allows properties of one's own, so a key that is near none of the known ones is passed
    /// over; one that is near is an error. Nil only where the file is no mapping at all.
    package static func read(
        _ source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> DataPackage? {
        guard let value = value(of: source, reporting: &diagnostics) else { return nil }
        var keys = KeyedReader(value, of: source, named: "the data package")
        let package = DataPackage(&keys)
        keys.finish(unknown: .accepted, reporting: &diagnostics)
        return package
    }

    /// The description as it is written.
    package static func value(
        of source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> StructuredValue? {
        source.path.hasSuffix(".json")
            ? .json(source, reporting: &diagnostics) : .yaml(source, reporting: &diagnostics)
    }

    private init(_ keys: inout KeyedReader) {
        location = keys.location
        name = keys.text("name")
        title = keys.text("title")
        description = keys.text("description")
        version = keys.text("version")
        homepage = keys.text("homepage")
        created = keys.text("created")
        keywords = keys.texts("keywords") ?? []
        licences = Licence.list(&keys)
        sources = DataSource.list(&keys)
        contributors = keys.mappings("contributors", unknown: .accepted) { Contributor(&$0) } ?? []
        resources =
            keys.mappings("resources", required: true, unknown: .accepted) { Resource.read(&$0) }?
            .compactMap { $0 } ?? []
        for key in ["id", "profile", "$schema", "image", "colors"] { _ = keys.value(key) }
        checkNames(&keys)
        checkReferences(&keys)
    }

    private func checkNames(_ keys: inout KeyedReader) {
        var lines: [String: Int] = [:]
        for resource in resources {
            let place = resource.location ?? keys.location
            if let line = lines.updateValue(place.line, forKey: resource.name.lowercased()) {
                keys.report(
                    "duplicate-name", at: place, "two resources are named '\(resource.name)'",
                    notes: ["the other begins on line \(line)"])
            }
        }
    }

    /// Holds foreign keys to the resources and fields that they name.
    private func checkReferences(_ keys: inout KeyedReader) {
        for resource in resources {
            for key in resource.schema?.foreignKeys ?? [] {
                let place = key.location ?? keys.location
                guard let other = resources.first(where: { $0.name == key.resource }) else {
                    keys.report(
                        "unknown-resource", at: place,
                        "the foreign key of '\(resource.name)' refers to '\(key.resource)', which is no resource",
                        help: suggestion(for: key.resource, among: resources.map(\.name)))
                    continue
                }
                guard let fields = other.schema?.fields.map(\.name) else { continue }
                for name in key.referencedFields where !fields.contains(name) {
                    keys.report(
                        "unknown-field", at: place,
                        "the foreign key of '\(resource.name)' refers to '\(name)', which is no field of '\(other.name)'",
                        help: suggestion(for: name, among: fields))
                }
            }
        }
    }
}

extension Licence {
    static func list(_ keys: inout KeyedReader) -> [Licence] {
        keys.mappings("licenses", "licences", allowingOne: true, unknown: .accepted) { keys in
            Licence(name: keys.text("name"), path: keys.text("path"), title: keys.text("title"))
        } ?? []
    }
}

extension DataSource {
    static func list(_ keys: inout KeyedReader) -> [DataSource] {
        keys.mappings("sources", allowingOne: true, unknown: .accepted) { keys in
            DataSource(
                title: keys.text("title"), path: keys.text("path"), email: keys.text("email"),
                version: keys.text("version"))
        } ?? []
    }
}

extension Contributor {
    init(_ keys: inout KeyedReader) {
        title = keys.text("title")
        path = keys.text("path")
        email = keys.text("email")
        roles = keys.texts("roles", "role") ?? []
        organization = keys.text("organization", "organisation")
    }
}
