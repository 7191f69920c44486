/// Numbers as English prose writes them.
enum EnglishNumber {
    /// `1st`, `2nd`, `11th`.
    static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number.magnitude % 10, number.magnitude % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return grouped(String(number)) + suffix
    }

    /// `twenty-first`.
    static func ordinalWords(_ number: Int) -> String {
        let words = words(number)
        let start = words.lastIndex { $0 == " " || $0 == "-" }.map(words.index(after:)) ?? words.startIndex
        let last = String(words[start...])
        let ending: String
        if let irregular = irregularOrdinals[last] {
            ending = irregular
        } else {
            ending = last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th"
        }
        return words[..<start] + ending
    }

    /// `minus one thousand two hundred thirty-four`; up to trillions.
    static func words(_ number: Int) -> String {
        if number < 0 { return "minus " + words(-number) }
        guard number > 0 else { return "zero" }
        var parts: [String] = []
        var rest = number
        for (scale, name) in scales where rest >= scale {
            parts.append(hundreds(rest / scale) + name)
            rest %= scale
        }
        if rest > 0 { parts.append(hundreds(rest)) }
        return parts.joined(separator: " ")
    }

    /// A number in figures, with a comma between thousands.
    static func grouped(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return text
        }
        var digits = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { digits.append(",") }
            digits.append(digit)
        }
        let fraction = parts.count == 2 ? "." + parts[1] : ""
        let isZero = !(digits + fraction).contains { ("1"..."9").contains($0) }
        return (isNegative && !isZero ? "\u{2212}" : "") + digits + fraction
    }

    private static func hundreds(_ number: Int) -> String {
        var parts: [String] = []
        if number >= 100 { parts.append(small[number / 100] + " hundred") }
        let rest = number % 100
        if rest > 0 {
            parts.append(
                rest < 20 ? small[rest] : tens[rest / 10] + (rest % 10 > 0 ? "-" + small[rest % 10] : ""))
        }
        return parts.joined(separator: " ")
    }

    private static let scales = [
        (1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million"),
        (1000, " thousand"),
    ]

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]

    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]

    private static let irregularOrdinals = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
        "nine": "ninth", "twelve": "twelfth",
    ]
}
