import Diagnostics

extension Schema {
    init(_ keys: inout KeyedReader) {
        let fields = keys.mappings("fields", required: true, unknown: .accepted) { Field.read(&$0) }
        self.init(fields: fields?.compactMap { $0 } ?? [])
        if let missing = keys.texts("missingValues") { missingValues = missing }
        primaryKey = names("primaryKey", &keys)
        uniqueKeys = keys.uniqueKeys().map { key in key.filter { isField($0, "uniqueKeys", &keys) } }
        foreignKeys =
            keys.mappings("foreignKeys", unknown: .accepted) { ForeignKey.read(&$0, in: self) }?
            .compactMap { $0 } ?? []
        for key in ["$schema", "fieldsMatch", "name", "title", "description"] { _ = keys.value(key) }
        checkFieldNames(&keys)
    }

    private func names(_ key: String, _ keys: inout KeyedReader) -> [String] {
        (keys.texts(key) ?? []).filter { isField($0, key, &keys) }
    }

    private func isField(_ name: String, _ key: String, _ keys: inout KeyedReader) -> Bool {
        if fields.contains(where: { $0.name == name }) { return true }
        keys.report(
            "unknown-field", at: keys.valueLocation(of: key), "'\(key)' names '\(name)', which is no field",
            help: suggestion(for: name, among: fields.map(\.name)))
        return false
    }

    private func checkFieldNames(_ keys: inout KeyedReader) {
        var seen: Set<String> = []
        for field in fields where !seen.insert(field.name.lowercased()).inserted {
            keys.report(
                "duplicate-name", at: field.location ?? keys.location, "two fields are named '\(field.name)'")
        }
    }
}

extension KeyedReader {
    /// A list of names, or a list of lists of names.
    fileprivate mutating func uniqueKeys() -> [[String]] {
        guard let value = value("uniqueKeys") else { return [] }
        guard case .list(let items) = value.kind else {
            mismatch("uniqueKeys", value, "a list of lists of names")
            return []
        }
        return items.map { item in item.list?.compactMap(\.text) ?? [item.raw] }
    }
}

extension ForeignKey {
    static func read(_ keys: inout KeyedReader, in schema: Schema) -> ForeignKey? {
        let place = keys.valueLocation(of: "fields")
        let fields = keys.texts("fields", required: true)
        let reference = keys.mapping("reference", required: true, unknown: .accepted) { keys in
            (keys.text("resource") ?? "", keys.texts("fields", required: true))
        }
        for name in fields ?? [] where !schema.fields.contains(where: { $0.name == name }) {
            keys.report(
                "unknown-field", at: place, "a foreign key names '\(name)', which is no field",
                help: suggestion(for: name, among: schema.fields.map(\.name)))
        }
        guard let fields, let (resource, referenced) = reference, let referenced else { return nil }
        guard fields.count == referenced.count else {
            keys.report(
                "invalid-key", at: place,
                "a foreign key of \(fields.count) fields refers to \(referenced.count)")
            return nil
        }
        return ForeignKey(fields: fields, resource: resource, referencedFields: referenced, location: place)
    }
}
