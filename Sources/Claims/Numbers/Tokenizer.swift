/// Cuts prose into words, numerals and marks.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private let offsets: [Int]
    private var index = 0
    private var tokens: [Token] = []
    private var endOfLast = -1

    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offset = 0
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
    }

    private mutating func run() {
        while let scalar = at(0) {
            if scalar.isSpace {
                index += 1
            } else if scalar.isASCIIDigit || (scalar == "." && at(1).isDigit && !isAfterText) {
                numeral()
            } else if let parts = scalar.vulgarFraction {
                add(.fraction(numerator: parts.0, denominator: parts.1), length: 1)
            } else if scalar.isLetter {
                word()
            } else {
                add(.mark, length: 1)
            }
        }
    }

    private func at(_ ahead: Int) -> Unicode.Scalar? {
        let place = index + ahead
        return scalars.indices.contains(place) ? scalars[place] : nil
    }

    private var isAfterText: Bool {
        at(-1).map { !$0.isSpace && ($0.isLetter || $0.isASCIIDigit) } ?? false
    }

    private mutating func add(_ kind: Token.Kind, length: Int, suffix: Int = 0) {
        let range = offsets[index]..<offsets[index + length + suffix]
        let written = scalars[index..<index + length]
        let ending = scalars[index + length..<index + length + suffix]
        tokens.append(
            Token(
                kind, Self.folded(written), range, isGlued: range.lowerBound == endOfLast,
                isCapitalised: written.first?.isCapital ?? false,
                suffix: suffix == 1 ? String(String.UnicodeScalarView(ending)) : Self.folded(ending)))
        endOfLast = range.upperBound
        index += length + suffix
    }

    private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        var isASCII = true
        for scalar in scalars {
            let folded: Unicode.Scalar = scalar == "\u{2019}" ? "'" : scalar.asciiLowercased
            if !folded.isASCII { isASCII = false }
            text.append(folded)
        }
        return isASCII ? String(text) : String(text).lowercased()
    }

    /// Letters with apostrophes between them; with digits in it, or glued to digits by a point or a hyphen,
    /// it is a name: `IPv6`, `H.264`, `MPEG-4`.
    private mutating func word() {
        var length = 1
        var holdsDigits = false
        while let scalar = at(length) {
            let joins =
                scalar.isApostrophe && at(length + 1).isLetter
                || (scalar == "." || scalar == "-") && at(length + 1).isDigit && (length < 6 || holdsDigits)
                    && !isYearAhead(length + 1)
            guard scalar.isLetter || scalar.isASCIIDigit || joins else { break }
            if scalar.isASCIIDigit { holdsDigits = true }
            length += 1
        }
        add(holdsDigits ? .name : .word, length: length)
    }

    private func isYearAhead(_ start: Int) -> Bool {
        (start..<start + 4).allSatisfy { at($0).isDigit } && !at(start + 4).isDigit
    }

    private mutating func numeral() {
        if let (date, length) = isoDate() { return add(.date(date), length: length) }
        let (length, places) = digits()
        if let next = at(length), next == "." || next == ":", at(length + 1).isDigit {
            return add(.name, length: nameLength(from: length))
        }
        if let (numerator, denominator, whole) = slashFraction(length) {
            return add(.fraction(numerator: numerator, denominator: denominator), length: whole)
        }
        let plain = scalars[index..<index + length].filter { $0.isASCIIDigit || $0 == "." }
        guard let number = ExactDecimal(digits: plain.map { UInt8($0.value) }) else {
            return add(.name, length: length)
        }
        let letters = letterCount(from: length)
        let suffix = String(String.UnicodeScalarView(scalars[index + length..<index + length + letters]))
        let isMoney = tokens.last.map { NumberWords.currencies.contains($0.text) } ?? false
        let isDecade = suffix == "s" && length == 4 && places == 0
        if ["st", "nd", "rd", "th"].contains(suffix.lowercased()) {
            add(places == 0 ? .ordinal(number) : .name, length: length, suffix: letters)
        } else if suffix == "'s" || suffix == "\u{2019}s" {
            add(.numeral(number, unit: -places), length: length)
        } else if NumberWords.canFollowNumeral(suffix, isMoney: isMoney), !isDecade {
            add(.numeral(number, unit: -places), length: length, suffix: letters)
        } else {
            add(.name, length: nameLength(from: length))
        }
    }

    /// How many scalars the numeral takes, separators between thousands among them, and its decimals.
    private func digits() -> (length: Int, places: Int) {
        var length = 0
        while at(length).isDigit { length += 1 }
        if (1...3).contains(length) {
            while let separator = at(length), separator.separatesThousands,
                (1...3).allSatisfy({ at(length + $0).isDigit }), !at(length + 4).isDigit
            {
                length += 4
            }
        }
        var places = 0
        if at(length) == ".", at(length + 1).isDigit {
            while at(length + 1 + places).isDigit { places += 1 }
            length += 1 + places
        }
        return (length, places)
    }

    private func letterCount(from start: Int) -> Int {
        var length = start
        while let scalar = at(length),
            scalar.isLetter || scalar.isASCIIDigit
                || scalar.isApostrophe && at(length + 1).isLetter
        {
            length += 1
        }
        return length - start
    }

    private func nameLength(from start: Int) -> Int {
        var length = start
        while let scalar = at(length),
            scalar.isLetter || scalar.isASCIIDigit
                || (scalar == "." || scalar == ":") && at(length + 1).isDigit
        {
            length += 1
        }
        return length
    }

    private func isoDate() -> (DateText, length: Int)? {
        guard let year = integer(0, 4), at(4) == "-", let month = integer(5, 2), (1...12).contains(month)
        else { return nil }
        guard at(7) == "-", let day = integer(8, 2), (1...31).contains(day), !at(10).isDigit else {
            guard !at(7).isDigit, at(7) != "-" || !at(8).isDigit else { return nil }
            return (DateText(year: year, month: month), 7)
        }
        return (DateText(year: year, month: month, day: day), 10)
    }

    private func integer(_ start: Int, _ count: Int) -> Int? {
        var result = 0
        for place in start..<start + count {
            guard let scalar = at(place), scalar.isASCIIDigit else { return nil }
            result = result * 10 + Int(scalar.value - 0x30)
        }
        return result
    }

    /// A proper fraction of small numbers, not part of a longer row of slashes.
    private func slashFraction(_ length: Int) -> (Int, Int, Int)? {
        guard length <= 3, at(length) == "/" || at(length) == "\u{2044}", at(-1) != "/" else { return nil }
        var digits = 0
        while at(length + 1 + digits).isDigit { digits += 1 }
        guard (1...3).contains(digits), at(length + 1 + digits) != "/",
            let numerator = integer(0, length), let denominator = integer(length + 1, digits),
            numerator < denominator, numerator > 0
        else { return nil }
        return (numerator, denominator, length + 1 + digits)
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    fileprivate var isLetter: Bool {
        isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }

    fileprivate var isCapital: Bool {
        isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase
    }

    fileprivate var isSpace: Bool {
        isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    fileprivate var asciiLowercased: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : self
    }

    fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" }

    /// A comma, or a space that does not break.
    fileprivate var separatesThousands: Bool {
        self == "," || self == "\u{A0}" || self == "\u{2009}" || self == "\u{202F}"
    }

    fileprivate var vulgarFraction: (Int, Int)? {
        switch self {
        case "½": (1, 2)
        case "⅓": (1, 3)
        case "⅔": (2, 3)
        case "¼": (1, 4)
        case "¾": (3, 4)
        case "⅕": (1, 5)
        case "⅖": (2, 5)
        case "⅗": (3, 5)
        case "⅘": (4, 5)
        case "⅙": (1, 6)
        case "⅛": (1, 8)
        case "⅜": (3, 8)
        case "⅝": (5, 8)
        case "⅞": (7, 8)
        case "⅒": (1, 10)
        default: nil
        }
    }
}

extension Unicode.Scalar? {
    fileprivate var isDigit: Bool { map(\.isASCIIDigit) ?? false }
    fileprivate var isLetter: Bool { map(\.isLetter) ?? false }
}
