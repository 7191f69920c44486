/// A pattern that a text must match as a whole, in a subset of regular expressions that needs time in
/// proportion to the text whatever the pattern and the text are.
///
/// Characters stand for themselves; `.` is any character but a line end; `[a-z_]` and `[^a-z]` are sets;
/// `\d \w \s` and `\D \W \S` the ASCII digits, word characters and blanks, and all others; `\` before any
/// other sign is that sign, `\t \n \r` the usual ones; `(…)` and `(?:…)` group; `|` chooses; `* + ? {n}
/// {n,} {n,m}` repeat. `^` at the beginning and `$` at the end are allowed and say nothing new. There are no
/// lazy repetitions, references back, looks around, or classes by name.
package struct Pattern: Sendable, Hashable {
    /// As the schema writes it.
    package let source: String
    let states: [State]
    let start: Int

    /// Why a pattern cannot be read, and how many bytes of it could.
    package struct Failure: Error {
        package let message: String
        package let offset: Int
    }

    enum State: Sendable, Hashable {
        case match
        /// Goes on at both without taking a character.
        case split(Int, Int)
        case take(CharacterRanges, next: Int)
    }

    /// States that one pattern may have, after repetitions are written out.
    static let mostStates = 4_000

    package init(_ source: String) throws(Failure) {
        var parser = PatternParser(source)
        let tree = try parser.parse()
        var states: [State] = [.match]
        start = try tree.states(in: &states, before: 0)
        self.states = states
        self.source = source
    }

    package func matches(_ text: String) -> Bool {
        var matcher = PatternMatcher(self)
        return matcher.matches(Array(text.utf8)[...])
    }
}

/// Characters, as ranges of code points.
struct CharacterRanges: Sendable, Hashable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
        ranges.contains { $0.contains(scalar) } != isNegated
    }

    static let digits = CharacterRanges(ranges: [0x30...0x39])
    static let wordCharacters = CharacterRanges(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let blanks = CharacterRanges(ranges: [0x09...0x0D, 0x20...0x20])
    static let anyButLineEnds = CharacterRanges(ranges: [0x0A...0x0A, 0x0D...0x0D], isNegated: true)

    var others: CharacterRanges { CharacterRanges(ranges: ranges, isNegated: !isNegated) }

    /// The same characters without a negation, for use among others in a set.
    var positiveRanges: [ClosedRange<UInt32>] {
        guard isNegated else { return ranges }
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        result.append(next...0x10_FFFF)
        return result
    }
}

/// A pattern as a tree.
indirect enum PatternTree {
    case empty
    case characters(CharacterRanges)
    case sequence([PatternTree])
    case choice([PatternTree])
    /// Between `least` and `most` times; without end where `most` is nil.
    case repeated(PatternTree, least: Int, most: Int?)

    /// Adds the states of this tree, which go on at `next`, and returns the first of them.
    func states(in states: inout [Pattern.State], before next: Int) throws(Pattern.Failure) -> Int {
        guard states.count < Pattern.mostStates else {
            throw Pattern.Failure(message: "the pattern repeats too much", offset: 0)
        }
        switch self {
        case .empty: return next
        case .characters(let ranges):
            states.append(.take(ranges, next: next))
            return states.count - 1
        case .sequence(let parts):
            var first = next
            for part in parts.reversed() { first = try part.states(in: &states, before: first) }
            return first
        case .choice(let parts):
            var first: Int?
            for part in parts.reversed() {
                let begin = try part.states(in: &states, before: next)
                guard let other = first else {
                    first = begin
                    continue
                }
                states.append(.split(begin, other))
                first = states.count - 1
            }
            return first ?? next
        case .repeated(let part, let least, let most):
            return try repeatedStates(part, least, most, in: &states, before: next)
        }
    }

    private func repeatedStates(
        _ part: PatternTree, _ least: Int, _ most: Int?, in states: inout [Pattern.State], before next: Int
    ) throws(Pattern.Failure) -> Int {
        var first = next
        if let most {
            for _ in least..<max(least, most) {
                let begin = try part.states(in: &states, before: first)
                states.append(.split(begin, next))
                first = states.count - 1
            }
        } else {
            states.append(.match)
            let loop = states.count - 1
            let begin = try part.states(in: &states, before: loop)
            states[loop] = .split(begin, next)
            first = loop
        }
        for _ in 0..<least { first = try part.states(in: &states, before: first) }
        return first
    }
}
