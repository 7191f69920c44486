/// Where one entity stands in one period: a row of `NAME_standings`.
package struct Standing: Sendable, Hashable {
    /// How a rank is known.
    package enum RankKind: String, Sendable, Hashable, CaseIterable {
        /// Its source states it.
        case published
        /// It follows by arithmetic from what a source states.
        case derived
        /// Counted from the values of every member of the list.
        case computed
    }

    package let period: Period
    package let entity: String
    package let name: String
    package let value: Double?
    /// As its source printed it.
    package let valueText: String?
    package let rank: Int?
    package let rankKind: RankKind?
    /// The rank in the period before in the calendar; nil where it is not known, and across a change of
    /// the list.
    package let previousRank: Int?
    /// For how many periods in a row, up to this one, the entity has held this rank: at least 1, counted
    /// back until the rank differs or is not known, or the list changed. Nil without a rank.
    package let streak: Int?
    /// Whether another entity holds the same rank in this period.
    package let isTied: Bool
    /// How long the list is in this period.
    package let listSize: Int?
    /// The rows of tables that the value and the rank were read from.
    package let sources: [RowID]

    /// How many places the entity moved since the period before; positive is up, toward 1.
    package var change: Int? {
        guard let rank, let previousRank else { return nil }
        return previousRank - rank
    }
}
