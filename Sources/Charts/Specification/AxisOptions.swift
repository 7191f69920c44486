/// The axis of time.
public struct HorizontalAxis: Sendable, Hashable {
    /// How far apart periods stand.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// To scale.
        case temporal
        /// One column a period that has a row.
        case ordinal
    }

    /// How far apart periods stand.
    public var type: Kind = .temporal
    /// Which periods are named.
    public var ticks: PeriodTicks = .auto

    public init() {}
}

/// Which periods are named under the axis.
public enum PeriodTicks: Sendable, Hashable {
    case auto
    /// Every so many periods, counted from one whose ordinal is a multiple.
    case every(Int)
    /// Every so many months; an axis whose periods are longer rounds them up to whole ones.
    case months(Int)
    /// Every so many years; for axes with a calendar.
    case years(Int)
    case list([Period])
}

/// The axis of values or ranks.
public struct VerticalAxis: Sendable, Hashable {
    /// Which values or ranks are named.
    public var ticks: ValueTicks = .auto
    /// Least and greatest value; from the rows where nil.
    public var domain: ClosedRange<Double>?
    /// Whether the axis begins at zero. A value axis that does not is marked as cut.
    public var zero = false
    /// How values without a printed form are written.
    public var format: NumberFormat = .auto

    public init() {}
}

/// Which values are named beside the axis.
public enum ValueTicks: Sendable, Hashable {
    case auto
    /// About so many.
    case count(Int)
    /// Multiples of a step, which is more than 0; at most a hundred of them.
    case every(Double)
    case list([Double])
}

/// How a value that has no printed form is written.
public enum NumberFormat: Sendable, Hashable {
    /// As many decimals as the step of the axis needs.
    case auto
    /// From 0 to 6.
    case decimals(Int)
    /// Shares of one as whole percents, with so many decimals.
    case percent(Int)
}
