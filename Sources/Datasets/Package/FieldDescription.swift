import Diagnostics

extension Field {
    static func read(_ keys: inout KeyedReader) -> Field? {
        let place = keys.valueLocation(of: "name")
        guard let name = keys.text("name", required: true) else { return nil }
        var field = Field(name, keys.choice("type", of: FieldType.self) ?? .string, at: place)
        field.title = keys.text("title")
        field.description = keys.text("description")
        field.unit = keys.text("unit")
        field.missingValues = keys.texts("missingValues")
        field.readFormat(&keys)
        let constraints = keys.mapping("constraints", unknown: .accepted) { field.constraints(&$0) }
        if let constraints { field.constraints = constraints }
        for key in ["rdfType", "example", "categories", "categoriesOrdered"] { _ = keys.value(key) }
        return field
    }

    private mutating func readFormat(_ keys: inout KeyedReader) {
        if let name = keys.text("format") {
            let known = type == .string ? ["default", "email", "uri", "uuid", "binary"] : ["default"]
            if known.contains(name) {
                format.name = name
            } else {
                keys.report(
                    "unknown-format", at: keys.valueLocation(of: "format"),
                    "the format '\(name)' is not read for the type '\(type.rawValue)'",
                    help: type.isTemporal
                        ? "dates of another form are a string with a pattern"
                        : suggestion(for: name, among: known))
            }
        }
        if let byte = keys.byte("decimalChar") { format.decimalCharacter = byte }
        if let byte = keys.byte("groupChar") { format.groupCharacter = byte }
        if let isBare = keys.flag("bareNumber") { format.isBareNumber = isBare }
        if let words = keys.words("trueValues") { format.trueValues = words }
        if let words = keys.words("falseValues") { format.falseValues = words }
        if let delimiter = keys.text("delimiter") { format.delimiter = delimiter }
        if let type = keys.choice("itemType", of: FieldType.self) { format.itemType = type }
        if format.delimiter.isEmpty {
            keys.report("invalid-value", at: keys.valueLocation(of: "delimiter"), "a list needs a delimiter")
        }
    }

    private func constraints(_ keys: inout KeyedReader) -> Constraints {
        var result = Constraints()
        result.isRequired = keys.flag("required") ?? false
        result.isUnique = keys.flag("unique") ?? false
        result.choices = keys.words("enum")
        result.minimum = bound("minimum", &keys)
        result.maximum = bound("maximum", &keys)
        result.minimumLength = keys.integer("minLength", in: 0...Int.max)
        result.maximumLength = keys.integer("maxLength", in: 0...Int.max)
        if let text = keys.text("pattern") { result.pattern = pattern(text, &keys) }
        _ = keys.value("jsonSchema")
        return result
    }

    private func bound(_ key: String, _ keys: inout KeyedReader) -> String? {
        guard let text = keys.text(key) else { return nil }
        if type.isNumeric, DecimalNumber.real(Array(text.utf8)[...]) == nil {
            keys.report(
                "wrong-type", at: keys.valueLocation(of: key),
                "the \(key) of a number must be a number, not '\(text)'")
            return nil
        }
        return text
    }

    private func pattern(_ text: String, _ keys: inout KeyedReader) -> Pattern? {
        do throws(Pattern.Failure) {
            return try Pattern(text)
        } catch {
            var place = keys.valueLocation(of: "pattern")
            if place.length == text.utf8.count { place.column += error.offset }
            if place.length == text.utf8.count + 2 { place.column += error.offset + 1 }
            place.length = 1
            keys.report(
                "invalid-pattern", at: place, "this pattern cannot be read: \(error.message)",
                notes: ["patterns know sets, groups, '|' and the repetitions * + ? {n,m}, nothing more"])
            return nil
        }
    }
}

extension KeyedReader {
    /// A list of scalars as they are written, flags and numbers too.
    fileprivate mutating func words(_ key: String) -> [String]? {
        guard let value = value(key) else { return nil }
        guard case .list(let items) = value.kind else {
            mismatch(key, value, "a list")
            return nil
        }
        return items.map(\.raw)
    }
}
