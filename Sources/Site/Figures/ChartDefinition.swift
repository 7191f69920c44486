import Charts
import Datasets
import Diagnostics

/// A chart as its author described it: what to draw, and where its rows come from.
struct ChartDefinition: Sendable {
    var specification: ChartSpecification
    var rows: RowSource
    var columns = ColumnNames()
    /// Columns that the author names, by their key: `value`, `color`, `facet`.
    var namedColumns: [String: LocatedText] = [:]
    /// First and last period as written; which grain they are of is known with the rows.
    var from: LocatedText?
    var to: LocatedText?
    var events: EventSelection?
    var breaks = BreakSelection.index
    /// Which periods are named under the axis; what an interval means depends on the grain.
    var periodTicks = PeriodTickSelection.auto
    /// The author's own order; the index's where nil.
    var rankOrder: RankOptions.Order?
    /// SQL whose first column names the entities to highlight, and those to mute.
    var highlightQuery: LocatedText?
    var muteQuery: LocatedText?
    /// Where each option stands, by its dotted path: `rank.top`.
    var locations: [String: SourceLocation] = [:]
    let location: SourceLocation

    /// Where the rows of a figure come from.
    enum RowSource: Sendable, Hashable {
        /// The standings of an index, where a condition holds.
        case index(LocatedText, condition: LocatedText?)
        case table(LocatedText)
        case query(LocatedText)
        /// A timeline has events and no rows.
        case none
    }

    /// Which columns of a table or a query hold what.
    struct ColumnNames: Sendable, Hashable {
        var period = "period"
        var entity = "entity"
        var name = "name"
        var value = "value"
        var text = "value_text"
        var rank = "rank"
        var kind = "rank_kind"
        var group = "group"
        var link = "link"
        /// By which panels are told apart, and equal values ordered; none where nil.
        var panel: String?
        var tieBreak: String?
    }

    /// The ticks of the axis of time as written.
    enum PeriodTickSelection: Sendable, Hashable {
        case auto
        /// `6 months`
        case interval(LocatedText)
        case list([LocatedText])
    }

    /// Which events are marked.
    struct EventSelection: Sendable, Hashable {
        let name: LocatedText
        let condition: LocatedText?
    }

    /// Where seams are drawn.
    enum BreakSelection: Sendable, Hashable {
        /// At the changes of the index's list, if the rows come from an index.
        case index
        case none
        case table(LocatedText)
        case list([Seam])

        struct Seam: Sendable, Hashable {
            let at: LocatedText
            let label: String
        }
    }
}

/// A text of the author's and where it stands.
struct LocatedText: Sendable, Hashable {
    let text: String
    let location: SourceLocation

    init(_ text: String, at location: SourceLocation) {
        self.text = text
        self.location = location
    }
}
