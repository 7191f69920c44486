extension Schema {
    /// The schema as Table Schema writes it; foreign keys lead only to tables with one of these names.
    func json(among names: Set<String>) -> JSONValue {
        let keys = foreignKeys.filter { names.contains($0.resource) }
        let plain = keys.filter { !isFromList($0) }
        return .object([
            "fields": .list(
                fields.map { field in
                    field.json(references: keys.filter { isFromList($0) && $0.fields == [field.name] })
                }),
            "missingValues": .texts([""]),
            "primaryKey": primaryKey.isEmpty ? nil : .texts(primaryKey),
            "uniqueKeys": DataPackage.list(uniqueKeys.map(JSONValue.texts)),
            "foreignKeys": DataPackage.list(plain.map(\.json)),
        ])
    }

    private func isFromList(_ key: ForeignKey) -> Bool {
        key.fields.count == 1 && fields.contains { $0.name == key.fields[0] && $0.type == .list }
    }
}

extension ForeignKey {
    var json: JSONValue { .object(["fields": .texts(fields), "reference": referenceJSON]) }

    var referenceJSON: JSONValue {
        .object(["resource": .text(DataPackage.slug(resource)), "fields": .texts(referencedFields)])
    }
}

extension Field {
    func json(references: [ForeignKey]) -> JSONValue {
        .object([
            "name": .text(name),
            "type": .text(type == .list ? FieldType.string.rawValue : type.rawValue),
            "format": format.name == "default" ? nil : .text(format.name),
            "title": title.map(JSONValue.text),
            "description": description.map(JSONValue.text),
            "unit": unit.map(JSONValue.text),
            "decimalChar": type == .number && format.decimalCharacter != 0x2E
                ? .byte(format.decimalCharacter) : nil,
            "groupChar": type.isNumeric ? format.groupCharacter.map(JSONValue.byte) : nil,
            "bareNumber": type.isNumeric && !format.isBareNumber ? .flag(false) : nil,
            "trueValues": type == .boolean ? .texts(format.trueValues) : nil,
            "falseValues": type == .boolean ? .texts(format.falseValues) : nil,
            "delimiter": type == .list ? .text(format.delimiter) : nil,
            "itemType": type == .list ? .text(format.itemType.rawValue) : nil,
            "references": references.first?.referenceJSON,
            "constraints": constraintsJSON,
        ])
    }

    private var constraintsJSON: JSONValue? {
        guard constraints != Constraints() else { return nil }
        return .object([
            "required": constraints.isRequired ? .flag(true) : nil,
            "unique": constraints.isUnique ? .flag(true) : nil,
            "enum": constraints.choices.map { .list($0.map(scalarJSON)) },
            "minimum": constraints.minimum.map(scalarJSON),
            "maximum": constraints.maximum.map(scalarJSON),
            "minLength": constraints.minimumLength.map(JSONValue.integer),
            "maxLength": constraints.maximumLength.map(JSONValue.integer),
            "pattern": constraints.pattern.map { .text($0.source) },
        ])
    }

    /// A number for numeric fields, else a text.
    private func scalarJSON(_ text: String) -> JSONValue {
        if type.isNumeric, let number = jsonNumber(text) { return .number(number) }
        return .text(text)
    }
}

extension JSONValue {
    static func byte(_ byte: UInt8) -> JSONValue { .text(String(decoding: [byte], as: UTF8.self)) }
}
