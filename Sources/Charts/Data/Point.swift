/// What is known of one entity in one period.
public struct Point: Sendable, Hashable {
    /// When it is.
    public var period: Period
    /// The measured value; nil where none is known.
    public var value: Double?
    /// The value as its source printed it, such as `2.70`; labels and tables repeat it as it stands.
    public var text: String?
    /// The place in the ranking; nil where none is known and none may be computed.
    public var rank: Rank?
    /// What orders equal values where ranks are counted without ties: the least comes first.
    public var tieBreak: Double?
    /// The caller's own number for the row that this comes from; problems and table cells carry it back.
    public var row: Int?

    public init(
        _ period: Period, value: Double? = nil, text: String? = nil, rank: Rank? = nil,
        tieBreak: Double? = nil,
        row: Int? = nil
    ) {
        self.period = period
        self.value = value
        self.text = text
        self.rank = rank
        self.tieBreak = tieBreak
        self.row = row
    }
}

/// A place in a ranking and where it comes from; 1 is the best.
public struct Rank: Sendable, Hashable {
    /// Whether a rank was printed or found out; shown as a filled, a hollow and a square node.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Printed by whoever keeps the ranking.
        case published
        /// Follows by arithmetic from something that was printed.
        case derived
        /// Counted from the values of every member of the list.
        case computed
    }

    /// A whole number from 1, or a half where ties share the mean of their places.
    public var place: Double
    /// Where the rank comes from.
    public var kind: Kind

    public init(_ place: Double, _ kind: Kind = .published) {
        self.place = place
        self.kind = kind
    }
}
