/// What is known of every entity in every period shown, as one table: a row an entity, in declared order,
/// and a column a period, in order of time.
struct Standings {
    struct Cell {
        /// Not a number where no value is known.
        var value = Double.nan
        /// 0 where the entity has no rank.
        var rank = 0.0
        var kind = Rank.Kind.published
        /// Index into the series' points; −1 where there is no row.
        var point: Int32 = -1

        var hasValue: Bool { !value.isNaN }
        var hasRank: Bool { rank > 0 }
    }

    /// Ordinals of the periods that have a row.
    let columns: [Int]
    let series: [Series]
    private(set) var cells: [Cell]

    /// More than these cannot be drawn legibly, and are an error.
    static let seriesLimit = 200
    static let periodLimit = 2_000

    var entities: Range<Int> { 0..<series.count }
    var periods: Range<Int> { 0..<columns.count }

    subscript(entity: Int, period: Int) -> Cell {
        get { cells[entity * columns.count + period] }
        set { cells[entity * columns.count + period] = newValue }
    }

    /// The row that a cell comes from.
    func point(_ entity: Int, _ period: Int) -> Point? {
        let index = Int(self[entity, period].point)
        return index < 0 ? nil : series[entity].points[index]
    }

    /// Index of the column of a period; nil where no row has it.
    func column(of period: Period) -> Int? {
        var (low, high) = (0, columns.count)
        while low < high {
            let middle = (low + high) / 2
            if columns[middle] < period.ordinal { low = middle + 1 } else { high = middle }
        }
        return low < columns.count && columns[low] == period.ordinal ? low : nil
    }

    /// Places the rows from the first period to the last; two rows at one place are a problem.
    init(
        _ data: ChartData, from: Period?, to: Period?, reporting problems: inout [ChartProblem]
    ) {
        if data.series.count > Self.seriesLimit {
            problems.append(
                ChartProblem(
                    .error, "too-many-series", .chart,
                    "\(data.series.count) series are more than a chart can hold",
                    notes: ["the most is \(Self.seriesLimit)"], help: "select fewer, or draw small multiples")
            )
        }
        series = Array(data.series.prefix(Self.seriesLimit))
        let bounds = (from?.ordinal ?? Int.min)...max(to?.ordinal ?? Int.max, from?.ordinal ?? Int.min)
        var ordinals = Self.ordinals(of: series, within: bounds)
        if ordinals.count > Self.periodLimit {
            problems.append(
                ChartProblem(
                    .error, "too-many-periods", .chart,
                    "\(ordinals.count) periods are more than a chart can hold",
                    notes: ["the most is \(Self.periodLimit)"],
                    help: "choose a narrower window or a coarser grain"))
            ordinals = Array(ordinals.prefix(Self.periodLimit))
        }
        columns = ordinals
        cells = Array(repeating: Cell(), count: series.count * columns.count)
        for entity in series.indices { place(entity, within: bounds, data, reporting: &problems) }
    }

    private init(columns: [Int], series: [Series], cells: [Cell]) {
        self.columns = columns
        self.series = series
        self.cells = cells
    }

    /// The rows of some of the series, in all periods.
    func part(_ entities: [Int]) -> Standings {
        Standings(
            columns: columns, series: entities.map { series[$0] },
            cells: entities.flatMap { cells[$0 * columns.count..<($0 + 1) * columns.count] })
    }

    private mutating func place(
        _ entity: Int, within bounds: ClosedRange<Int>, _ data: ChartData,
        reporting problems: inout [ChartProblem]
    ) {
        // Rows mostly come in order of time, so the next column is tried before a search.
        var next = 0
        for (index, point) in series[entity].points.enumerated() where bounds.contains(point.period.ordinal) {
            let column: Int
            if next < columns.count, columns[next] == point.period.ordinal {
                column = next
            } else if let found = self.column(of: point.period) {
                column = found
            } else {
                continue
            }
            next = column + 1
            let position = entity * columns.count + column
            if let earlier = self.point(entity, column) {
                problems.append(.duplicate(series[entity], earlier, point, data))
                continue
            }
            cells[position].point = Int32(index)
            if let value = point.value, value.isFinite { cells[position].value = value }
            if let rank = point.rank, rank.place.isFinite, rank.place > 0 {
                cells[position].rank = rank.place
                cells[position].kind = rank.kind
            }
        }
    }

    /// The periods of all rows within the bounds, each once, in order.
    private static func ordinals(of series: [Series], within bounds: ClosedRange<Int>) -> [Int] {
        var least = Int.max
        var greatest = Int.min
        for entity in series {
            for point in entity.points where bounds.contains(point.period.ordinal) {
                least = min(least, point.period.ordinal)
                greatest = max(greatest, point.period.ordinal)
            }
        }
        guard least <= greatest else { return [] }
        guard greatest - least < 65_536 else {
            return Set(series.flatMap { $0.points.map(\.period.ordinal) }.filter(bounds.contains)).sorted()
        }
        var isTaken = Array(repeating: false, count: greatest - least + 1)
        for entity in series {
            for point in entity.points where bounds.contains(point.period.ordinal) {
                isTaken[point.period.ordinal - least] = true
            }
        }
        return isTaken.indices.filter { isTaken[$0] }.map { $0 + least }
    }
}

extension Standings {
    /// Everyone who has a rank in a column, from the first place on, equals in declared order.
    func ranked(_ column: Int) -> [Int] {
        var places: [(rank: Double, entity: Int)] = []
        places.reserveCapacity(series.count)
        for entity in entities where self[entity, column].hasRank {
            places.append((self[entity, column].rank, entity))
        }
        places.sort { $0.rank == $1.rank ? $0.entity < $1.entity : $0.rank < $1.rank }
        return places.map(\.entity)
    }

    /// The first and the last column in which the entity has what is asked for; nil where it never has.
    func extent(_ entity: Int, where isKnown: (Cell) -> Bool) -> ClosedRange<Int>? {
        guard let first = periods.first(where: { isKnown(self[entity, $0]) }),
            let last = periods.last(where: { isKnown(self[entity, $0]) })
        else { return nil }
        return first...last
    }
}

extension ChartProblem {
    static func duplicate(
        _ series: Series, _ earlier: Point, _ later: Point, _ data: ChartData
    ) -> ChartProblem {
        let period = data.grain.text(later.period)
        let rows = [later.row, earlier.row].compactMap(\.self)
        if let first = earlier.rank, let second = later.rank, first.kind != second.kind,
            first.place != second.place
        {
            return ChartProblem(
                .error, "rank-contradiction", .rows(rows),
                "\(series.name) has two ranks for \(period): \(first.place.plain) (\(first.kind.rawValue)) and \(second.place.plain) (\(second.kind.rawValue))",
                notes: ["a rank that follows by arithmetic cannot differ from a published one"])
        }
        return ChartProblem(
            .error, "duplicate-row", .rows(rows), "\(series.name) has two rows for \(period)",
            notes: ["a chart shows one value and one rank for an entity and a period"],
            help: "remove one of them, or choose one in a view")
    }
}
