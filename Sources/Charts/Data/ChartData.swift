/// Everything a chart is drawn from: the rows, and what is known about the list they come from.
public struct ChartData: Sendable, Hashable {
    /// How long the periods of all rows are.
    public var grain: Grain
    /// Names of steps on an axis without a calendar, by ordinal; others show their number.
    public var stepLabels: [Int: String]
    /// In declared order, which breaks ties before ids do.
    public var series: [Series]
    /// Who was on the list, or how many; what is not said here is not checked.
    public var lists: [ListedPeriod]
    /// Where the list or the measurement changed; no line crosses one.
    public var breaks: [Break]
    /// Shared ranks that are known to be ties; any other shared rank is an error.
    public var ties: [Tie]
    /// What is marked on the axis of time, or shown on a timeline.
    public var events: [Event]
    /// What one entity and several are called: `team`, `teams`.
    public var noun: Noun
    /// The colours that the series' slots point into.
    public var palette: Palette

    public init(
        grain: Grain, series: [Series], lists: [ListedPeriod] = [], breaks: [Break] = [], ties: [Tie] = [],
        events: [Event] = [], noun: Noun = Noun("entry", "entries"), palette: Palette = .standard,
        stepLabels: [Int: String] = [:]
    ) {
        self.grain = grain
        self.series = series
        self.lists = lists
        self.breaks = breaks
        self.ties = ties
        self.events = events
        self.noun = noun
        self.palette = palette
        self.stepLabels = stepLabels
    }

    /// The period for a reader, with the name of a step where it has one.
    func label(_ period: Period, _ length: LabelLength) -> String {
        grain == .ordinal ? stepLabels[period.ordinal] ?? String(period.ordinal) : grain.label(period, length)
    }
}

/// The list that a ranking was made of in one period.
public struct ListedPeriod: Sendable, Hashable {
    /// Which period it is about.
    public var period: Period
    /// How many the list held; a rank above it is an error.
    public var size: Int?
    /// Ids of its members; ranks are computed only where each of them has a value.
    public var members: [String]?

    public init(_ period: Period, size: Int? = nil, members: [String]? = nil) {
        self.period = period
        self.size = size
        self.members = members
    }
}

/// A seam: from this period on the list or the measurement is another one.
public struct Break: Sendable, Hashable {
    /// The first period of the new regime; the seam is drawn half a step before it.
    public var period: Period
    /// What changed.
    public var label: String

    public init(_ period: Period, label: String) {
        self.period = period
        self.label = label
    }
}

/// Entities that are known to have shared a rank in a period.
public struct Tie: Sendable, Hashable {
    /// Which period it is about.
    public var period: Period
    /// Ids of those that share the rank.
    public var entities: [String]

    public init(_ period: Period, entities: [String]) {
        self.period = period
        self.entities = entities
    }
}

/// A noun that agrees with its number.
public struct Noun: Sendable, Hashable {
    /// For one: `provider`.
    public var one: String
    /// For any other number: `providers`.
    public var other: String

    public init(_ one: String, _ other: String) {
        self.one = one
        self.other = other
    }

    /// `1 team`, `17 teams`.
    func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : other)" }
}
