/// The words at and in the lines.
public struct LabelOptions: Sendable, Hashable {
    /// What stands in the nodes of a rank chart with rows of at least 18 px.
    public enum NodeLabel: String, Sendable, Hashable, CaseIterable {
        case none, rank, value
        /// The rank, where it differs from the one before.
        case changes
    }

    /// The label before the first point: literal text with `{rank}`, `{name}` and `{value}`; nil for none.
    public var start: LabelTemplate? = .standardStart
    /// The label after the last point.
    public var end: LabelTemplate? = .standardEnd
    /// What stands in the nodes.
    public var nodes: NodeLabel = .none
    /// How many series are named at an end; more are shed by highlight, last rank and id.
    public var max: Int?

    public init() {}
}

/// Text with the places `{rank}`, `{name}` and `{value}` in it.
public struct LabelTemplate: Sendable, Hashable {
    /// A piece of the text.
    public enum Part: Sendable, Hashable {
        case literal(String)
        case rank, name, value
    }

    /// In the order in which they are written.
    public let parts: [Part]

    public init(_ parts: [Part]) {
        self.parts = parts
    }

    /// Reads `{rank} {name}`; nil where a brace is not closed or names something else.
    public init?(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
            if brace > rest.startIndex { parts.append(.literal(String(rest[..<brace]))) }
            switch rest[rest.index(after: brace)..<end] {
            case "rank": parts.append(.rank)
            case "name": parts.append(.name)
            case "value": parts.append(.value)
            default: return nil
            }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
    }

    /// `{name} {rank}` before a rank line and `{name} {value}` before a value line.
    public static let standardStart = LabelTemplate([])
    /// `{rank} {name}` after a rank line and `{name} {value}` after a value line.
    public static let standardEnd = LabelTemplate([])

    var isStandard: Bool { parts.isEmpty }
}

/// How events are marked on the axis of time.
public struct EventOptions: Sendable, Hashable {
    /// How an event is drawn.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// A dashed rule for a day, a band for anything longer.
        case rule
        /// A band also for a day.
        case band
        /// A mark on the axis only.
        case point
    }

    /// Which words name an event.
    public enum Label: String, Sendable, Hashable, CaseIterable {
        case title, short, number, none
    }

    /// How it is drawn.
    public var style: Style = .rule
    /// Which words name an event.
    public var label: Label = .title
    /// More events than this are an error of taste, and a warning.
    public var max = 6

    public init() {}
}

/// How a leaderboard draws its rows.
public struct BarOptions: Sendable, Hashable {
    /// How a row is drawn.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        case bar, dot
    }

    /// How it is drawn.
    public var style: Style = .bar
    /// The period shown; the last with a value where nil.
    public var period: Period?
    /// The period that the change beside the name is counted from; the one before where nil.
    public var since: Period?

    public init() {}
}

/// The window around each entity's own event.
public struct EffectOptions: Sendable, Hashable {
    /// Periods shown before the event.
    public var before = 6
    /// Periods shown after the event.
    public var after = 12

    public init() {}
}
