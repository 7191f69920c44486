package import Diagnostics

/// The columns of a table and the rules that hold between its rows and those of other tables.
package struct Schema: Sendable, Hashable {
    package var fields: [Field]
    /// Names of fields; empty where the table has no key.
    package var primaryKey: [String] = []
    package var uniqueKeys: [[String]] = []
    package var foreignKeys: [ForeignKey] = []
    /// Texts that stand for no value.
    package var missingValues = [""]

    package init(fields: [Field]) { self.fields = fields }
}

/// A rule that the values of some fields stand in a row of another table.
///
/// A reference from a single list field holds for each item of the list.
package struct ForeignKey: Sendable, Hashable {
    package var fields: [String]
    /// The table referred to; its own where the rule is within one table.
    package var resource: String
    package var referencedFields: [String]
    package var location: SourceLocation?

    package init(
        fields: [String], resource: String, referencedFields: [String], location: SourceLocation? = nil
    ) {
        self.fields = fields
        self.resource = resource
        self.referencedFields = referencedFields
        self.location = location
    }
}
