/// The Gregorian calendar in whole numbers, without clock, zone or locale.
///
/// Days are counted from 1 March of the year 0; the formulas are Howard Hinnant's
/// (`days_from_civil`, `civil_from_days`).
enum Calendar {
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// `month` from 1 to 12.
    static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func day(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let century = shifted / 400
        let yearOfEra = shifted - century * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return century * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    static func date(ofDay ordinal: Int) -> (year: Int, month: Int, day: Int) {
        let era = ordinal / 146_097
        let dayOfEra = ordinal - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The week of the ISO calendar in which the year's 4 January stands, counted without gaps.
    static func firstWeek(ofYear year: Int) -> Int {
        week(ofDay: day(year: year, month: 1, day: 4))
    }

    static func weeks(inYear year: Int) -> Int {
        firstWeek(ofYear: year + 1) - firstWeek(ofYear: year)
    }

    static func week(_ ordinal: Int) -> (year: Int, week: Int) {
        // Thursday decides to which year a week belongs.
        let year = date(ofDay: ordinal * 7 + 1).year
        return (year, ordinal - firstWeek(ofYear: year) + 1)
    }

    /// Day 0 is a Wednesday, so that Monday is day 5 and each week begins at a multiple of 7 less 2.
    private static func week(ofDay ordinal: Int) -> Int { (ordinal + 2) / 7 }
}
