/// Tells the numbers of prose that state something from those that only look like it.
struct NumberFilter {
    let tokens: [Token]

    func counts(_ quantity: Quantity) -> Bool {
        let first = tokens[quantity.tokens.lowerBound]
        if quantity.tokens.count == 1, first.year != nil { return false }
        if isPartOfName(quantity) { return false }
        guard let word = quantity.word else { return quantity.figure.written.lowercased() != "no one" }
        switch word {
        case "no", "none", "nil", "nobody", "single", "once", "double", "doubles", "doubling", "triple",
            "triples":
            return false
        case "one": return !isPronoun(quantity.tokens)
        case "first": return isPlace(quantity.tokens)
        case "third": return !["party", "parties"].contains(text(quantity.tokens.upperBound))
        default: return true
        }
    }

    private func text(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    /// `no one`, `one of`, `the one`, `one-way`, and `one` before anything but a word.
    private func isPronoun(_ range: Range<Int>) -> Bool {
        if Self.beforePronoun.contains(text(range.lowerBound - 1)) { return true }
        guard tokens.indices.contains(range.upperBound), tokens[range.upperBound].isWord else { return true }
        return Self.afterPronoun.contains(text(range.upperBound))
    }

    /// `was first`, `from first to third`, `first place`; but not `first reached` or `the first list`.
    private func isPlace(_ range: Range<Int>) -> Bool {
        ["place", "rank", "with"].contains(text(range.upperBound))
            || Self.beforePlace.contains(text(range.lowerBound - 1))
    }

    /// `Level 3`, `RFC 7234`, `HTTP/2`.
    private func isPartOfName(_ quantity: Quantity) -> Bool {
        guard quantity.tokens.count == 1, case .numeral = tokens[quantity.tokens.lowerBound].kind else {
            return false
        }
        let before = quantity.tokens.lowerBound - 1
        guard before >= 0 else { return false }
        if text(before) == "/", tokens[before].isGlued, tokens[before + 1].isGlued, before > 0 {
            return tokens[before - 1].isWord
        }
        return tokens[before].isCapitalised && Self.nameHeads.contains(text(before))
            || text(before) == "version"
    }

    private static let beforePronoun: Set<String> = [
        "no", "the", "this", "that", "which", "any", "every", "each", "some", "another", "not",
    ]

    private static let afterPronoun: Set<String> = [
        "of", "another", "by", "day", "who", "whose", "that", "which", "can", "could", "must", "may",
        "might", "should", "would", "will", "has", "is", "was", "had", "does", "and", "or", "to", "than",
        "at", "in", "for", "with", "from",
    ]

    private static let beforePlace: Set<String> = [
        "is", "was", "were", "be", "been", "stood", "stands", "came", "comes", "ranked", "ranks", "placed",
        "remained", "remains", "finished", "stayed", "stays", "from", "to",
    ]

    private static let nameHeads: Set<String> = [
        "level", "title", "section", "chapter", "figure", "table", "part", "article", "windows", "phase",
        "version", "route", "channel", "tier", "rfc", "iso", "by", "http", "sha", "web",
    ]
}
