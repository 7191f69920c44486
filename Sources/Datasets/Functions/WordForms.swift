/// How the language of a site writes numbers and periods, for functions that put them into prose.
package protocol WordForms: Sendable {
    /// `en`, `de-AT`
    var language: String { get }
    /// A number as the data write it, `-1234.5`, with the language's separators.
    func number(_ text: String) -> String
    /// A number as `number` wrote it, with the sign for percent.
    func percent(_ number: String) -> String
    /// `11th`; nil where the language has no ordinals in figures that are known.
    func ordinal(_ number: Int) -> String?
    /// - Parameter month: from 1
    func month(_ month: Int, of year: Int) -> String
    /// - Parameter month: from 1
    func day(_ day: Int, _ month: Int, _ year: Int) -> String
    /// A week of the ISO calendar.
    func week(_ week: Int, of year: Int) -> String
}

extension WordForms {
    /// Whether words for numbers are known, which are English.
    package var isEnglish: Bool { language == "en" || language.hasPrefix("en-") || language.hasPrefix("en_") }

    /// A number in its shortest exact form, or rounded half away from zero to so many decimals.
    func number(_ number: Double, decimals: Int?) -> String {
        let text =
            decimals.map { PrintedNumber.fixed(number, decimals: $0) } ?? Value.real(number).text ?? ""
        let isZero = !text.utf8.contains { (0x31...0x39).contains($0) }
        return self.number(isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text)
    }
}

/// The forms of a database that nobody gave a language.
package struct EnglishForms: WordForms {
    package let language = "en"

    package init() {}

    package func number(_ text: String) -> String { EnglishNumber.grouped(text) }
    package func percent(_ number: String) -> String { number + "%" }
    package func ordinal(_ number: Int) -> String? { EnglishNumber.ordinal(number) }

    package func month(_ month: Int, of year: Int) -> String { "\(Calendar.monthNames[month - 1]) \(year)" }

    package func day(_ day: Int, _ month: Int, _ year: Int) -> String {
        "\(day) \(self.month(month, of: year))"
    }

    package func week(_ week: Int, of year: Int) -> String { "Week \(week) of \(year)" }
}

extension Period {
    /// The period in words, `March 2014`.
    package func label(in forms: some WordForms) -> String {
        switch grain {
        case .year: return String(ordinal)
        case .quarter: return "Q\(ordinal % 4 + 1) \(ordinal / 4)"
        case .month: return forms.month(ordinal % 12 + 1, of: ordinal / 12)
        case .week:
            let week = Calendar.week(ordinal)
            return forms.week(week.week, of: week.year)
        case .day:
            let date = Calendar.date(ofDay: ordinal)
            return forms.day(date.day, date.month, date.year)
        }
    }
}
