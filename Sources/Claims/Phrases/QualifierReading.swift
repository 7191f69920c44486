/// Finds the words about a figure that stand before or after it.
struct QualifierReading {
    enum Problem: Sendable, Hashable {
        /// `not six`: what the number then is, the phrase does not say.
        case negated(String)
        /// `faster than six`: whether that is more or less depends on the word.
        case comparison(String)
        /// Words before and after that say different things.
        case contradiction(String, String)
    }

    private let tokens: [Token]

    static func qualifier(
        of range: Range<Int>, in tokens: [Token]
    ) -> Result<Qualifier, QualifierProblem> {
        Self(tokens: tokens).read(range)
    }

    private func read(_ range: Range<Int>) -> Result<Qualifier, QualifierProblem> {
        let start = beforeArticle(range.lowerBound)
        let before = match(Self.before, endingAt: start)
        let begin = before?.start ?? start
        if let word = word(beforeArticle(begin) - 1), Self.isNegation(word) {
            return .failure(.init(.negated(word)))
        }
        if before == nil, start >= 2, word(start - 1) == "than", let comparative = word(start - 2) {
            return .failure(.init(.comparison("\(comparative) than")))
        }
        let after = matchAfter(range.upperBound)
        switch (before?.qualifier, after) {
        case (let one?, let other?) where one != other && one != .plain:
            return .failure(.init(.contradiction(one.rawValue, other.rawValue)))
        case (let one, let other): return .success(other ?? one ?? .plain)
        }
    }

    private static func isNegation(_ word: String) -> Bool {
        ["not", "never", "neither", "nor", "cannot"].contains(word) || word.hasSuffix("n't")
    }

    private func word(_ index: Int) -> String? {
        tokens.indices.contains(index) ? tokens[index].text : nil
    }

    private func beforeArticle(_ index: Int) -> Int {
        ["the", "a", "an"].contains(word(index - 1) ?? "") ? index - 1 : index
    }

    /// The longest entry whose words end just before `end`.
    private func match(
        _ entries: [(words: [String], qualifier: Qualifier)], endingAt end: Int
    ) -> (qualifier: Qualifier, start: Int)? {
        var best: (qualifier: Qualifier, start: Int)?
        for entry in entries where entry.words.count <= end {
            let start = end - entry.words.count
            guard best.map({ start < $0.start }) ?? true else { continue }
            if tokens[start..<end].elementsEqual(entry.words, by: { $0.text == $1 }) {
                best = (entry.qualifier, start)
            }
        }
        return best
    }

    /// Words after the figure, up to two of its unit between: `six places or more`.
    private func matchAfter(_ start: Int) -> Qualifier? {
        if word(start) == "+", tokens[start].isGlued { return .atLeast }
        for place in start..<min(start + 4, tokens.count) {
            for entry in Self.after where tokens.count - place >= entry.words.count {
                let window = tokens[place..<place + entry.words.count]
                if window.elementsEqual(entry.words, by: { $0.text == $1 }) { return entry.qualifier }
            }
        }
        return nil
    }

    private static func entries(
        _ table: [(String, Qualifier)]
    ) -> [(words: [String], qualifier: Qualifier)] {
        table.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
    }

    private static let before = entries([
        ("just", .plain), ("only", .plain), ("merely", .plain), ("exactly", .exactly),
        ("precisely", .exactly), ("=", .exactly),
        ("about", .about), ("around", .about), ("roughly", .about), ("approximately", .about),
        ("some", .about), ("circa", .about), ("c .", .about), ("ca .", .about), ("approx .", .about),
        ("~", .about), ("\u{2248}", .about), ("close to", .about), ("more or less", .about),
        ("in the region of", .about), ("an estimated", .about), ("estimated", .about),
        ("nearly", .nearly), ("almost", .nearly), ("not quite", .nearly), ("approaching", .nearly),
        ("virtually", .nearly), ("just under", .nearly), ("just below", .nearly),
        ("just less than", .nearly), ("just fewer than", .nearly), ("just short of", .nearly),
        ("just shy of", .nearly), ("slightly under", .nearly), ("slightly below", .nearly),
        ("slightly less than", .nearly), ("slightly fewer than", .nearly), ("a little under", .nearly),
        ("a little below", .nearly), ("a little less than", .nearly), ("a shade under", .nearly),
        ("a bit under", .nearly), ("a bit less than", .nearly),
        ("just over", .justOver), ("just above", .justOver), ("just more than", .justOver),
        ("slightly over", .justOver), ("slightly above", .justOver), ("slightly more than", .justOver),
        ("a little over", .justOver), ("a little above", .justOver), ("a little more than", .justOver),
        ("a shade over", .justOver), ("a bit over", .justOver), ("a bit more than", .justOver),
        ("barely over", .justOver),
        ("more than", .moreThan), ("over", .moreThan), ("above", .moreThan), ("greater than", .moreThan),
        ("larger than", .moreThan), ("higher than", .moreThan), ("better than", .moreThan),
        ("longer than", .moreThan), ("upwards of", .moreThan), ("in excess of", .moreThan),
        ("exceeding", .moreThan), ("beyond", .moreThan), (">", .moreThan),
        ("at least", .atLeast), ("no fewer than", .atLeast), ("no less than", .atLeast),
        ("not less than", .atLeast), ("not fewer than", .atLeast), ("no lower than", .atLeast),
        ("not below", .atLeast), ("not under", .atLeast), ("a minimum of", .atLeast),
        ("minimum of", .atLeast), ("> =", .atLeast), ("\u{2265}", .atLeast),
        ("less than", .lessThan), ("fewer than", .lessThan), ("under", .lessThan), ("below", .lessThan),
        ("lower than", .lessThan), ("smaller than", .lessThan), ("shorter than", .lessThan),
        ("short of", .lessThan), ("<", .lessThan),
        ("at most", .atMost), ("up to", .atMost), ("no more than", .atMost), ("not more than", .atMost),
        ("no greater than", .atMost), ("no higher than", .atMost), ("no larger than", .atMost),
        ("not over", .atMost), ("not above", .atMost), ("a maximum of", .atMost),
        ("maximum of", .atMost), ("< =", .atMost), ("\u{2264}", .atMost),
    ])

    private static let after = entries([
        ("or more", .atLeast), ("and more", .atLeast), ("or higher", .atLeast), ("or above", .atLeast),
        ("and above", .atLeast), ("or over", .atLeast), ("and over", .atLeast), ("or better", .atLeast),
        ("at least", .atLeast), ("at the least", .atLeast),
        ("or fewer", .atMost), ("or less", .atMost), ("or lower", .atMost), ("or below", .atMost),
        ("and below", .atMost), ("or under", .atMost), ("and under", .atMost), ("at most", .atMost),
        ("at the most", .atMost), ("or so", .about), ("or thereabouts", .about), ("exactly", .exactly),
    ])
}

struct QualifierProblem: Error, Hashable {
    let problem: QualifierReading.Problem

    init(_ problem: QualifierReading.Problem) {
        self.problem = problem
    }
}
