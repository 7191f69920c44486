import Datasets
import Diagnostics

/// How a site's language writes dates and numbers, and the words that sitegen itself puts on pages.
///
/// A value of the site, never of the machine: the same site reads the same wherever it is built. English,
/// German, French and Spanish are known; a site adds or changes what it likes under `formats` and `words`.
struct LanguageFormat: Sendable, Hashable {
    /// Twelve, from January.
    var months: [String]
    /// Of `{day}`, `{month}` and `{year}`, and of the last two.
    var date: TextPattern
    var monthAndYear: TextPattern
    /// How the first day of a month is written where it is not just its number: `1er`.
    var firstDay: String?
    var decimalSeparator: String
    var groupSeparator: String
    /// By the name under which templates know them.
    var words: [String: String]

    /// `28 April 2014`
    func text(_ day: PublicationDate) -> String {
        date.filled { name in
            switch name {
            case "day": day.day == 1 ? firstDay ?? "1" : String(day.day)
            case "month": months[day.month - 1]
            case "year": String(day.year)
            default: nil
            }
        }
    }

    /// A date of any precision in words: `2014-04-28`, `2014-04` and `2014` as `28 April 2014`, `April 2014`
    /// and `2014`; any other text as it is.
    func dateInWords(_ text: String) -> String {
        if let day = PublicationDate(text) { return self.text(day) }
        let parts = text.split(separator: "-")
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let month = Int(parts[1]), (1...12).contains(month)
        else { return text }
        return monthAndYear.filled {
            $0 == "month" ? months[month - 1] : $0 == "year" ? String(parts[0]) : nil
        }
    }

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

    private func grouped(_ digits: Substring) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += groupSeparator }
            result.append(digit)
        }
        return result
    }

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

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

extension LanguageFormat {
    /// What site.yaml says of its language: `language`, `formats` and `words`.
    static func read(_ keys: inout KeyedReader, language: String) -> LanguageFormat {
        var format = standard(for: language)
        keys.mapping("formats") { formats in
            if let months = formats.texts("months") {
                if months.count == 12 {
                    format.months = months
                } else {
                    formats.report(
                        "formats", at: formats.valueLocation(of: "months"),
                        "'months' has \(months.count) names where a year has twelve months")
                }
            }
            format.date = pattern("date", &formats) ?? format.date
            format.monthAndYear = pattern("month", &formats) ?? format.monthAndYear
            if let text = formats.text("decimal") { format.decimalSeparator = text }
            if let text = formats.text("group") { format.groupSeparator = text }
        }
        if let value = keys.value("words") {
            guard let mapping = value.mapping else {
                keys.report("wrong-type", at: value.location, "'words' must be a mapping of names to texts")
                return format
            }
            for entry in mapping.entries { format.words[entry.key] = entry.value.raw }
        }
        return format
    }

    private static func pattern(_ key: String, _ keys: inout KeyedReader) -> TextPattern? {
        guard let text = keys.text(key) else { return nil }
        let pattern = TextPattern(text)
        if pattern == nil || pattern?.names.allSatisfy(["day", "month", "year"].contains) == false {
            keys.report(
                "formats", at: keys.valueLocation(of: key), "'\(text)' is no pattern of a date",
                help: "write it with {day}, {month} and {year}")
            return nil
        }
        return pattern
    }
}
