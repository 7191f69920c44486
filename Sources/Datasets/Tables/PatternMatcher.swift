/// Matches many texts against one pattern, keeping the steps that it has worked out.
///
/// All states in which the pattern can be are followed at once, so that a character costs at most one look
/// at each state; a set of states that was met before costs one look in a table.
struct PatternMatcher {
    private let pattern: Pattern
    private var sets: [[Int]] = []
    private var numbers: [[Int]: Int] = [:]
    private var accepts: [Bool] = []
    /// For each set and ASCII character the set that follows, `unknown` where not worked out yet.
    private var steps: [Int] = []

    /// The set in which every text begins, where it was worked out since `sets` were last thrown away.
    private var first: Int?

    private static let unknown = -1
    private static let mostSets = 512

    init(_ pattern: Pattern) {
        self.pattern = pattern
    }

    mutating func matches(_ text: ArraySlice<UInt8>) -> Bool {
        var current = first ?? number(of: closure([pattern.start]))
        first = current
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            guard byte < 0x80 else {
                current = step(current, scalar(text, &index))
                continue
            }
            index += 1
            let known = steps[current * 128 + Int(byte)]
            if known != Self.unknown {
                current = known
                continue
            }
            let before = sets.count
            let next = step(current, UInt32(byte))
            if sets.count >= before { steps[current * 128 + Int(byte)] = next }
            current = next
        }
        return accepts[current]
    }

    private func scalar(_ text: ArraySlice<UInt8>, _ index: inout Int) -> UInt32 {
        let first = text[index]
        index += 1
        var value = UInt32(first) & (first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F)
        while index < text.endIndex, text[index] & 0xC0 == 0x80 {
            value = value << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return value
    }

    private mutating func step(_ current: Int, _ scalar: UInt32) -> Int {
        var next: [Int] = []
        for state in sets[current] {
            if case .take(let characters, let after) = pattern.states[state], characters.contains(scalar) {
                next.append(after)
            }
        }
        return number(of: closure(next))
    }

    private mutating func number(of set: [Int]) -> Int {
        if let number = numbers[set] { return number }
        if sets.count >= Self.mostSets {
            sets = []
            numbers = [:]
            accepts = []
            steps = []
            first = nil
        }
        sets.append(set)
        numbers[set] = sets.count - 1
        accepts.append(set.contains(0))
        steps += [Int](repeating: Self.unknown, count: 128)
        return sets.count - 1
    }

    /// The states themselves and those that they reach without a character, in order.
    private func closure(_ states: [Int]) -> [Int] {
        var seen = Set<Int>()
        var waiting = states
        while let state = waiting.popLast() {
            guard seen.insert(state).inserted else { continue }
            if case .split(let one, let other) = pattern.states[state] { waiting += [one, other] }
        }
        return seen.sorted()
    }
}
