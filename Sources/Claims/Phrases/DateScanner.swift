/// Finds the dates in a row of tokens, so that their numbers are not taken for quantities.
struct DateScanner {
    struct Found: Sendable, Hashable {
        let date: DateText
        let tokens: Range<Int>
    }

    let tokens: [Token]

    static func dates(in tokens: [Token]) -> [Found] {
        let scanner = DateScanner(tokens: tokens)
        var found: [Found] = []
        var index = 0
        while index < tokens.count {
            if let date = scanner.date(at: index, after: found.last) {
                found.append(date)
                index = date.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func date(at index: Int, after last: Found?) -> Found? {
        if case .date(let date) = tokens[index].kind {
            return Found(date: date, tokens: index..<index + 1)
        }
        return dayFirst(index) ?? monthFirst(index) ?? yearAlone(index, after: last)
    }

    /// `28 April 2014`, `28th of April`.
    private func dayFirst(_ index: Int) -> Found? {
        guard let day = day(at: index) else { return nil }
        var next = index + 1
        if word(next) == "of" { next += 1 }
        guard let month = month(at: next) else { return nil }
        return withYear(DateText(month: month, day: day), index, next + 1)
    }

    /// `April 28, 2014`, `April 2014`, `April`.
    private func monthFirst(_ index: Int) -> Found? {
        guard let month = month(at: index) else { return nil }
        if let day = day(at: index + 1), tokens[index + 1].year == nil {
            var next = index + 2
            if mark(next) == "," { next += 1 }
            let found = withYear(DateText(month: month, day: day), index, next)
            return found.date.year == nil ? Found(date: found.date, tokens: index..<index + 2) : found
        }
        return withYear(DateText(month: month), index, index + 1)
    }

    private func withYear(_ date: DateText, _ start: Int, _ next: Int) -> Found {
        var date = date
        guard tokens.indices.contains(next), let year = tokens[next].year else {
            return Found(date: date, tokens: start..<next)
        }
        date.year = year
        return Found(date: date, tokens: start..<next + 1)
    }

    /// A year after a word that makes it one: `in 2014`, `mid-2014`, `2012 to 2014`.
    private func yearAlone(_ index: Int, after last: Found?) -> Found? {
        guard let year = tokens[index].year else { return nil }
        var before = index - 1
        let isJoined = mark(before) == "-" || mark(before) == "\u{2013}"
        if isJoined { before -= 1 }
        let leads = word(before).map(Self.leads.contains) ?? false
        let isNamed = before >= 0 && tokens[before].kind == .name && tokens[before].text.hasPrefix("q")
        let connects = isJoined || ["to", "and", "or", "through", ","].contains(tokens[max(before, 0)].text)
        let end = last.flatMap { $0.date.year == nil ? nil : $0.tokens.upperBound }
        let continues = connects && (end == index - 1 || end == before + 1)
        guard leads || isNamed || continues else { return nil }
        return Found(date: DateText(year: year), tokens: index..<index + 1)
    }

    private func day(at index: Int) -> Int? {
        guard tokens.indices.contains(index) else { return nil }
        let day: Int
        switch tokens[index].kind {
        case .numeral:
            guard let number = tokens[index].plainInteger else { return nil }
            day = number
        case .ordinal(let number): day = Int(exactly: number.double) ?? 0
        default: return nil
        }
        return (1...31).contains(day) ? day : nil
    }

    private func month(at index: Int) -> Int? {
        guard tokens.indices.contains(index), tokens[index].isWord, tokens[index].isCapitalised else {
            return nil
        }
        return DateText.month(tokens[index].text)
    }

    private func word(_ index: Int) -> String? {
        tokens.indices.contains(index) && tokens[index].isWord ? tokens[index].text : nil
    }

    private func mark(_ index: Int) -> String? {
        tokens.indices.contains(index) && tokens[index].kind == .mark ? tokens[index].text : nil
    }

    private static let leads: Set<String> = [
        "in", "of", "since", "from", "until", "till", "by", "during", "before", "after", "between", "to",
        "through", "throughout", "year", "early", "mid", "late", "spring", "summer", "autumn", "fall",
        "winter", "half", "quarter",
    ]
}
