/// The pattern that a text must match as a whole.
package struct Pattern: Sendable, Hashable {
    /// As the schema writes it.
    package let source: String
}
