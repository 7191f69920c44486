/// A named place on an axis.
struct TickMark<Place: Sendable>: Sendable {
    var place: Place
    var label: String
}

/// The periods that an axis of time names.
struct PeriodTickMarks {
    var marks: [TickMark<Int>] = []

    /// Round periods at least so many pixels apart.
    ///
    /// Months and quarters count from January; the year stands at the first mark and where it changes.
    init(_ ticks: PeriodTicks, _ scale: PeriodScale, _ data: ChartData, apart: Double) {
        guard let first = scale.columns.first, let last = scale.columns.last else { return }
        let ordinals: [Int]
        switch ticks {
        case .list(let periods):
            ordinals = periods.map(\.ordinal).filter { (first...last).contains($0) }.sorted()
        case .every(let interval): ordinals = Self.multiples(of: max(interval, 1), first, last)
        case .months(let months): ordinals = Self.months(max(months, 1), first, last, data.grain)
        case .years(let years): ordinals = Self.years(max(years, 1), first, last, data.grain)
        case .auto: ordinals = Self.round(first, last, scale, data.grain, apart: apart)
        }
        // One mark names the place of a lone column; more would repeat it.
        let named =
            ordinals.isEmpty ? (first == last ? [first] : [first, last]) : Array(ordinals.prefix(200))
        marks = Self.labelled(named, data)
    }

    private static func multiples(of interval: Int, _ first: Int, _ last: Int) -> [Int] {
        let start = first + (interval - first.remainder(by: interval)).remainder(by: interval)
        return start <= last ? Array(stride(from: start, through: last, by: interval).prefix(2_000)) : []
    }

    private static func months(_ count: Int, _ first: Int, _ last: Int, _ grain: Grain) -> [Int] {
        switch grain {
        case .day: monthStarts(every: count, first, last)
        case .month, .ordinal: multiples(of: count, first, last)
        case .quarter: multiples(of: (count + 2) / 3, first, last)
        case .year: multiples(of: (count + 11) / 12, first, last)
        }
    }

    private static func years(_ count: Int, _ first: Int, _ last: Int, _ grain: Grain) -> [Int] {
        if let inYear = grain.periodsInYear { return multiples(of: count * inYear, first, last) }
        return grain == .day ? monthStarts(every: count * 12, first, last) : multiples(of: count, first, last)
    }

    /// The smallest round interval whose marks keep their distance.
    private static func round(
        _ first: Int, _ last: Int, _ scale: PeriodScale, _ grain: Grain, apart: Double
    ) -> [Int] {
        let perPeriod = (scale.right - scale.left) / Double(max(last - first, 1))
        guard grain == .day else { return multiples(of: interval(grain, perPeriod, apart), first, last) }
        if let days = [1, 2].first(where: { Double($0) * perPeriod >= apart }) {
            return multiples(of: days, first, last)
        }
        // Weeks begin on Monday; day 0 was a Thursday.
        if 7 * perPeriod >= apart { return multiples(of: 7, first + 3, last + 3).map { $0 - 3 } }
        let months = [1, 3, 6, 12, 24, 60, 120].first { Double($0) * 30 * perPeriod >= apart } ?? 240
        return monthStarts(every: months, first, last)
    }

    private static func interval(_ grain: Grain, _ perPeriod: Double, _ apart: Double) -> Int {
        let candidates: [Int] =
            switch grain {
            case .month: [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200]
            case .quarter: [1, 2, 4, 8, 20, 40, 80, 200, 400]
            case .year, .ordinal, .day: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000]
            }
        if let fitting = candidates.first(where: { Double($0) * perPeriod >= apart }) { return fitting }
        var interval = candidates.last ?? 1
        while Double(interval) * perPeriod < apart, interval < Grain.limit { interval *= 10 }
        return interval
    }

    private static func monthStarts(every months: Int, _ first: Int, _ last: Int) -> [Int] {
        let (start, end) = (CivilDate(dayNumber: first), CivilDate(dayNumber: last))
        return multiples(of: months, start.year * 12 + start.month - 1, end.year * 12 + end.month - 1)
            .compactMap {
                CivilDate(year: $0.floored(by: 12), month: $0.remainder(by: 12) + 1, day: 1)?.dayNumber
            }
            .filter { (first...last).contains($0) }
    }

    private static func labelled(_ ordinals: [Int], _ data: ChartData) -> [TickMark<Int>] {
        let isYearly =
            data.grain.periodsInYear.map { inYear in
                inYear > 1 && ordinals.count > 1 && ordinals.allSatisfy { $0.isMultiple(of: inYear) }
            } ?? false
        var year: Int?
        return ordinals.map { ordinal in
            if isYearly, let inYear = data.grain.periodsInYear {
                return TickMark(place: ordinal, label: String(ordinal.floored(by: inYear)))
            }
            let label = data.label(Period(ordinal), .short)
            let ownYear = data.grain.year(ordinal)
            defer { year = ownYear }
            guard let ownYear, ownYear == year, data.grain != .year else {
                return TickMark(place: ordinal, label: label)
            }
            // " 2014" is dropped where the mark before stands in the same year.
            return TickMark(place: ordinal, label: String(label.dropLast(String(ownYear).count + 1)))
        }
    }
}

extension Grain {
    /// The calendar year of an ordinal; nil on an axis without one.
    func year(_ ordinal: Int) -> Int? {
        switch self {
        case .day: CivilDate(dayNumber: ordinal).year
        case .ordinal: nil
        case .year, .quarter, .month: periodsInYear.map { ordinal.floored(by: $0) }
        }
    }
}
