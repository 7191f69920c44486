extension Phrase {
    /// Whether the value bears the phrase out.
    ///
    /// A number is held against the figure that is printed: `35 %` wants 35, not 0.35, and `$2.5 million`
    /// 2,500,000. A text agrees when it is the phrase, letter case and white space aside; when it is a date
    /// that agrees in every part the phrase names; or when it is nothing but a number that would agree.
    /// Without a number in the phrase the value must be true: 1, as comparisons in SQL give it, or the text
    /// `true`. Another number is refused, or a misspelt `elevnth` would agree with every place.
    package func holds(for value: ClaimValue) -> Verdict {
        switch value {
        case .null: verdict(.fails, value, help: "let the expression give a value")
        case .integer(let number): verdict(for: MeasuredValue(number), value)
        case .real(let number): verdict(for: MeasuredValue(number), value)
        case .text(let text): verdict(forText: text, value)
        }
    }

    private func verdict(
        _ outcome: Verdict.Outcome, _ value: ClaimValue, help: String? = nil
    ) -> Verdict {
        if case .unreadable(let why, let mend) = reading, outcome != .holds {
            return Verdict(outcome: .unreadable, text: why, data: data(value), help: mend)
        }
        return Verdict(outcome: outcome, text: said, data: data(value), help: help)
    }

    private func data(_ value: ClaimValue) -> String {
        switch value {
        case .null: "the data say nothing (NULL)"
        default: "the data say \(value.description)"
        }
    }

    // MARK: Numbers

    private func verdict(for measured: MeasuredValue?, _ value: ClaimValue) -> Verdict {
        guard let measured else { return verdict(.fails, value, help: "let the expression give a number") }
        if reading == .statement, !isTruth(measured) {
            let unread = UnreadWord(in: text)
            return Verdict(
                outcome: .unreadable,
                text: unread?.why ?? "the text '\(text)' holds no number and must be true or false",
                data: data(value),
                help: unread?.help ?? "compare the value, as in above(value, 0), or link the number too")
        }
        let holds = bearsOut(measured)
        return verdict(holds ? .holds : .fails, value, help: holds ? nil : help(measured))
    }

    private func bearsOut(_ value: MeasuredValue) -> Bool {
        switch reading {
        case .figure(let figure, let qualifier): figure.holds(qualifier, for: value)
        case .range(let low, let high, let isLoose):
            low.side(of: value) >= 0 && high.side(of: value) <= 0
                || isLoose && (low.holds(.about, for: value) || high.holds(.about, for: value))
        case .statement: isTrue(value)
        case .unreadable: false
        }
    }

    /// 0 and 1; and a year, where the phrase names one.
    private func isTruth(_ value: MeasuredValue) -> Bool {
        [0, 1].contains(value.double) || year != nil && (1900...2099).contains(value.double)
    }

    private func isTrue(_ value: MeasuredValue) -> Bool {
        value.double == 1 || year.map { Double($0) == value.double } ?? false
    }

    /// The year of a phrase that names one date only.
    private var year: Int? { dates.count == 1 ? dates[0].year : nil }

    private func help(_ value: MeasuredValue) -> String? {
        let opposite = MeasuredValue(value.exact.negated)
        switch reading {
        case .figure, .range:
            if !isUpperBound, bearsOut(opposite) {
                return "it holds with the other sign: subtract the other way round"
            }
            let share = MeasuredValue(value.exact.scaled(by: 2))
            if text.contains("%") || text.contains("per"), bearsOut(share) {
                return "multiply by 100: a claim in percent is held against the number that is printed"
            }
            if case .figure(let figure, _) = reading, figure.isShare, value.double > 1 {
                return "'\(figure.written)' is read as the share \(figure.text): divide, "
                    + "or put the link around one of the two numbers"
            }
            for (power, name) in [(3, "thousand"), (6, "million"), (9, "billion")]
            where value.double.magnitude >= 1000 && bearsOut(MeasuredValue(value.exact.scaled(by: -power))) {
                return "say that it counts in \(name)s: '\(name)' behind the number"
            }
            return nil
        case .statement, .unreadable: return nil
        }
    }

    /// Whether every number below the figure bears the phrase out, as `fewer than five`: then a negative one
    /// says nothing about the sign.
    private var isUpperBound: Bool {
        if case .figure(_, .lessThan) = reading { return true }
        if case .figure(_, .atMost) = reading { return true }
        return false
    }

    // MARK: Texts

    private func verdict(forText other: String, _ value: ClaimValue) -> Verdict {
        if Self.folded(other) == Self.folded(text) { return verdict(.holds, value) }
        let phrase = Phrase(reading: other)
        if let date = phrase.onlyDate, !dates.isEmpty {
            let holds = dates.count == 1 && dates[0].agrees(with: date)
            let help = dates.count > 1 ? "make a claim of each date" : nil
            return verdict(holds ? .holds : .fails, value, help: help)
        }
        if let number = phrase.onlyNumber { return verdict(for: MeasuredValue(number), value) }
        let isTrue = reading == .statement && Self.folded(other) == "true"
        return verdict(isTrue ? .holds : .fails, value)
    }

    /// The date, where the text is one and nothing else.
    private var onlyDate: DateText? {
        let tokens = Tokenizer.tokens(of: text)
        let found = DateScanner.dates(in: tokens)
        guard found.count == 1, found[0].tokens == tokens.indices else { return nil }
        return found[0].date
    }

    /// The number, where the text is one and nothing but a sign of percent.
    private var onlyNumber: ExactDecimal? {
        let tokens = Tokenizer.tokens(of: text)
        let found = QuantityScanner(tokens, dates: []).quantities(of: text)
        guard found.count == 1, found[0].tokens.lowerBound == 0,
            tokens[found[0].tokens.upperBound...].allSatisfy({ $0.text == "%" }),
            case .decimal(let number, _) = found[0].figure.measure
        else { return nil }
        return number
    }

    /// Without letter case, runs of white space and the direction of quotation marks.
    private static func folded(_ text: String) -> String {
        var result = ""
        var isSpace = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isSpace { result += " " }
                isSpace = true
                continue
            }
            isSpace = false
            switch scalar {
            case "\u{2018}", "\u{2019}": result += "'"
            case "\u{201C}", "\u{201D}": result += "\""
            default: result += scalar.properties.lowercaseMapping
            }
        }
        return isSpace ? String(result.dropLast(result.hasSuffix(" ") ? 1 : 0)) : result
    }
}
