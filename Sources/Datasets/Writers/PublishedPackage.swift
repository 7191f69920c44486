/// A table as it is offered for download, beside the package that describes it.
package struct PublishedResource: Sendable, Hashable {
    /// The resource as the site describes it; the schema says what is in the published file.
    package var resource: Resource
    package var schema: Schema
    /// Of the published CSV file, relative to the published package.
    package var path: String
    package var byteCount: Int?

    package init(_ resource: Resource, schema: Schema, path: String, byteCount: Int? = nil) {
        self.resource = resource
        self.schema = schema
        self.path = path
        self.byteCount = byteCount
    }
}

extension DataPackage {
    /// The text of the published `datapackage.json`, which other tools' validators accept.
    ///
    /// What Frictionless cannot say is left out or said beside it: a list is a text for the tools that know no
    /// lists, with its `delimiter` and `itemType` beside it, a foreign key from it stands as `references` on
    /// its field, and one to a table that is not published is dropped. In the published
    /// files nothing but the empty cell stands for no value.
    package func published(_ resources: [PublishedResource]) -> String {
        let names = Set(resources.map(\.resource.name))
        return JSONValue.object([
            "$schema": .text("https://datapackage.org/profiles/1.0/datapackage.json"),
            "name": .text(Self.slug(name ?? title ?? "data")),
            "title": title.map(JSONValue.text),
            "description": description.map(JSONValue.text),
            "version": version.map(JSONValue.text),
            "homepage": homepage.map(JSONValue.text),
            "created": created.map { .text($0.utf8.count == 10 ? $0 + "T00:00:00Z" : $0) },
            "keywords": keywords.isEmpty ? nil : .texts(keywords),
            "licenses": Self.list(licences.map(\.json)),
            "sources": Self.list(sources.map(\.json)),
            "contributors": Self.list(contributors.map(\.json)),
            "resources": .list(resources.map { $0.json(among: names) }),
        ]).pretty
    }

    static func list(_ items: [JSONValue]) -> JSONValue? { items.isEmpty ? nil : .list(items) }

    /// Lower case letters, digits, `-`, `_` and `.`: the names that Frictionless allows.
    static func slug(_ name: String) -> String {
        var result: [UInt8] = []
        for byte in name.lowercased().utf8 {
            let isAllowed =
                (0x61...0x7A).contains(byte) || byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x5F
                || byte == 0x2D
            if isAllowed {
                result.append(byte)
            } else if result.last != 0x2D, !result.isEmpty {
                result.append(0x2D)
            }
        }
        while result.last == 0x2D { result.removeLast() }
        return result.isEmpty ? "data" : String(decoding: result, as: UTF8.self)
    }
}

extension Licence {
    var json: JSONValue {
        .object([
            "name": name.map(JSONValue.text), "path": path.map(JSONValue.text),
            "title": title.map(JSONValue.text),
        ])
    }
}

extension DataSource {
    var json: JSONValue {
        .object([
            "title": .text(title ?? path ?? ""), "path": path.map(JSONValue.text),
            "email": email.map(JSONValue.text), "version": version.map(JSONValue.text),
        ])
    }
}

extension Contributor {
    var json: JSONValue {
        .object([
            "title": title.map(JSONValue.text), "path": path.map(JSONValue.text),
            "email": email.map(JSONValue.text), "role": roles.first.map(JSONValue.text),
            "organization": organization.map(JSONValue.text),
        ])
    }
}

extension PublishedResource {
    func json(among names: Set<String>) -> JSONValue {
        .object([
            "name": .text(DataPackage.slug(resource.name)),
            "type": .text("table"),
            "title": resource.title.map(JSONValue.text),
            "description": resource.description.map(JSONValue.text),
            "path": .text(path),
            "format": .text("csv"),
            "mediatype": .text("text/csv"),
            "encoding": .text("utf-8"),
            "bytes": byteCount.map(JSONValue.integer),
            "history": resource.isAppendOnly ? .text("append_only") : nil,
            "licenses": DataPackage.list(resource.licences.map(\.json)),
            "sources": DataPackage.list(resource.sources.map(\.json)),
            "schema": schema.json(among: names),
        ])
    }
}
