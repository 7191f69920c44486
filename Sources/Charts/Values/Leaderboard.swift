/// Who had which value in one period, best first.
struct Leaderboard {
    struct Row {
        var entity: Int
        var value: Double
        /// The value as it was printed.
        var text: String
        /// The place; empty where none is known.
        var rank: String
        /// `▲2`, `▼1`, `–` for no change; empty where the place before is not known.
        var change: String
        /// The places gained; nil where not known.
        var places: Int?
    }

    let rows: [Row]
    let periodLabel: String
    /// The column shown; nil where no row has a value.
    let column: Int?
    private let series: [Series]

    init(_ chart: Chart) {
        let standings = chart.standings
        series = standings.series
        let options = chart.specification.bar
        let chosen = options.period.flatMap(standings.column(of:))
        let column =
            chosen
            ?? (options.period == nil
                ? standings.periods.last { column in
                    standings.entities.contains { standings[$0, column].hasValue }
                } : nil)
        self.column = column
        guard let column else {
            rows = []
            periodLabel = options.period.map { chart.data.label($0, .long) } ?? ""
            return
        }
        periodLabel = chart.periodName(column)
        let before = Self.columnBefore(column, chart)
        let sign: Double = chart.specification.rank.order == .descending ? -1 : 1
        let words = chart.words(.wide)
        let order = standings.entities.filter { standings[$0, column].hasValue }.sorted { left, right in
            let (a, b) = (standings[left, column], standings[right, column])
            if a.value != b.value { return sign * a.value < sign * b.value }
            if a.rank != b.rank { return a.hasRank && (!b.hasRank || a.rank < b.rank) }
            return standings.series[left].id < standings.series[right].id
        }
        rows = order.map { entity in
            let cell = standings[entity, column]
            var places: Int?
            if let before, cell.hasRank, standings[entity, before].hasRank {
                places = Int(exactly: standings[entity, before].rank - cell.rank)
            }
            let text = words.value(entity, column)
            return Row(
                entity: entity, value: cell.value, text: text, rank: cell.hasRank ? cell.rank.plain : "",
                change: places.map(Self.sign) ?? "", places: places)
        }
    }

    func name(_ row: Row, _ layout: Layout) -> String {
        layout == .small ? series[row.entity].shortName ?? series[row.entity].name : series[row.entity].name
    }

    /// `▲2` for a gain of two places.
    static func sign(_ places: Int) -> String {
        places == 0 ? "–" : places > 0 ? "▲\(places)" : "▼\(-places)"
    }

    /// The column to compare with: the one asked for, else the period right before, unless a seam lies between.
    private static func columnBefore(_ column: Int, _ chart: Chart) -> Int? {
        let standings = chart.standings
        if let since = chart.specification.bar.since { return standings.column(of: since) }
        guard column > 0,
            chart.data.grain == .day || standings.columns[column] - standings.columns[column - 1] == 1
        else { return nil }
        let isSeam = chart.data.breaks.contains {
            standings.columns[column - 1] < $0.period.ordinal
                && $0.period.ordinal <= standings.columns[column]
        }
        return isSeam ? nil : column - 1
    }
}

extension Chart {
    /// The names of all groups, in the order of their slots.
    var groups: [String] { Set(standings.series.compactMap(\.group)).sorted() }

    /// A leaderboard is one colour: bars that differ in length need not differ in hue as well.
    func barSlot(_ entity: Int) -> Int? {
        specification.color == .none ? nil : emphasis(entity) == .highlighted ? slots[entity] : 0
    }
}
