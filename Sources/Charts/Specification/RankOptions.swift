/// Where ranks come from and which of them are drawn.
public struct RankOptions: Sendable, Hashable {
    /// Which ranks are drawn.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// Given ranks where there are any, computed ones where every member has a value, else none.
        case auto
        /// Published and derived ranks only.
        case published
        /// Counted from values only; a period in which a member of its list has none is an error, and one
        /// of which the list is not known has no ranks where lists are known of others.
        case value
    }

    /// Which ranks equal values get.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// 1, 2, 2, 4
        case competition
        /// 1, 2, 2, 3
        case dense
        /// 1, 2, 3, 4: ties broken by ``Point/tieBreak``, then in declared order
        case ordinal
        /// 1, 2.5, 2.5, 4
        case fractional
    }

    /// Which value is first.
    public enum Order: String, Sendable, Hashable, CaseIterable {
        /// The greatest value is first.
        case descending
        /// The least value is first.
        case ascending
    }

    /// What the cut-off `top` looks at.
    public enum Select: String, Sendable, Hashable, CaseIterable {
        /// Whoever was ever within it.
        case any
        /// Whoever is within it in the last period.
        case last
        /// Whoever is within it in the first period.
        case first
    }

    /// What a line does below the cut-off.
    public enum Beyond: String, Sendable, Hashable, CaseIterable {
        /// A stub at the lower edge that says where it goes: `→ 14`.
        case edge
        /// It ends.
        case drop
    }

    /// Which ranks are drawn.
    public var from: Origin = .auto
    /// Which ranks equal values get.
    public var method: Method = .competition
    /// Which value is first.
    public var order: Order = .descending
    /// Values nearer than this count as equal; half a unit of the printed precision where nil.
    public var tolerance: Double?
    /// The lowest rank drawn; all where nil.
    public var top: Int?
    /// Whom the cut-off keeps.
    public var select: Select = .any
    /// What a line does below the cut-off.
    public var beyond: Beyond = .edge

    public init() {}
}

/// What stands where a series has no point.
public struct GapOptions: Sendable, Hashable {
    /// What is drawn over a hole.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        case dotted
        case none
        /// An unbroken line, for value charts; the note under the chart then says so.
        case line
    }

    /// The longest hole, in periods, that is bridged.
    public var bridge = 2
    /// What is drawn over a hole.
    public var style: Style = .dotted

    public init() {}
}
