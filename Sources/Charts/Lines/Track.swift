/// One series as it is drawn: its places from left to right, and where they hang together.
struct Track {
    enum Emphasis: Hashable {
        case muted, normal, highlighted

        var lineWidth: Double {
            switch self {
            case .muted: 1.5
            case .normal: 2.5
            case .highlighted: 3.5
            }
        }
    }

    /// Index of the series.
    let entity: Int
    /// Place in the palette; nil for no colour of its own.
    var slot: Int?
    var emphasis = Emphasis.normal
    /// Columns in which the series has a place.
    var columns: [Int] = []
    var places: [CurvePath.Place] = []
    /// Stretches of places without a hole.
    var runs: [Range<Int>] = []
    /// Indices of places from which a dotted line bridges a short hole to the next.
    var bridges: [Int] = []
    /// Columns in which the series has a place below the cut-off, which no line may jump.
    var cuts: [Int] = []
    /// Short lines toward the cut-off.
    var stubs: [Stub] = []

    struct Stub: Hashable {
        var from: CurvePath.Place
        var to: CurvePath.Place
    }
}

/// What decides whether two neighbouring places of a series hang together.
struct Continuity {
    let columns: [Int]
    /// How many seams lie at or before each column.
    private let regimes: [Int]
    let gaps: GapOptions
    /// Periods from one column to the next where nothing is missing.
    let step: Int
    let isOrdinal: Bool

    enum Link {
        case line, bridge, none
    }

    init(_ specification: ChartSpecification, _ data: ChartData, columns: [Int]) {
        self.columns = columns
        let breaks = data.breaks.map(\.period.ordinal).sorted()
        var passed = 0
        regimes = columns.map { column in
            while passed < breaks.count, breaks[passed] <= column { passed += 1 }
            return passed
        }
        gaps = specification.gaps
        isOrdinal = specification.x.type == .ordinal
        // Days are often rows of a week or a fortnight; the shortest distance is what counts as next.
        let distances = zip(columns.dropFirst(), columns).map { $0 - $1 }
        step = data.grain == .day ? max(distances.min() ?? 1, 1) : 1
    }

    /// Whether a seam lies between two columns.
    func isBroken(_ left: Int, _ right: Int) -> Bool {
        regimes[left] != regimes[right]
    }

    func link(_ left: Int, _ right: Int) -> Link {
        let (from, to) = (columns[left], columns[right])
        if isBroken(left, right) { return .none }
        let missing = isOrdinal ? right - left - 1 : (to - from) / step - 1
        if missing <= 0 || gaps.style == .line { return .line }
        return gaps.style == .dotted && missing <= gaps.bridge ? .bridge : .none
    }
}

extension Track {
    /// Finds the stretches of the track and the holes between them that are bridged.
    mutating func connect(_ continuity: Continuity) {
        runs = []
        bridges = []
        guard !columns.isEmpty else { return }
        var start = 0
        for index in 1..<max(columns.count, 1) {
            let isCut =
                columns[index] - columns[index - 1] > 1
                && cuts.contains { columns[index - 1] < $0 && $0 < columns[index] }
            switch isCut ? .none : continuity.link(columns[index - 1], columns[index]) {
            case .line: continue
            case .bridge: bridges.append(index - 1)
            case .none: break
            }
            runs.append(start..<index)
            start = index
        }
        runs.append(start..<columns.count)
    }
}
