/// What a query may use: a table or view of the database, and its columns.
package struct TableDescription: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// Read from a file.
        case table
        /// A query of the site under a name of its own.
        case view
        /// Made from an index.
        case index
    }

    package struct Column: Sendable, Hashable {
        package let name: String
        /// The type of its field; for a computed column what SQLite says of it, else nil.
        package let type: FieldType?
        package let unit: String?
        package let title: String?
        package let description: String?
    }

    package let name: String
    package let kind: Kind
    package let columns: [Column]
    /// Nil where it is not known.
    package let rowCount: Int?
    /// The file of a table or a view; nil for the tables of an index.
    package let path: String?
}

extension TableDescription.Column {
    init(_ field: Field) {
        self.init(
            name: field.name, type: field.type, unit: field.unit, title: field.title,
            description: field.description)
    }

    func named(_ name: String) -> Self {
        Self(name: name, type: type, unit: unit, title: title, description: description)
    }

    /// A column of which only the name and perhaps the type are known.
    init(_ name: String, _ type: FieldType? = nil, unit: String? = nil) {
        self.init(name: name, type: type, unit: unit, title: nil, description: nil)
    }
}
