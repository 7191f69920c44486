/// Finds the numbers in a row of tokens, in figures and in words.
struct QuantityScanner {
    let tokens: [Token]
    /// Tokens that are part of a date.
    let dated: Set<Int>

    init(_ tokens: [Token], dates: [DateScanner.Found]) {
        self.tokens = tokens
        dated = Set(dates.flatMap(\.tokens))
    }

    /// `source` is the text that the tokens were cut from.
    func quantities(of source: String) -> [Quantity] {
        let bytes = Array(source.utf8)
        var found: [Quantity] = []
        var index = 0
        while index < tokens.count {
            guard !dated.contains(index), let read = read(at: index) else {
                index += 1
                continue
            }
            let range = read.start..<read.end
            let place = tokens[range.lowerBound].range.lowerBound..<tokens[read.end - 1].range.upperBound
            let figure = Figure(
                form: read.form, measure: read.measure, written: String(decoding: bytes[place], as: UTF8.self)
            )
            let word = range.count == 1 && tokens[index].isWord ? tokens[index].text : nil
            found.append(Quantity(figure: figure, tokens: range, word: word, hasScale: read.hasScale))
            index = read.end
        }
        return found
    }

    private func mayBegin(_ token: Token) -> Bool {
        switch token.kind {
        case .word: NumberWords.mayBegin(token.text)
        case .numeral, .ordinal, .fraction, .mark: true
        case .date, .name: false
        }
    }

    private func read(at index: Int) -> NumberReading? {
        guard mayBegin(tokens[index]) else { return nil }
        var start = index
        var sign = 1
        if let signed = self.sign(at: start) { (sign, start) = (signed, start + 1) }
        let isMoney = isCurrency(start)
        if isMoney { start += 1 }
        if isMoney, sign == 1, let signed = self.sign(at: start) { (sign, start) = (signed, start + 1) }
        guard !dated.contains(start), var reading = NumberReading(tokens, at: start, isMoney: isMoney),
            !dated.contains(reading.end - 1), !isPeriodName(reading), !isUnitOfTime(reading),
            !isTornFromName(reading)
        else { return nil }
        reading.start = index
        if sign < 0 { reading.negate() }
        return reading
    }

    /// −1 or 1 where a sign stands before a number.
    private func sign(at index: Int) -> Int? {
        guard tokens.indices.contains(index + 1) else { return nil }
        let next = tokens[index + 1]
        let isBeforeNumber = next.isGlued && (next.startsNumeral || isCurrency(index + 1))
        switch tokens[index].text {
        case "\u{2212}", "-", "\u{2013}":
            return isBeforeNumber && !(tokens[index].isGlued && isAfterWord(index)) ? -1 : nil
        case "+": return isBeforeNumber && !(tokens[index].isGlued && isAfterWord(index)) ? 1 : nil
        case "minus": return startsNumber(index + 1) ? -1 : nil
        case "plus":
            return startsNumber(index + 1) && (index == 0 || !tokens[index - 1].startsNumeral) ? 1 : nil
        default: return nil
        }
    }

    private func isAfterWord(_ index: Int) -> Bool {
        index > 0 && (tokens[index - 1].isWord || tokens[index - 1].startsNumeral)
            || index > 0 && (tokens[index - 1].kind == .name || tokens[index - 1].text == "%")
    }

    private func startsNumber(_ index: Int) -> Bool {
        tokens[index].startsNumeral || isCurrency(index)
            || NumberReading(tokens, at: index, isMoney: false) != nil
    }

    private func isCurrency(_ index: Int) -> Bool {
        guard tokens.indices.contains(index + 1) else { return false }
        return NumberWords.currencies.contains(tokens[index].text)
    }

    /// `the first half of 2014`, `second quarter`: a stretch of time, not two numbers.
    private func isPeriodName(_ reading: NumberReading) -> Bool {
        func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }
        if reading.form == .ordinal, ["half", "quarter"].contains(word(reading.end)) { return true }
        guard reading.form == .fraction, reading.start > 0, ["half", "quarter"].contains(word(reading.start))
        else { return false }
        return NumberWords.ordinals[word(reading.start - 1)] != nil
    }

    /// `megabits per second`.
    private func isUnitOfTime(_ reading: NumberReading) -> Bool {
        guard tokens[reading.end - 1].text == "second", reading.end - reading.start == 1, reading.start > 0
        else { return false }
        return ["per", "each", "every", "split", "/"].contains(tokens[reading.start - 1].text)
    }

    /// `half-price`, `three-card`: no; `six-place` is a number. Only halves and multiples are torn.
    private func isTornFromName(_ reading: NumberReading) -> Bool {
        guard reading.end - reading.start == 1, reading.form == .fraction || reading.form == .multiple,
            tokens[reading.start].isWord, reading.end + 1 < tokens.count
        else { return false }
        return tokens[reading.end].text == "-" && tokens[reading.end].isGlued
            && tokens[reading.end + 1].isGlued && tokens[reading.end + 1].isWord
    }
}

extension Token {
    var startsNumeral: Bool {
        switch kind {
        case .numeral, .ordinal, .fraction: true
        case .word, .date, .name, .mark: false
        }
    }
}
