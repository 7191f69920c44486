/// The unit that a time axis counts in.
public enum Grain: String, Sendable, Hashable, CaseIterable {
    case year, quarter, month, day
    /// Numbered steps with no calendar behind them: rounds, seasons, weeks of a trial.
    case ordinal

    /// The period written as `2014`, `2014-Q3`, `2014-03`, `2014-03-31` or, for steps, as a number.
    ///
    /// Nil where the text is no date of this grain; `2014-02-30` is none.
    public func period(_ text: String) -> Period? { period(text[...]) }

    /// The same of a part of a text.
    public func period(_ text: Substring) -> Period? {
        if self == .ordinal { return Int(text).flatMap { abs($0) <= Self.limit ? Period($0) : nil } }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let year = parts.first.flatMap({ Digits.number($0, count: 4) }) else { return nil }
        switch (self, parts.count) {
        case (.year, 1): return Period(year)
        case (.quarter, 2):
            guard parts[1].first == UInt8(ascii: "Q"),
                let quarter = Digits.number(parts[1].dropFirst(), count: 1), (1...4).contains(quarter)
            else { return nil }
            return Period(year * 4 + quarter - 1)
        case (.month, 2):
            guard let month = Digits.number(parts[1], count: 2), (1...12).contains(month) else { return nil }
            return Period(year * 12 + month - 1)
        case (.day, 3):
            guard let month = Digits.number(parts[1], count: 2), let day = Digits.number(parts[2], count: 2),
                let date = CivilDate(year: year, month: month, day: day)
            else { return nil }
            return Period(date.dayNumber)
        default: return nil
        }
    }

    /// The period as it stands in data: `2014-03`.
    public func text(_ period: Period) -> String {
        let number = period.ordinal
        switch self {
        case .ordinal: return String(number)
        case .year: return Digits.padded(number, to: 4)
        case .quarter: return "\(Digits.padded(number.floored(by: 4), to: 4))-Q\(number.remainder(by: 4) + 1)"
        case .month:
            return
                "\(Digits.padded(number.floored(by: 12), to: 4))-\(Digits.padded(number.remainder(by: 12) + 1, to: 2))"
        case .day: return CivilDate(dayNumber: number).text
        }
    }

    /// The period for a reader: `Mar 2014` on an axis, `March 2014` in a sentence.
    public func label(_ period: Period, _ length: LabelLength) -> String {
        let number = period.ordinal
        switch self {
        case .ordinal, .year: return String(number)
        case .quarter: return "Q\(number.remainder(by: 4) + 1) \(number.floored(by: 4))"
        case .month:
            return "\(length.monthName(number.remainder(by: 12))) \(number.floored(by: 12))"
        case .day:
            let date = CivilDate(dayNumber: number)
            return "\(date.day) \(length.monthName(date.month - 1)) \(date.year)"
        }
    }

    /// The grain as a noun that agrees with the number: `month`, `months`, `step`.
    public func noun(_ count: Int) -> String {
        let singular = self == .ordinal ? "step" : rawValue
        return count == 1 ? singular : singular + "s"
    }

    /// How many periods one year holds; nil where years mean nothing or hold no whole number of them.
    var periodsInYear: Int? {
        switch self {
        case .year: 1
        case .quarter: 4
        case .month: 12
        case .day, .ordinal: nil
        }
    }

    /// Ordinals beyond this are refused, so that differences of ordinals cannot overflow.
    static let limit = 1_000_000_000
}

/// How much room a date may take.
public enum LabelLength: Sendable, Hashable {
    case short, long

    /// The name of a month counted from 0.
    func monthName(_ index: Int) -> String {
        let names = self == .short ? Self.shortNames : Self.longNames
        return names.indices.contains(index) ? names[index] : ""
    }

    private static let shortNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let longNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
