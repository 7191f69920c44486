/// What a figure shows and how; every option has the default that its initial value states.
public struct ChartSpecification: Sendable, Hashable {
    /// Prefix of every id in the picture and unique on its page: letters, digits, `-`, `_` and `/`.
    public var name: String
    /// What is drawn.
    public var type: ChartType
    /// Required.
    public var title: String
    /// Below the title; none where empty.
    public var subtitle: String = ""
    /// Takes the place of the generated summary where it is not empty.
    public var description: String = ""
    /// Below the picture; none where empty.
    public var note: String = ""
    /// Where the rows come from, in words; none where empty.
    public var source: String = ""
    /// Who made the chart; none where empty.
    public var credit: String = ""
    /// First period shown; the first with a row where nil.
    public var from: Period?
    /// Last period shown; the last with a row where nil.
    public var to: Period?
    /// The axis of time.
    public var x = HorizontalAxis()
    /// The axis of values or ranks.
    public var y = VerticalAxis()
    /// What values are counted in, such as `Mbps`.
    public var unit: String = ""
    /// Where ranks come from and which are drawn.
    public var rank = RankOptions()
    /// What stands where a series has no point.
    public var gaps = GapOptions()
    /// What entities at the same rank do.
    public var ties: TieStyle = .lanes
    /// `bump` for ranks and `monotone` for values where nil.
    public var curve: Curve?
    /// Which points are marked.
    public var nodes: Nodes = .auto
    /// Ids of series in colour, wide and on top; at most eight. The others stand back.
    public var highlight: [String] = []
    /// Ids of series that stand back; where empty, all but the highlighted ones when there are any.
    public var mute: [String] = []
    /// What decides the colour of a series.
    public var color: ColorBy = .entity
    /// The words at the lines.
    public var labels = LabelOptions()
    /// How events are marked.
    public var events = EventOptions()
    /// What shows when a mouse rests on the picture.
    public var tooltips: Tooltips = .series
    /// How large the wide layout is.
    public var size: Size = .wide
    /// Whether labels and events are links; the picture is then no longer one image to a screen reader.
    public var links = false
    /// Small multiples: a panel an entity or a group of entities, on shared scales.
    public var facet: Facet = .none
    /// Which of the two a chart that can show either counts in; the type's own where nil.
    public var measure: Measure?
    /// A level drawn across a line chart, with its label.
    public var baseline: Baseline?
    /// For leaderboards.
    public var bar = BarOptions()
    /// For effect charts.
    public var effect = EffectOptions()

    public init(name: String, type: ChartType, title: String) {
        self.name = name
        self.type = type
        self.title = title
    }
}

/// How wide and high the wide layout is.
public enum Size: Sendable, Hashable {
    case wide
    /// As wide as a column of text.
    case column
    /// In pixels; held between 120 and 4,000 each.
    case pixels(width: Int, height: Int)
}

/// The form of a series' line between two points.
public enum Curve: String, Sendable, Hashable, CaseIterable {
    /// A cubic with horizontal ends, which never leaves the band between them.
    case bump
    /// A cubic through the values that invents no extremes (Steffen 1990).
    case monotone
    case linear
    /// Level, then straight up or down at the next period.
    case step
}

/// What entities at the same rank do.
public enum TieStyle: String, Sendable, Hashable, CaseIterable {
    /// Run side by side within their row.
    case lanes
    /// Cover each other.
    case overlap
}

/// Which points of a series are marked.
public enum Nodes: String, Sendable, Hashable, CaseIterable {
    /// All for up to 36 periods, else changes.
    case auto
    case all
    /// Where the rank changes, and the ends.
    case changes
    case ends
    case none
}

/// What decides a series' colour.
public enum ColorBy: String, Sendable, Hashable, CaseIterable {
    case entity
    /// The series' group; at most eight.
    case group
    case none
}

/// What a small multiple is drawn for.
public enum Facet: String, Sendable, Hashable, CaseIterable {
    case none
    /// One panel an entity, the others muted behind it.
    case entity
    /// One panel for the series that share a ``Series/panel``.
    case panel
}

/// Which titles show when a mouse rests on the picture.
public enum Tooltips: String, Sendable, Hashable, CaseIterable {
    case series
    /// One a point, at about 80 bytes each.
    case points
    case none
}

/// What a chart that can show either counts in.
public enum Measure: String, Sendable, Hashable, CaseIterable {
    case value, rank
}

/// A level to compare with.
public struct Baseline: Sendable, Hashable {
    /// In the unit of the axis.
    public var value: Double
    /// Words over the level; none where empty.
    public var label: String

    public init(_ value: Double, label: String = "") {
        self.value = value
        self.label = label
    }
}
