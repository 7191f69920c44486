/// Reads a number in words from a row of tokens: `one hundred and twenty-one`, `twenty-first`.
struct CardinalReading {
    /// The number that was read.
    private(set) var number: Int64 = 0
    /// The power of ten of its last digit: words are whole numbers, but for those that end in millions.
    private(set) var unit = 0
    private(set) var isOrdinal = false
    /// One past the last token.
    private(set) var end: Int

    private enum Last { case nothing, unit, ten, hundred, scale }
    private let tokens: [Token]
    private var current: Int64 = 0
    private var total: Int64 = 0
    private var last = Last.nothing
    private var smallestScale = 19

    /// With `implied` the article before stands for one, as in `a hundred`.
    init?(_ tokens: [Token], from start: Int, implied: Bool = false) {
        self.tokens = tokens
        end = start
        if implied { (current, last) = (1, .unit) }
        guard let first = word(start), take(first) else { return nil }
        if implied, last == .unit { return nil }
        end = start + 1
        while !isOrdinal, let next = nextWord(), take(next.word) { end = next.index + 1 }
        number = total + current
    }

    private func word(_ index: Int) -> String? {
        tokens.indices.contains(index) && tokens[index].isWord ? tokens[index].text : nil
    }

    /// The next word, past a hyphen or an `and` that joins it to this number.
    private func nextWord() -> (word: String, index: Int)? {
        guard tokens.indices.contains(end) else { return nil }
        if tokens[end].text == "-", tokens[end].isGlued, end + 1 < tokens.count, tokens[end + 1].isGlued {
            if word(end + 1) == "and" { return afterAnd(end + 1) }
            return word(end + 1).map { ($0, end + 1) }
        }
        return word(end) == "and" ? afterAnd(end) : word(end).map { ($0, end) }
    }

    /// `and` joins what is below a hundred to hundreds or thousands: `one hundred and five`, but not
    /// `between one hundred and five hundred`.
    private func afterAnd(_ and: Int) -> (word: String, index: Int)? {
        guard last == .hundred || last == .scale else { return nil }
        let start = skippingHyphen(and + 1)
        guard let next = word(start) else { return nil }
        var after = start
        while let word = word(skippingHyphen(after)), Self.isBelowHundred(word) {
            after = skippingHyphen(after) + 1
        }
        guard after > start else { return nil }
        let following = word(after) ?? ""
        guard following != "hundred", NumberWords.scales[following] ?? 0 < smallestScale else { return nil }
        return (next, start)
    }

    private func skippingHyphen(_ index: Int) -> Int {
        tokens.indices.contains(index) && tokens[index].text == "-" ? index + 1 : index
    }

    private static func isBelowHundred(_ word: String) -> Bool {
        let cardinal = NumberWords.ordinals[word] ?? word
        return NumberWords.small[cardinal] != nil || NumberWords.tens[cardinal] != nil
    }

    /// Adds one word to the number; false where it does not continue it.
    private mutating func take(_ word: String) -> Bool {
        let cardinal = NumberWords.ordinals[word]
        // "one hundredth" is a part, and "seven hundredth" a place.
        if NumberWords.parts[word] != nil, last == .unit, total + current == 1 { return false }
        guard takeCardinal(cardinal ?? word) else { return false }
        isOrdinal = cardinal != nil
        return true
    }

    private mutating func takeCardinal(_ word: String) -> Bool {
        if let small = NumberWords.small[word] { return takeSmall(small) }
        if let tens = NumberWords.tens[word] {
            guard last != .unit, last != .ten else { return false }
            (current, last, unit) = (current + tens, .ten, 0)
            return true
        }
        if word == "hundred" {
            guard last == .unit || last == .ten || last == .nothing, current < 100 else { return false }
            guard current > 0 || NumberWords.ordinals[self.word(end) ?? ""] != nil else { return false }
            (current, last, unit) = (max(current, 1) * 100, .hundred, 0)
            return true
        }
        guard let scale = NumberWords.scales[word] else { return false }
        return takeScale(scale)
    }

    private mutating func takeSmall(_ small: Int64) -> Bool {
        guard last != .unit, last != .ten || small < 10 else { return false }
        (current, last, unit) = (current + small, .unit, 0)
        return true
    }

    private mutating func takeScale(_ scale: Int) -> Bool {
        guard current > 0, scale < smallestScale else { return false }
        total += current * Int64(ExactDecimal.power(scale))
        (current, last, smallestScale) = (0, .scale, scale)
        unit = scale >= 6 ? scale : 0
        return true
    }
}
