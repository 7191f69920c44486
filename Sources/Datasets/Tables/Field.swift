package import Diagnostics

/// One column of a table, and what its cells must hold.
package struct Field: Sendable, Hashable {
    package var name: String
    package var type: FieldType
    package var format: FieldFormat
    package var title: String?
    package var description: String?
    /// The unit of its numbers as printed beside them, such as `Mbps`.
    package var unit: String?
    package var constraints: Constraints
    /// Texts that stand for no value in this field; nil where those of the schema do.
    package var missingValues: [String]?
    /// Where the field is described, or where its name stands in the data.
    package var location: SourceLocation?

    package init(_ name: String, _ type: FieldType = .string, at location: SourceLocation? = nil) {
        self.name = name
        self.type = type
        self.format = FieldFormat()
        self.constraints = Constraints()
        self.location = location
    }
}

/// What a cell must satisfy beyond its type.
package struct Constraints: Sendable, Hashable {
    package var isRequired = false
    package var isUnique = false
    /// The texts that are allowed, nil for any.
    package var choices: [String]?
    /// Bounds as written: numbers for numeric fields, text in the field's own form for temporal ones.
    package var minimum: String?
    package var maximum: String?
    /// In characters; in items for lists.
    package var minimumLength: Int?
    package var maximumLength: Int?
    package var pattern: Pattern?

    package init() {}
}
