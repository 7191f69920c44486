/// A day, month or year, as far as a text names it: `28 April 2014`, `April 2014`, `April`.
struct DateText: Sendable, Hashable {
    var year: Int?
    var month: Int?
    var day: Int?

    /// Whether every part that this names is the same in the other.
    func agrees(with other: Self) -> Bool {
        (year == nil || year == other.year) && (month == nil || month == other.month)
            && (day == nil || day == other.day)
    }

    /// Month names by their first three letters, in full or cut to three or four.
    static func month(_ word: String) -> Int? {
        guard let index = names.firstIndex(where: { $0.hasPrefix(word.prefix(3)) }) else { return nil }
        let name = names[index]
        guard word == name || word.count == 3 || word == "sept" else { return nil }
        return index + 1
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
