/// A calendar day as authors write it, without a clock and without a zone.
package struct PublicationDate: Sendable, Hashable, Comparable, Codable {
    /// Year, month and day in one number, by which days are ordered; each page has several, and lists sort by them.
    private let number: Int32

    package var year: Int { Int(number >> 9) }
    package var month: Int { Int(number >> 5 & 15) }
    package var day: Int { Int(number & 31) }

    private init(known year: Int, _ month: Int, _ day: Int) {
        number = Int32(year << 9 | month << 5 | day)
    }

    /// `2014-04-28`, also followed by a time, which is dropped: a date is the day in the site's zone.
    /// Nil for what is no day of the calendar.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || (bytes.count > 10 && Self.isTime(bytes[10...])) else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            let digits = bytes[range]
            guard digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(0..<4),
            let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
        self.init(known: year, month, day)
    }

    /// Whether this is a time of day after a date: `T09:30`, ` 09:30:15.5`, `T09:30:15Z`, `T09:30+02:00`.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        func takes(_ choices: String) -> Bool {
            guard let byte = rest.first, choices.utf8.contains(byte) else { return false }
            rest.removeFirst()
            return true
        }
        func takesNumber(below limit: Int) -> Bool {
            let digits = rest.prefix(2)
            guard digits.count == 2, let number = Int(String(decoding: digits, as: UTF8.self)),
                number >= 0, number < limit
            else { return false }
            rest.removeFirst(2)
            return true
        }
        guard takes("T "), takesNumber(below: 24), takes(":"), takesNumber(below: 60) else { return false }
        if takes(":") {
            guard takesNumber(below: 61) else { return false }
            if takes(".") { while takes("0123456789") {} }
        }
        if takes(" "), rest.isEmpty { return false }
        if takes("+-") {
            guard takesNumber(below: 24) else { return false }
            if takes(":") || !rest.isEmpty { return takesNumber(below: 60) && rest.isEmpty }
            return true
        }
        _ = takes("Z")
        return rest.isEmpty
    }

    /// The day in UTC of a moment in seconds since 1970, by Howard Hinnant's `civil_from_days`.
    package init(secondsSince1970 seconds: Int) {
        let days = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            known: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// `2014-04-28`
    package var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// `28 April 2014`
    package var text: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A date of any precision in words: `2014-04-28`, `2014-04` and `2014` as `28 April 2014`, `April 2014`
/// and `2014`; any other text as it is.
package func dateInWords(_ text: String) -> String {
    if let day = PublicationDate(text) { return day.text }
    let parts = text.split(separator: "-")
    if parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let month = Int(parts[1]),
        (1...12).contains(month)
    {
        return "\(PublicationDate.monthNames[month - 1]) \(parts[0])"
    }
    return text
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
