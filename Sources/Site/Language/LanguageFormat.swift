import Datasets
import Markdown

/// How a site's language writes dates, numbers and quotations, and the words that sitegen itself puts on pages.
///
/// A value of the site, never of the machine: the same site reads the same wherever it is built. What is known
/// of languages stands in `english.yaml` and `languages.yaml`; a site adds or changes what it likes under
/// `formats` and `words`.
struct LanguageFormat: Sendable, Hashable {
    /// The tag that the site gives: `de`, `fr-CA`.
    var language = "en"
    /// Twelve, from January.
    var months = (1...12).map(String.init)
    /// Of `{day}`, `{month}` and `{year}`, and of the last two.
    var date: TextPattern = [.name("year"), .literal("-"), .name("month"), .literal("-"), .name("day")]
    var monthAndYear: TextPattern = [.name("year"), .literal("-"), .name("month")]
    /// Of `{week}` and `{year}`.
    var weekAndYear: TextPattern = [.name("year"), .literal("-W"), .name("week")]
    /// How the first day of a month is written where it is not just its number: `1er`.
    var firstDay: String?
    var decimalSeparator = "."
    var groupSeparator = ""
    /// Of `{number}`: `25 %`.
    var percentPattern: TextPattern = [.name("number"), .literal("%")]
    /// Of `{number}`: `11.`; nil where the language's ordinals are not known.
    var ordinalPattern: TextPattern?
    /// The first ordinal where it is formed otherwise: `1er`.
    var firstOrdinal: String?
    var quotationMarks = QuotationMarks.english
    /// By the name under which templates know them.
    var words: [String: String] = [:]

    /// A word of sitegen's own; its name where the site has taken it away.
    func word(_ name: String) -> String { words[name] ?? name }

    /// Words that speak of numbers, as `{count} more rows`.
    func word(_ name: String, count: Int, of total: Int? = nil) -> String {
        let text = word(name)
        return TextPattern(text)?.filled { place in
            switch place {
            case "count": number(String(count))
            case "total": total.map { number(String($0)) }
            default: nil
            }
        } ?? text
    }
}

// MARK: Dates

extension LanguageFormat {
    /// `28 April 2014`
    func text(_ day: PublicationDate) -> String { self.day(day.day, day.month, day.year) }

    /// A date of any precision in words: `2014-04-28`, `2014-04` and `2014` as `28 April 2014`, `April 2014`
    /// and `2014`; any other text as it is.
    func dateInWords(_ text: String) -> String {
        if let day = PublicationDate(text) { return self.text(day) }
        let parts = text.split(separator: "-")
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
        else { return text }
        return self.month(month, of: year)
    }
}

extension LanguageFormat: WordForms {
    func day(_ day: Int, _ month: Int, _ year: Int) -> String {
        date.filled { name in
            switch name {
            case "day": day == 1 ? firstDay ?? "1" : String(day)
            case "month": months[month - 1]
            case "year": String(year)
            default: nil
            }
        }
    }

    func month(_ month: Int, of year: Int) -> String {
        monthAndYear.filled { $0 == "month" ? months[month - 1] : $0 == "year" ? String(year) : nil }
    }

    func week(_ week: Int, of year: Int) -> String {
        weekAndYear.filled { $0 == "week" ? String(week) : $0 == "year" ? String(year) : nil }
    }

    // MARK: Numbers

    /// A number as the data write it, `1234.5`, with the language's separators: `1.234,5`. Any other text as
    /// it is.
    func number(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "−" : ""
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
        else { return text }
        let fraction = parts.count == 2 ? decimalSeparator + parts[1] : ""
        return sign + grouped(parts[0]) + fraction
    }

    func percent(_ number: String) -> String { percentPattern.filled { _ in number } }

    func ordinal(_ number: Int) -> String? {
        if isEnglish { return EnglishForms().ordinal(number) }
        if number == 1, let firstOrdinal { return firstOrdinal }
        return ordinalPattern?.filled { _ in self.number(String(number)) }
    }

    private func grouped(_ digits: Substring) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += groupSeparator }
            result.append(digit)
        }
        return result
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
