/// One number read from a place in a row of tokens, without sign and currency.
struct NumberReading {
    var start: Int
    private(set) var end: Int
    private(set) var form: Figure.Form
    private(set) var measure: Figure.Measure
    private(set) var hasScale = false
    private let tokens: [Token]

    /// - Parameter readsShares: whether `one in five` is one number
    init?(_ tokens: [Token], at start: Int, isMoney: Bool, readsShares: Bool = true) {
        guard tokens.indices.contains(start) else { return nil }
        self.tokens = tokens
        self.start = start
        end = start + 1
        form = .cardinal
        measure = .decimal(ExactDecimal(0), unit: 0)
        guard readNumeral(isMoney: isMoney) || readWords() || readArticle() || readSingleWord() else {
            return nil
        }
        if readsShares, !isMoney { readShare() }
    }

    mutating func negate() {
        switch measure {
        case .decimal(let number, let unit): measure = .decimal(number.negated, unit: unit)
        case .fraction(let numerator, let denominator):
            measure = .fraction(numerator: -numerator, denominator: denominator)
        }
    }

    private func word(_ index: Int) -> String {
        tokens.indices.contains(index) && tokens[index].isWord ? tokens[index].text : ""
    }

    private func text(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    // MARK: In figures

    private mutating func readNumeral(isMoney: Bool) -> Bool {
        let token = tokens[start]
        switch token.kind {
        case .ordinal(let number):
            (form, measure) = (.ordinal, .decimal(number, unit: 0))
        case .fraction(let numerator, let denominator):
            (form, measure) = (.fraction, .fraction(numerator: numerator, denominator: denominator))
        case .numeral(let number, let unit):
            measure = .decimal(number, unit: unit)
            if let power = NumberWords.scale(ofLetters: token.suffix, isMoney: isMoney) { scale(by: power) }
            if token.suffix == "x" { form = .multiple }
            readScaleWords()
            if number.isWhole { readParts(Int(exactly: number.double.rounded()) ?? 0) }
            readMixedFraction(number, unit)
            readTimes()
        case .word, .date, .name, .mark: return false
        }
        return true
    }

    private mutating func scale(by power: Int) {
        guard case .decimal(let number, let unit) = measure else { return }
        measure = .decimal(number.scaled(by: power), unit: unit + power)
        hasScale = true
    }

    private mutating func readScaleWords() {
        while end - start < 4 {
            if word(end) == "hundred" {
                scale(by: 2)
            } else if let power = NumberWords.scales[word(end)] {
                scale(by: power)
            } else {
                return
            }
            end += 1
        }
    }

    /// `2½`.
    private mutating func readMixedFraction(_ number: ExactDecimal, _ unit: Int) {
        guard unit == 0, end == start + 1, tokens.indices.contains(end), tokens[end].isGlued,
            case .fraction(let numerator, let denominator) = tokens[end].kind,
            let whole = Int(exactly: number.double), whole < 1_000_000
        else { return readAndPart() }
        become(whole * denominator + numerator, of: denominator, end: end + 1)
    }

    // MARK: In words

    private mutating func readWords() -> Bool {
        guard let cardinal = CardinalReading(tokens, from: start) else { return false }
        end = cardinal.end
        form = cardinal.isOrdinal ? .ordinal : .cardinal
        measure = .decimal(ExactDecimal(cardinal.number), unit: cardinal.unit)
        hasScale = cardinal.unit > 0
        guard !cardinal.isOrdinal else { return true }
        if word(end) == "dozen" {
            measure = .decimal(ExactDecimal(cardinal.number * 12), unit: 0)
            end += 1
        }
        readParts(Int(cardinal.number))
        readAndPart()
        readTimes()
        return true
    }

    /// `two thirds`, `three-quarters`, `eight hundredths`, `one third`.
    private mutating func readParts(_ count: Int) {
        var next = end
        if text(next) == "-", tokens[next].isGlued { next += 1 }
        guard form == .cardinal, (1..<1_000_000).contains(count), let part = NumberWords.part(word(next)),
            part.isPlural || count == 1
        else { return }
        become(count, of: part.denominator, end: next + 1)
    }

    /// `two and a half`.
    private mutating func readAndPart() {
        guard word(end) == "and", case .decimal(let number, 0) = measure, form == .cardinal else { return }
        let isArticle = ["a", "an", "one"].contains(word(end + 1))
        let count = isArticle ? 1 : Int(NumberWords.small[word(end + 1)] ?? 0)
        guard count > 0, let part = NumberWords.part(word(end + 2)), part.isPlural != (count == 1),
            let whole = Int(exactly: number.double), whole < 1_000_000
        else { return }
        become(whole * part.denominator + count, of: part.denominator, end: end + 3)
    }

    /// `three times`, `threefold`, `three-fold`.
    private mutating func readTimes() {
        var next = end
        if text(next) == "-", word(next + 1) == "fold" { next += 1 }
        guard form == .cardinal || form == .fraction, ["times", "fold", "\u{D7}"].contains(text(next)) else {
            return
        }
        if case .decimal = measure { form = .multiple }
        end = next + 1
    }

    /// Parts of tens are decimals, others fractions.
    private mutating func become(_ numerator: Int, of denominator: Int, end: Int) {
        let powers = [10: -1, 100: -2, 1000: -3]
        form = .fraction
        measure = .fraction(numerator: numerator, denominator: denominator)
        if let power = powers[denominator] {
            measure = .decimal(ExactDecimal(Int64(numerator)).scaled(by: power), unit: power)
        }
        self.end = end
    }

    // MARK: Shares

    /// `one in five`, `2 out of 3`; but `six in 2014` is a date, and `one in five days` says how often.
    private mutating func readShare() {
        guard let count = wholeNumber, count > 0, let next = afterShareWords,
            tokens.indices.contains(next), tokens[next].year == nil,
            let whole = NumberReading(tokens, at: next, isMoney: false, readsShares: false),
            let total = whole.wholeNumber, (count + 1..<1_000_000).contains(total),
            !Self.timeUnits.contains(word(whole.end))
        else { return }
        become(count, of: total, end: whole.end)
    }

    /// One past the words between the part and the whole of a share.
    private var afterShareWords: Int? {
        var next = end
        if word(next) == "out", word(next + 1) == "of" {
            next += 2
        } else if word(next) == "in" {
            next += 1
        } else {
            return nil
        }
        return ["every", "the"].contains(word(next)) ? next + 1 : next
    }

    private var wholeNumber: Int? {
        guard form == .cardinal, case .decimal(let number, 0) = measure, number.isWhole else { return nil }
        return Int(exactly: number.double)
    }

    private static let timeUnits: Set<String> = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
        "months", "quarter", "quarters", "year", "years", "decade", "decades", "century", "centuries",
    ]

