/// Numbers in the forms that prose gives them.
enum Written {
    /// `units` counts the last decimal.
    static func plain(_ units: Int, _ decimals: Int) -> String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = units < 0 ? "-" : ""
        return sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }

    static func grouped(_ units: Int, _ decimals: Int) -> String {
        grouped(units, decimals, by: ",", minus: "\u{2212}")
    }

    static func thin(_ units: Int, _ decimals: Int) -> String {
        grouped(units, decimals, by: "\u{202F}", minus: "minus ")
    }

    static func percent(_ units: Int, _ decimals: Int) -> String { plain(units, decimals) + " %" }

    static func money(_ units: Int, _ decimals: Int) -> String {
        (units < 0 ? "\u{2212}" : "") + "$" + plain(abs(units), decimals)
    }

    private static func grouped(_ units: Int, _ decimals: Int, by separator: String, minus: String) -> String
    {
        let parts = plain(abs(units), decimals).split(separator: ".")
        var whole = ""
        for (place, digit) in parts[0].enumerated() {
            if place > 0, (parts[0].count - place) % 3 == 0 { whole += separator }
            whole.append(digit)
        }
        return (units < 0 ? minus : "") + whole + (parts.count == 2 ? "." + parts[1] : "")
    }

    static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return grouped(number, 0) + suffix
    }

    static func ordinalWords(_ number: Int) -> String {
        let words = words(number)
        let start = words.lastIndex { $0 == " " || $0 == "-" }.map(words.index(after:)) ?? words.startIndex
        let last = String(words[start...])
        let irregular = [
            "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
            "nine": "ninth", "twelve": "twelfth",
        ]
        let ending = irregular[last] ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
        return words[..<start] + ending
    }

    static func words(_ number: Int) -> String { words(number, and: " ") }

    static func wordsWithAnd(_ number: Int) -> String { words(number, and: " and ") }

    private static func words(_ number: Int, and: String) -> String {
        if number >= 1_000_000 { return join(number, 1_000_000, " million", and) }
        if number >= 1000 { return join(number, 1000, " thousand", and) }
        if number >= 100 { return join(number, 100, " hundred", and) }
        if number < 20 { return small[number] }
        return tens[number / 10] + (number % 10 > 0 ? "-" + small[number % 10] : "")
    }

    private static func join(_ number: Int, _ scale: Int, _ name: String, _ and: String) -> String {
        let rest = number % scale
        let head = words(number / scale, and: and) + name
        return rest == 0 ? head : head + (rest < 100 ? and : " ") + words(rest, and: and)
    }

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]

    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
}
