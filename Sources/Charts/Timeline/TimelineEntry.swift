/// One event of a timeline.
struct TimelineEntry {
    let event: Event
    /// From its beginning to its end, in periods.
    let moments: ClosedRange<Double>
    let number: Int

    /// What the key says: the title and the date.
    var key: String { "\(event.title), \(date)" }

    /// Whether the end lies behind the whole of the beginning; the month of a day does not.
    let isSpan: Bool

    /// `23 Feb 2014`, or from when to when.
    var date: String {
        guard isSpan, let end = event.end else { return event.start.label(.short) }
        return "\(event.start.label(.short)) – \(end.label(.short))"
    }

    /// The events within the chart's window, oldest first; a month sorts before the days in it.
    static func entries(_ chart: Chart) -> [TimelineEntry] {
        let low = chart.specification.from.map { Double($0.ordinal) - 0.5 } ?? -.infinity
        let high = chart.specification.to.map { Double($0.ordinal) + 0.5 } ?? .infinity
        let shown = chart.data.events.compactMap { event in
            event.moments(on: chart.data.grain).map { (event: event, moments: $0) }
        }
        .filter { $0.moments.upperBound >= low && $0.moments.lowerBound <= high }
        .sorted {
            if $0.moments.lowerBound != $1.moments.lowerBound {
                return $0.moments.lowerBound < $1.moments.lowerBound
            }
            return $0.event.id < $1.event.id
        }
        return shown.prefix(500).enumerated().map { index, item in
            TimelineEntry(
                event: item.event,
                moments: max(item.moments.lowerBound, low)...min(item.moments.upperBound, high),
                number: index + 1, isSpan: item.event.isSpan(on: chart.data.grain))
        }
    }

    /// Kinds in the order in which they first occur.
    static func kinds(_ entries: [TimelineEntry]) -> [String] {
        var kinds: [String] = []
        for entry in entries where !kinds.contains(entry.event.kind ?? "") {
            kinds.append(entry.event.kind ?? "")
        }
        return kinds
    }

    /// `paid-interconnection` as a reader would write it.
    static func title(_ kind: String) -> String {
        String(kind.map { $0 == "-" || $0 == "_" ? " " : $0 }).capitalisedFirst
    }
}

extension Event {
    /// Whether it ends in a later day, month or year than it begins in.
    func isSpan(on grain: Grain) -> Bool {
        guard let end, let first = Grain.day.moments(of: start) ?? grain.moments(of: start),
            let last = Grain.day.moments(of: end) ?? grain.moments(of: end)
        else { return false }
        return last.lowerBound > first.upperBound
    }
}

/// One kind's lane: as many rows as its marks need not to cover each other.
struct TimelineLane {
    let kind: String
    let top: Double
    let bottom: Double
    /// Row of each of the lane's entries, by the entry's number.
    let rows: [Int: Int]

    static let rowHeight = 20.0

    static func lanes(
        _ entries: [TimelineEntry], _ kinds: [String], _ scale: PeriodScale, top: Double
    ) -> [TimelineLane] {
        var lanes: [TimelineLane] = []
        var y = top
        for kind in kinds {
            var ends: [Double] = []
            var rows: [Int: Int] = [:]
            for entry in entries where (entry.event.kind ?? "") == kind {
                let (left, right) = extent(entry, scale)
                let row = ends.firstIndex { $0 <= left } ?? ends.count
                if row == ends.count { ends.append(right) } else { ends[row] = right }
                rows[entry.number] = row
            }
            let height = Double(max(ends.count, 1)) * rowHeight + 8
            lanes.append(TimelineLane(kind: kind, top: y, bottom: y + height, rows: rows))
            y += height
        }
        return lanes
    }

    /// The pixels that an entry's mark takes: its span, and at least its number.
    static func extent(_ entry: TimelineEntry, _ scale: PeriodScale) -> (left: Double, right: Double) {
        let (low, high) = (scale.position(entry.moments.lowerBound), scale.position(entry.moments.upperBound))
        guard high - low < 20 else { return (low - 1, high + 1) }
        let middle = (low + high) / 2
        return (middle - 10, middle + 10)
    }

    /// The middle of an entry's mark.
    func y(_ entry: TimelineEntry) -> Double {
        top + 4 + (Double(rows[entry.number] ?? 0) + 0.5) * Self.rowHeight
    }
}
