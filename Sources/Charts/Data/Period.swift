/// One place on a time axis: a whole number in units of the chart's ``Grain``.
///
/// For months it is year × 12 + month − 1, for days the day number since 1 January 1970, so that the
/// distance of two periods is the difference of their ordinals and no clock or time zone is involved.
public struct Period: Sendable, Hashable, Comparable {
    /// Periods of a grain since its beginning.
    public let ordinal: Int

    /// Ordinals beyond a thousand million are held at that bound.
    public init(_ ordinal: Int) {
        self.ordinal = min(max(ordinal, -Grain.limit), Grain.limit)
    }

    /// Whether the left one is earlier.
    public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
