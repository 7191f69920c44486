/// Makes one statement of the numbers in a phrase, or says why there is none.
struct PhraseReading {
    let tokens: [Token]
    let quantities: [Quantity]

    var reading: Phrase.Reading {
        switch quantities.count {
        case 0: .statement
        case 1: figure(quantities[0])
        case 2: range(quantities[0], quantities[1]) ?? severalNumbers
        default: severalNumbers
        }
    }

    private func figure(_ quantity: Quantity) -> Phrase.Reading {
        switch QualifierReading.qualifier(of: quantity.tokens, in: tokens) {
        case .success(let qualifier): .figure(quantity.figure, qualifier)
        case .failure(let problem): unreadable(problem)
        }
    }

    private var severalNumbers: Phrase.Reading {
        let written = quantities.map { "'\($0.figure.written)'" }
        let list = written.dropLast().joined(separator: ", ") + " and " + written[written.count - 1]
        let count = written.count == 2 ? "two numbers" : "\(written.count) numbers"
        return .unreadable(
            why: "this claim holds \(count), \(list)",
            help: "make a claim of each, with an expression of its own" + shareHelp)
    }

    /// `2 of 3`: two numbers or a share.
    private var shareHelp: String {
        guard quantities.count == 2, quantities.allSatisfy({ $0.figure.form == .cardinal }),
            tokens[quantities[0].tokens.upperBound..<quantities[1].tokens.lowerBound].map(\.text) == ["of"]
        else { return "" }
        let (part, whole) = (quantities[0].figure.written, quantities[1].figure.written)
        return ", or write '\(part) out of \(whole)' for the share"
    }

    // MARK: Ranges

    /// Two figures joined by a word or a dash: `between two and three`, `2–3`, `two or three`.
    private func range(_ first: Quantity, _ second: Quantity) -> Phrase.Reading? {
        let gap = tokens[first.tokens.upperBound..<second.tokens.lowerBound].filter { !isUnit($0) }
        guard gap.count == 1, let join = gap.first?.text else { return nil }
        let before = wordBefore(first.tokens.lowerBound)
        switch join {
        case "and": guard before == "between" else { return nil }
        case "to", "through": guard !(before == "from" && second.figure.form == .ordinal) else { return nil }
        case "or", "\u{2013}", "-", "\u{2014}": break
        default: return nil
        }
        let low = first.taking(scaleOf: second)
        guard low.form == second.figure.form || low.form != .ordinal && second.figure.form != .ordinal,
            low.number < second.figure.number
        else { return nil }
        return qualified(low, second.figure, first.tokens.lowerBound..<second.tokens.upperBound)
    }

    private func qualified(_ low: Figure, _ high: Figure, _ range: Range<Int>) -> Phrase.Reading {
        let leads = ["between", "from"].contains(tokens[max(range.lowerBound - 1, 0)].text)
        let start = leads && range.lowerBound > 0 ? range.lowerBound - 1 : range.lowerBound
        switch QualifierReading.qualifier(of: start..<range.upperBound, in: tokens) {
        case .success(.plain), .success(.exactly): return .range(low, high, isLoose: false)
        case .success(.about): return .range(low, high, isLoose: true)
        case .success(let qualifier):
            return .unreadable(
                why: "'\(qualifier.rawValue)' and a range cannot both hold for one number",
                help: "write the range alone, or one bound")
        case .failure(let problem): return unreadable(problem)
        }
    }

    private func wordBefore(_ index: Int) -> String? {
        var index = index - 1
        while index >= 0, ["a", "an", "the", "about", "around", "roughly"].contains(tokens[index].text) {
            index -= 1
        }
        return index >= 0 ? tokens[index].text : nil
    }

    private func isUnit(_ token: Token) -> Bool {
        token.text == "%" || token.isWord && Self.units.contains(token.text)
    }

    private static let units: Set<String> = [
        "percent", "per", "cent", "percentage", "point", "points", "mbps", "kbps", "gbps", "mb", "gb", "tb",
        "places", "place", "km", "kg", "ms", "seconds", "minutes", "hours", "days", "weeks", "months",
        "years", "dollars", "euros", "times", "the", "a",
    ]

    // MARK: Problems

    private func unreadable(_ problem: QualifierProblem) -> Phrase.Reading {
        switch problem.problem {
        case .negated(let word):
            .unreadable(
                why: "after '\(word)' this claim says what the number is not",
                help: "say what it is, or leave the number out of the link and use an expression that is true"
            )
        case .comparison(let words):
            .unreadable(
                why: "whether '\(words)' means more or less is not known",
                help: "write 'more than' or 'less than', or leave the number out of the link")
        case .contradiction(let one, let other):
            .unreadable(
                why: "this claim says both '\(one)' and '\(other)'", help: "leave one of the two out")
        }
    }
}

extension Quantity {
    /// The figure in the scale of the other end of a range, as in `two to three million`.
    fileprivate func taking(scaleOf other: Quantity) -> Figure {
        guard !hasScale, other.hasScale, case .decimal(let number, let unit) = figure.measure,
            case .decimal(let high, _) = other.figure.measure, number < high
        else { return figure }
        let power = other.scalePower
        return Figure(
            form: figure.form, measure: .decimal(number.scaled(by: power), unit: unit + power),
            written: figure.written)
    }

    /// The power of ten of the scale word.
    private var scalePower: Int {
        guard case .decimal(let number, _) = figure.measure else { return 0 }
        return [12, 9, 6, 3].first { number >= ExactDecimal(1).scaled(by: $0) } ?? 0
    }
}
