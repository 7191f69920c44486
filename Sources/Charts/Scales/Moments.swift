extension Grain {
    /// From when to when a date lasts, in periods, where a period n lasts from n − ½ to n + ½.
    ///
    /// A day on an axis of months is a point; a month on it is one period wide. Nil where the date means
    /// nothing on this axis.
    func moments(of date: EventDate) -> ClosedRange<Double>? {
        switch (self, date) {
        case (.ordinal, .period(let period)), (_, .period(let period)):
            return Self.whole(period.ordinal, period.ordinal)
        case (.ordinal, _): return nil
        case (.day, .day(let year, let month, let day)):
            return CivilDate(year: year, month: month, day: day).map {
                Self.whole($0.dayNumber, $0.dayNumber)
            }
        case (_, .day(let year, let month, let day)):
            guard let date = CivilDate(year: year, month: month, day: day),
                let first = CivilDate(year: year, month: 1, day: 1)
            else { return nil }
            let moment = self.moment(date, dayOfYear: date.dayNumber - first.dayNumber)
            return moment...moment
        case (_, .month(let year, let month)):
            guard (1...12).contains(month) else { return nil }
            return months(year * 12 + month - 1, 1)
        case (_, .year(let year)): return months(year * 12, 12)
        }
    }

    private static func whole(_ first: Int, _ last: Int) -> ClosedRange<Double> {
        (Double(first) - 0.5)...(Double(last) + 0.5)
    }

    /// The middle of a day on an axis coarser than days.
    private func moment(_ date: CivilDate, dayOfYear: Int) -> Double {
        let inMonth = (Double(date.day) - 0.5) / Double(CivilDate.days(inMonth: date.month, of: date.year))
        switch self {
        case .month: return Double(date.year * 12 + date.month - 1) - 0.5 + inMonth
        case .quarter:
            return Double(date.year * 4) - 0.5 + (Double(date.month - 1) + inMonth) / 3
        default:
            let days = CivilDate.isLeap(date.year) ? 366.0 : 365
            return Double(date.year) - 0.5 + (Double(dayOfYear) + 0.5) / days
        }
    }

    /// So many months from the one with this number (year × 12 + month − 1).
    private func months(_ first: Int, _ count: Int) -> ClosedRange<Double>? {
        switch self {
        case .month: return Self.whole(first, first + count - 1)
        case .quarter: return (Double(first) / 3 - 0.5)...(Double(first + count) / 3 - 0.5)
        case .year: return (Double(first) / 12 - 0.5)...(Double(first + count) / 12 - 0.5)
        case .day:
            let end = first + count
            guard
                let start = CivilDate(
                    year: first.floored(by: 12), month: first.remainder(by: 12) + 1, day: 1),
                let next = CivilDate(year: end.floored(by: 12), month: end.remainder(by: 12) + 1, day: 1)
            else { return nil }
            return Self.whole(start.dayNumber, next.dayNumber - 1)
        case .ordinal: return nil
        }
    }
}
