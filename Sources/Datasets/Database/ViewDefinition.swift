/// A query of the site under a name of its own, from `Content/data/NAME.sql`.
package struct ViewDefinition: Sendable, Hashable {
    package let name: String
    package let statement: SQLText

    package init(name: String, statement: SQLText) {
        self.name = name
        self.statement = statement
    }
}