    // MARK: After an article

    /// `a third of`, `a dozen`, `a hundred`, `a year and a half`.
    private mutating func readArticle() -> Bool {
        guard ["a", "an"].contains(word(start)) else { return false }
        if word(start + 1) == "dozen" { return whole(12, tokens: 2) }
        if let cardinal = CardinalReading(tokens, from: start + 1, implied: true), !cardinal.isOrdinal {
            measure = .decimal(ExactDecimal(cardinal.number), unit: cardinal.unit)
            (end, hasScale) = (cardinal.end, cardinal.unit > 0)
            return true
        }
        if word(start + 2) == "and", word(start + 3) == "a", let part = NumberWords.part(word(start + 4)),
            tokens[start + 1].isWord, NumberWords.part(word(start + 1)) == nil, !part.isPlural
        {
            become(part.denominator + 1, of: part.denominator, end: start + 5)
            return true
        }
        return readPartAfterArticle()
    }

    private mutating func readPartAfterArticle() -> Bool {
        guard let part = NumberWords.part(word(start + 1)), !part.isPlural else { return false }
        let isPart = part.denominator == 2 || word(start + 1) == "quarter" || isEndOfPart(start + 2)
        guard isPart else { return false }
        if part.denominator == 2, readHalfOf(start + 2) { return true }
        become(1, of: part.denominator, end: start + 2)
        return true
    }

    /// `a third provider` counts providers; `a third of`, `a third more` and `a third` alone are parts.
    private func isEndOfPart(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].isWord else { return true }
        return Self.afterPart.contains(tokens[index].text)
    }

    private mutating func whole(_ number: Int64, tokens count: Int) -> Bool {
        measure = .decimal(ExactDecimal(number), unit: 0)
        end = start + count
        return true
    }

    // MARK: Single words

    private mutating func readSingleWord() -> Bool {
        let first = word(start)
        if first == "half" { return readHalf() }
        if first == "dozen" { return whole(12, tokens: 1) }
        if first == "single" || first == "once" { return whole(1, tokens: 1) }
        if let factor = NumberWords.multiples[first] {
            (form, measure) = (.multiple, .decimal(ExactDecimal(factor), unit: 0))
            return true
        }
        if first == "halved" || first == "halves" {
            become(1, of: 2, end: start + 1)
            return true
        }
        if first.hasSuffix("fold"), let factor = NumberWords.small[String(first.dropLast(4))] {
            (form, measure) = (.multiple, .decimal(ExactDecimal(factor), unit: 0))
            return true
        }
        return readNothing(first)
    }

    private mutating func readHalf() -> Bool {
        if !readHalfOf(start + 1) { become(1, of: 2, end: start + 1) }
        return true
    }

    /// `half a dozen`, `half a million`.
    private mutating func readHalfOf(_ next: Int) -> Bool {
        let place = word(next) == "a" ? next + 1 : next
        if word(place) == "dozen" {
            end = place + 1
            measure = .decimal(ExactDecimal(6), unit: 0)
            return true
        }
        guard let power = NumberWords.scales[word(place)] else { return false }
        measure = .decimal(ExactDecimal(5).scaled(by: power - 1), unit: power - 1)
        (end, hasScale) = (place + 1, true)
        return true
    }

    /// `no provider`, `none`, `zero`; but not `no longer`, `No. 5`.
    private mutating func readNothing(_ first: String) -> Bool {
        guard NumberWords.nothing.contains(first) else { return false }
        let isNumberSign =
            text(start + 1) == "." && start + 2 < tokens.count && tokens[start + 2].startsNumeral
        if first == "no", isNumberSign || Self.afterNo.contains(word(start + 1)) { return false }
        return whole(0, tokens: first == "no" && word(start + 1) == "one" ? 2 : 1)
    }

    private static let afterNo: Set<String> = [
        "longer", "more", "less", "fewer", "matter", "doubt", "later", "higher", "greater", "lower",
        "larger", "better",
    ]

    private static let afterPart: Set<String> = [
        "of", "as", "more", "less", "fewer", "faster", "slower", "lower", "higher", "larger", "smaller",
        "longer", "shorter", "above", "below", "than", "in", "to", "by", "from", "again", "off", "up",
        "down", "and", "or", "better", "worse", "over", "under", "ahead", "behind", "was", "is", "had",
    ]
}
