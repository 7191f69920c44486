/// Something that happened, to be marked on a time axis.
public struct Event: Sendable, Hashable {
    /// Unique among the events of a chart.
    public var id: String
    /// What happened.
    public var title: String
    /// A shorter title; the title where nil.
    public var short: String?
    /// The day, month or year it happened in or began.
    public var start: EventDate
    /// The last day, month or year of something that lasted.
    public var end: EventDate?
    /// What sort of event it is; timelines give each kind a lane.
    public var kind: String?
    /// Ids of the series it concerns; an effect chart counts their periods from it.
    public var entities: [String]
    /// Where its label leads when the chart carries links, already fit for an `href`.
    public var link: String?
    /// The caller's own number for the row that this comes from.
    public var row: Int?

    public init(
        id: String, title: String, short: String? = nil, start: EventDate, end: EventDate? = nil,
        kind: String? = nil, entities: [String] = [], link: String? = nil, row: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.short = short
        self.start = start
        self.end = end
        self.kind = kind
        self.entities = entities
        self.link = link
        self.row = row
    }
}

/// A date no more precise than it was published: a month stays a month and is drawn as one.
public enum EventDate: Sendable, Hashable {
    case day(year: Int, month: Int, day: Int)
    case month(year: Int, month: Int)
    case year(Int)
    /// A step of an axis without a calendar.
    case period(Period)

    /// Reads `2014`, `2014-03` or `2014-03-31`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let text = Substring(text)
        if let day = Grain.day.period(text) {
            let date = CivilDate(dayNumber: day.ordinal)
            self = .day(year: date.year, month: date.month, day: date.day)
        } else if let month = Grain.month.period(text) {
            self = .month(year: month.ordinal.floored(by: 12), month: month.ordinal.remainder(by: 12) + 1)
        } else if let year = Grain.year.period(text) {
            self = .year(year.ordinal)
        } else {
            return nil
        }
    }

    /// `31 March 2014`, `March 2014`, `2014`; short months on a crowded axis.
    public func label(_ length: LabelLength) -> String {
        switch self {
        case .day(let year, let month, let day): "\(day) \(length.monthName(month - 1)) \(year)"
        case .month(let year, let month): "\(length.monthName(month - 1)) \(year)"
        case .year(let year): String(year)
        case .period(let period): String(period.ordinal)
        }
    }
}
