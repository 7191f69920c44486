/// One period of an index for which anything is known: a row of `NAME_editions`.
package struct Edition: Sendable, Hashable {
    package let period: Period
    /// Counted from 1 over the editions, not over the calendar.
    package let ordinal: Int
    /// The editions before and after, however far away.
    package let previous: Period?
    package let next: Period?
    /// Stated by the table of sizes, else the number of members.
    package let listSize: Int?
    /// The rows that say how long the list is.
    let listSources: [RowID]
    /// How many members of the list are known by name; nil where nothing says who was on it.
    package let memberCount: Int?
    package let valueCount: Int
    package let publishedCount: Int
    package let derivedCount: Int
    package let computedCount: Int
    /// The entity in first place; nil where that is not known or shared.
    package let leader: String?
    /// What changed in the list between the edition before and this one, so that their ranks cannot be
    /// compared.
    package let listBreak: Break?
    /// What changed in the values between the edition before and this one.
    package let valueBreak: Break?

    package var rankCount: Int { publishedCount + derivedCount + computedCount }

    /// Whether every place of the list is taken.
    package var isComplete: Bool { listSize.map { rankCount >= $0 } ?? false }
}

/// A period from which on the list of an index, or what it measures, is another.
package struct Break: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Who is on the list changes: ranks across it cannot be compared.
        case list
        /// How values are measured changes; ranks go on.
        case value
    }

    package let period: Period
    package let kind: Kind
    package let label: String?
}
