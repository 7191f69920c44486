/// Days, months and times as ISO 8601 writes them, checked without a calendar library.
enum CalendarText {
    /// `2014-04-28`, a day that exists.
    static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count == 10, isYearMonth(text.prefix(7)), text[text.startIndex + 7] == 0x2D,
            let year = number(text.prefix(4)), let month = number(text.dropFirst(5).prefix(2)),
            let day = number(text.suffix(2))
        else { return false }
        return day >= 1 && day <= days(inMonth: month, of: year)
    }

    /// `2014-04`.
    static func isYearMonth(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count == 7, text[text.startIndex + 4] == 0x2D, number(text.prefix(4)) != nil,
            let month = number(text.suffix(2))
        else { return false }
        return month >= 1 && month <= 12
    }

    /// `2014`, or `-0044` before the common era.
    static func isYear(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.first == 0x2D ? text.dropFirst() : text
        return digits.count == 4 && number(digits) != nil
    }

    /// `09:30:00`, with a fraction of a second and a zone where they are known.
    static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 8, text[text.startIndex + 2] == 0x3A, text[text.startIndex + 5] == 0x3A,
            let hour = number(text.prefix(2)), let minute = number(text.dropFirst(3).prefix(2)),
            let second = number(text.dropFirst(6).prefix(2)), hour <= 23, minute <= 59, second <= 60
        else { return false }
        var rest = text.dropFirst(8)
        if rest.first == 0x2E {
            rest = rest.dropFirst()
            let fraction = rest.prefix { $0 &- 0x30 <= 9 }
            guard !fraction.isEmpty else { return false }
            rest = rest.dropFirst(fraction.count)
        }
        return isZone(rest)
    }

    /// A date, a `T` and a time.
    static func isDateTime(_ text: ArraySlice<UInt8>) -> Bool {
        text.count > 11 && isDate(text.prefix(10)) && text[text.startIndex + 10] == UInt8(ascii: "T")
            && isTime(text.dropFirst(11))
    }

    /// `P1Y2M3DT4H5M6S` with at least one part, or weeks `P3W`.
    static func isDuration(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "P"), text.count > 2 else { return false }
        let parts = text.dropFirst().split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let days = parts.first else { return false }
        if days.last == UInt8(ascii: "W") { return parts.count == 1 && hasParts(days, of: "W") }
        guard parts.count == 2 else { return hasParts(days, of: "YMD") }
        return (days.isEmpty || hasParts(days, of: "YMD")) && hasParts(parts[1], of: "HMS")
    }

    private static func hasParts(_ text: ArraySlice<UInt8>, of letters: String) -> Bool {
        var allowed = Array(letters.utf8)[...]
        var rest = text
        while !rest.isEmpty {
            let digits = rest.prefix { $0 &- 0x30 <= 9 || $0 == 0x2E }
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty, let letter = rest.first, let position = allowed.firstIndex(of: letter)
            else {
                return false
            }
            allowed = allowed[(position + 1)...]
            rest = rest.dropFirst()
        }
        return !text.isEmpty
    }

    private static func isZone(_ text: ArraySlice<UInt8>) -> Bool {
        if text.isEmpty { return true }
        if text.count == 1 { return text.first == UInt8(ascii: "Z") }
        guard text.count == 6, text.first == 0x2B || text.first == 0x2D, text[text.startIndex + 3] == 0x3A,
            let hour = number(text.dropFirst().prefix(2)), let minute = number(text.suffix(2))
        else { return false }
        return hour <= 14 && minute <= 59
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var result = 0
        for digit in digits {
            guard digit &- 0x30 <= 9 else { return nil }
            result = result * 10 + Int(digit &- 0x30)
        }
        return result
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
