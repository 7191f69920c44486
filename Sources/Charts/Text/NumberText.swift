/// Numbers for readers: a point, no locale, a true minus sign, groups of three from 10,000 on.
enum NumberText {
    /// The number with so many decimals, rounded half away from zero.
    static func text(_ number: Double, decimals: Int) -> String {
        guard number.isFinite else { return "–" }
        let places = min(max(decimals, 0), 6)
        let factor = powers[places]
        let scaled = (number.magnitude * factor).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e17 else { return exponential(number) }
        let units = Int(scaled)
        let whole = units / Int(factor)
        var text = grouped(whole)
        if places > 0 { text += "." + Digits.padded(units % Int(factor), to: places) }
        return number < 0 && units > 0 ? "−" + text : text
    }

    /// The fewest decimals, up to six, that tell the number exactly.
    static func decimals(of number: Double) -> Int {
        guard number.isFinite, number.magnitude < 1e9 else { return 0 }
        return (0..<6).first { places in
            let scaled = number * powers[places]
            return (scaled - scaled.rounded()).magnitude < 1e-6
        } ?? 6
    }

    /// How many digits stand after the point of a printed number.
    static func decimals(ofPrinted text: String) -> Int {
        guard let point = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return 0 }
        return text.utf8[text.utf8.index(after: point)...]
            .prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    }

    /// `1st`, `2nd`, `11th`; a half place as `2.5th`.
    static func ordinal(_ place: Double) -> String {
        guard let number = Int(exactly: place) else { return place.plain + "th" }
        let suffix =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return String(number) + suffix
    }

    /// Small numbers as words, as in running text.
    static func word(_ number: Int) -> String {
        words.indices.contains(number) ? words[number] : String(number)
    }

    static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    private static let words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ]

    private static func grouped(_ number: Int) -> String {
        guard number >= 10_000 else { return String(number) }
        var text = ""
        let digits = String(number)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `1.5e18`, for numbers that no chart of this world has.
    private static func exponential(_ number: Double) -> String {
        var (mantissa, exponent) = (number.magnitude, 0)
        while mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        return (number < 0 ? "−" : "") + text(mantissa, decimals: 1) + "e\(exponent)"
    }
}

extension Double {
    /// The number without a needless `.0`, for ranks: 3, 2.5.
    var plain: String {
        Int(exactly: self).map(String.init) ?? NumberText.text(self, decimals: NumberText.decimals(of: self))
    }
}
