package import Diagnostics

/// One file of a data package, which becomes one table.
package struct Resource: Sendable, Hashable {
    /// How a file is written.
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case csv, tsv, json, yaml, sqlite
    }

    /// The table's name in queries.
    package var name: String
    /// Relative to the package's folder.
    package var path: String
    package var format: Format
    package var title: String?
    package var description: String?
    package var dialect = Dialect()
    /// Nil where the types are to be inferred from the data.
    package var schema: Schema?
    package var licences: [Licence] = []
    package var sources: [DataSource] = []
    /// Whether rows may only be added to it, never changed or taken away.
    package var isAppendOnly = false
    /// After how many days without a new row the data count as stale.
    package var maximumAgeInDays: Int?
    /// The table of a SQLite file that is meant.
    package var sqliteTable: String?
    package var location: SourceLocation?

    package init(name: String, path: String, format: Format, location: SourceLocation? = nil) {
        self.name = name
        self.path = path
        self.format = format
        self.location = location
    }
}

/// How a CSV file is written, where it differs from RFC 4180.
package struct Dialect: Sendable, Hashable {
    /// The byte between cells; nil for the format's own, `,` or a tab.
    package var delimiter: UInt8?
    package var quote = UInt8(ascii: "\"")
    /// The table of a SQLite file that is meant.
    package var table: String?

    package init() {}
}
