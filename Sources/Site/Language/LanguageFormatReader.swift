import Datasets
import Diagnostics
import Markdown

extension LanguageFormat {
    /// What site.yaml says of its language: `language`, `formats` and `words`.
    static func read(_ keys: inout KeyedReader, language: String) -> LanguageFormat {
        var format = standard(for: language)
        format.language = language
        format.change(&keys)
        return format
    }

    /// Takes over what `formats` and `words` say.
    mutating func change(_ keys: inout KeyedReader) {
        keys.mapping("formats") { changeFormats(&$0) }
        guard let value = keys.value("words") else { return }
        guard let mapping = value.mapping else {
            keys.report("wrong-type", at: value.location, "'words' must be a mapping of names to texts")
            return
        }
        for entry in mapping.entries { words[entry.key] = entry.value.raw }
    }

    private mutating func changeFormats(_ keys: inout KeyedReader) {
        months = Self.texts("months", count: 12, "a year has twelve months", &keys) ?? months
        date = Self.pattern("date", of: ["day", "month", "year"], &keys) ?? date
        monthAndYear = Self.pattern("month", of: ["month", "year"], &keys) ?? monthAndYear
        weekAndYear = Self.pattern("week", of: ["week", "year"], &keys) ?? weekAndYear
        firstDay = keys.text("first_day") ?? firstDay
        decimalSeparator = keys.text("decimal") ?? decimalSeparator
        groupSeparator = keys.text("group") ?? groupSeparator
        percentPattern = Self.pattern("percent", of: ["number"], &keys) ?? percentPattern
        ordinalPattern = Self.pattern("ordinal", of: ["number"], &keys) ?? ordinalPattern
        firstOrdinal = keys.text("first_ordinal") ?? firstOrdinal
        if let marks = Self.texts("quotes", count: 4, "two pairs are needed, the outer one first", &keys) {
            quotationMarks = QuotationMarks(
                opening: marks[0], closing: marks[1], innerOpening: marks[2], innerClosing: marks[3])
        }
    }

    private static func texts(
        _ key: String, count: Int, _ reason: String, _ keys: inout KeyedReader
    ) -> [String]? {
        guard let texts = keys.texts(key) else { return nil }
        if texts.count == count { return texts }
        keys.report(
            "formats", at: keys.valueLocation(of: key), "'\(key)' has \(texts.count) texts, not \(count)",
            notes: [reason])
        return nil
    }

    private static func pattern(
        _ key: String, of names: [String], _ keys: inout KeyedReader
    ) -> TextPattern? {
        guard let text = keys.text(key) else { return nil }
        let pattern = TextPattern(text)
        if pattern == nil || pattern?.names.allSatisfy(names.contains) == false {
            keys.report(
                "formats", at: keys.valueLocation(of: key), "'\(text)' is no pattern of '\(key)'",
                help: "write it with " + names.map { "{\($0)}" }.joined(separator: ", "))
            return nil
        }
        return pattern
    }
}
