/// One step of a calendar: a year, a quarter, a month, a week or a day.
package struct Period: Sendable, Hashable, Comparable {
    /// How long the periods of an index are.
    package enum Grain: String, Sendable, Hashable, CaseIterable {
        /// `2014`
        case year
        /// `2014-Q1`
        case quarter
        /// `2014-03`
        case month
        /// A week of the ISO calendar, `2014-W09`.
        case week
        /// `2014-03-05`
        case day
    }

    package let grain: Grain
    /// Counted without gaps from one period to the next; neighbours differ by 1.
    package let ordinal: Int

    package init(grain: Grain, ordinal: Int) {
        self.grain = grain
        self.ordinal = ordinal
    }

    package var previous: Period { Period(grain: grain, ordinal: ordinal - 1) }
    package var next: Period { Period(grain: grain, ordinal: ordinal + 1) }

    package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}

extension Period {
    /// Reads a period in the form of the grain, nil where the text has another form or names no such day.
    package init?(_ text: String, grain: Grain) {
        let bytes = Array(text.utf8)
        guard let year = Self.number(bytes, 0..<4), year > 0 else { return nil }
        let ordinal: Int?
        switch grain {
        case .year: ordinal = bytes.count == 4 ? year : nil
        case .quarter: ordinal = Self.part(bytes, after: "-Q", digits: 1, 1...4).map { year * 4 + $0 - 1 }
        case .month: ordinal = Self.part(bytes, after: "-", digits: 2, 1...12).map { year * 12 + $0 - 1 }
        case .week:
            ordinal = Self.part(bytes, after: "-W", digits: 2, 1...Calendar.weeks(inYear: year))
                .map { Calendar.firstWeek(ofYear: year) + $0 - 1 }
        case .day: ordinal = Self.day(bytes, year: year)
        }
        guard let ordinal else { return nil }
        self.init(grain: grain, ordinal: ordinal)
    }

    /// The period in the form of its grain, `2014-03`.
    package var text: String {
        switch grain {
        case .year: Self.padded(ordinal, 4)
        case .quarter: Self.padded(ordinal / 4, 4) + "-Q\(ordinal % 4 + 1)"
        case .month: Self.padded(ordinal / 12, 4) + "-" + Self.padded(ordinal % 12 + 1, 2)
        case .week:
            { Self.padded($0.year, 4) + "-W" + Self.padded($0.week, 2) }(Calendar.week(ordinal))
        case .day:
            { "\(Self.padded($0.year, 4))-\(Self.padded($0.month, 2))-\(Self.padded($0.day, 2))" }(
                Calendar.date(ofDay: ordinal))
        }
    }

    private static func day(_ bytes: [UInt8], year: Int) -> Int? {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let month = number(bytes, 5..<7), (1...12).contains(month),
            let day = number(bytes, 8..<10), (1...Calendar.days(inMonth: month, year: year)).contains(day)
        else { return nil }
        return Calendar.day(year: year, month: month, day: day)
    }

    private static func part(
        _ bytes: [UInt8], after divider: String, digits: Int, _ range: ClosedRange<Int>
    ) -> Int? {
        let start = 4 + divider.utf8.count
        guard bytes.count == start + digits, bytes[4..<start].elementsEqual(divider.utf8),
            let number = number(bytes, start..<start + digits), range.contains(number)
        else { return nil }
        return number
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.upperBound <= bytes.count else { return nil }
        var result = 0
        for byte in bytes[range] {
            guard byte &- 0x30 <= 9 else { return nil }
            result = result * 10 + Int(byte - 0x30)
        }
        return result
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
