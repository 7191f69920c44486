/// The English words that numbers are made of.
enum NumberWords {
    static let small: [String: Int64] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
        "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]

    static let tens: [String: Int64] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]

    /// Powers of ten.
    static let scales: [String: Int] = [
        "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12,
    ]

    /// Directly after a numeral, by their case: `2k`, `1.5M`; 2m are metres, and 4K is a name.
    static let letterScales: [String: Int] = ["k": 3, "M": 6, "B": 9]

    /// After an amount of money in either case.
    static let moneyScales: [String: Int] = ["k": 3, "m": 6, "b": 9]

    static let ordinals: [String: String] = [
        "first": "one", "second": "two", "third": "three", "fourth": "four", "fifth": "five",
        "sixth": "six", "seventh": "seven", "eighth": "eight", "ninth": "nine", "tenth": "ten",
        "eleventh": "eleven", "twelfth": "twelve", "thirteenth": "thirteen", "fourteenth": "fourteen",
        "fifteenth": "fifteen", "sixteenth": "sixteen", "seventeenth": "seventeen",
        "eighteenth": "eighteen", "nineteenth": "nineteen", "twentieth": "twenty", "thirtieth": "thirty",
        "fortieth": "forty", "fiftieth": "fifty", "sixtieth": "sixty", "seventieth": "seventy",
        "eightieth": "eighty", "ninetieth": "ninety", "hundredth": "hundred", "thousandth": "thousand",
        "millionth": "million",
    ]

    /// Parts of a whole in the singular: half, third, quarter, tenth, hundredth.
    static let parts: [String: Int] = [
        "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "sixteenth": 16,
        "twentieth": 20, "hundredth": 100, "thousandth": 1000,
    ]

    /// The parts that `word` names, and whether it is a plural.
    static func part(_ word: String) -> (denominator: Int, isPlural: Bool)? {
        if let denominator = parts[word] { return (denominator, false) }
        if word == "halves" { return (2, true) }
        guard word.hasSuffix("s"), let denominator = parts[String(word.dropLast())] else { return nil }
        return (denominator, true)
    }

    static let multiples: [String: Int64] = [
        "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3,
        "tripled": 3, "triples": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4,
    ]

    static let currencies: Set<String> = ["$", "£", "€", "¥", "₹"]

    /// The power of ten that letters directly after a numeral stand for.
    static func scale(ofLetters letters: String, isMoney: Bool) -> Int? {
        letterScales[letters] ?? scales[letters] ?? (isMoney ? moneyScales[letters.lowercased()] : nil)
    }

    /// Whether letters that directly follow a numeral leave it a number: `35Mbps`, `$3bn`, but not `4K`.
    static func canFollowNumeral(_ letters: String, isMoney: Bool) -> Bool {
        let folded = letters.lowercased()
        if letterScales[letters] != nil || isMoney && moneyScales[folded] != nil { return true }
        return numeralSuffixes.contains(folded) && (letters.utf8.count > 1 || letters == folded)
    }

    private static let numeralSuffixes: Set<String> = [
        "", "bn", "mn", "tn", "m", "x", "mbps", "kbps", "gbps", "bps", "kb", "mb", "gb", "tb", "ms", "s",
        "min", "h", "km", "cm", "mm", "kg", "g", "mg", "t", "l", "pp", "px", "hz", "khz", "mhz", "ghz", "w",
        "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "c", "f", "am", "pm",
    ]

    /// Words that a number in words may begin with; most words of a text are none of these.
    static let beginnings: Set<String> = Set(small.keys).union(tens.keys).union(ordinals.keys)
        .union(multiples.keys).union(nothing)
        .union(["a", "an", "half", "halved", "halves", "dozen", "single", "once", "minus", "plus"])

    /// Words without one of which, or a digit, a text holds no number: an article begins one only with another
    /// of them behind it.
    static let signs: Set<String> = beginnings.subtracting(["a", "an", "minus", "plus"]).union(scales.keys)
        .union(parts.keys).union(parts.keys.map { $0 + "s" }).union(["hundred"])

    static func mayBegin(_ word: String) -> Bool {
        beginnings.contains(word) || word.hasSuffix("fold")
    }

    /// Words for none.
    static let nothing: Set<String> = ["no", "none", "zero", "nil", "nobody"]
}
