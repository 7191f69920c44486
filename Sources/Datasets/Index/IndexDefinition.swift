package import Diagnostics

/// What `indexes.NAME` in `site.yaml` says: which table holds a ranking over time, and in which columns.
///
/// Names of tables and columns are kept with their places; whether they exist is known only when the
/// database has been made.
package struct IndexDefinition: Sendable, Hashable {
    /// A name that the author wrote, and where.
    package struct Name: Sendable, Hashable {
        package let text: String
        package let location: SourceLocation

        package init(_ text: String, at location: SourceLocation) {
            self.text = text
            self.location = location
        }
    }

    package struct Entity: Sendable, Hashable {
        package let column: Name
        /// `TABLE.COLUMN`: where the names of entities are, by the table's key.
        package let names: Name?
        /// What one entity and several are called, as sentences about them say it: `team`, `teams`.
        package let singular: String?
        package let plural: String?
    }

    package struct Value: Sendable, Hashable {
        package enum Order: String, Sendable, Hashable, CaseIterable {
            /// The highest value is first.
            case descending
            /// The lowest value is first.
            case ascending
        }

        package let column: Name
        package let unit: String?
        /// How many decimals a value is printed with where its source's own form is not known.
        package let decimals: Int?
        package let order: Order
        /// The column with the value as printed; else `COLUMN_text` where the table has it.
        package let text: Name?
    }

    package struct Rank: Sendable, Hashable {
        package let column: Name
        /// The column that tells `published` from `derived`; every rank is published without it.
        package let kind: Name?
    }

    /// A further table and its columns, where they are not named as this index expects.
    package struct Reference: Sendable, Hashable {
        package let table: Name
        /// By the key under which the author names the column: `period`, `entity`, `size` and so on.
        package let columns: [String: Name]
    }

    package let name: String
    package let title: String
    package let table: Name
    package let period: Name
    package let grain: Period.Grain
    package let entity: Entity
    package let value: Value?
    package let rank: Rank?
    /// Who is on the list in each period.
    package let list: Reference?
    /// How long the list is.
    package let sizes: Reference?
    /// The shared ranks that are known to be shared.
    package let ties: Reference?
    /// From which periods on the list, or what is measured, is another.
    package let breaks: Reference?
    package let location: SourceLocation
    /// The file that defines the index, for the lines that messages show.
    package let source: SourceText?
}
