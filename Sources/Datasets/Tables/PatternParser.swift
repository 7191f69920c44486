/// Reads the text of a pattern into a tree.
struct PatternParser {
    private static let deepest = 64

    private let scalars: [UInt32]
    private var index = 0
    private var depth = 0

    init(_ source: String) {
        scalars = source.unicodeScalars.map(\.value)
    }

    mutating func parse() throws(Pattern.Failure) -> PatternTree {
        if peek == UInt32(ascii: "^") { index += 1 }
        let tree = try choice()
        guard index == scalars.count else { throw failure("a ')' closes nothing here") }
        return tree
    }

    private var peek: UInt32? { index < scalars.count ? scalars[index] : nil }

    private func failure(_ message: String) -> Pattern.Failure {
        Pattern.Failure(message: message, offset: index)
    }

    private mutating func takes(_ character: Unicode.Scalar) -> Bool {
        guard peek == character.value else { return false }
        index += 1
        return true
    }

    private mutating func choice() throws(Pattern.Failure) -> PatternTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw failure("the pattern is nested too deep") }
        var parts = [try sequence()]
        while takes("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(Pattern.Failure) -> PatternTree {
        var parts: [PatternTree] = []
        while let next = peek, next != UInt32(ascii: "|"), next != UInt32(ascii: ")") {
            if next == UInt32(ascii: "$"), index == scalars.count - 1 {
                index += 1
                break
            }
            parts.append(try repeated(try atom()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(Pattern.Failure) -> PatternTree {
        guard let next = peek else { return .empty }
        let begin = index
        index += 1
        switch Unicode.Scalar(next) {
        case "(": return try group(begin)
        case "[": return .characters(try set())
        case ".": return .characters(.anyButLineEnds)
        case "\\": return .characters(try escape())
        case "*", "+", "?", "{":
            index = begin
            throw failure("nothing stands before this repetition")
        case "^", "$":
            index = begin
            throw failure("'^' stands at the beginning and '$' at the end of a pattern only")
        default: return .characters(CharacterRanges(ranges: [next...next]))
        }
    }

    private mutating func group(_ begin: Int) throws(Pattern.Failure) -> PatternTree {
        if takes("?"), !takes(":") { throw failure("of the groups that begin with '(?' only '(?:' is known") }
        let tree = try choice()
        guard takes(")") else {
            index = begin
            throw failure("this '(' is never closed")
        }
        return tree
    }

    private mutating func repeated(_ tree: PatternTree) throws(Pattern.Failure) -> PatternTree {
        let result: PatternTree
        switch peek.flatMap(Unicode.Scalar.init) {
        case "*": result = .repeated(tree, least: 0, most: nil)
        case "+": result = .repeated(tree, least: 1, most: nil)
        case "?": result = .repeated(tree, least: 0, most: 1)
        case "{":
            index += 1
            let (least, most) = try counts()
            return try refusingSecond(.repeated(tree, least: least, most: most))
        default: return tree
        }
        index += 1
        return try refusingSecond(result)
    }

    private func refusingSecond(_ tree: PatternTree) throws(Pattern.Failure) -> PatternTree {
        guard let next = peek, ["*", "+", "?", "{"].contains(Unicode.Scalar(next)) else { return tree }
        throw failure("a repetition of a repetition is not known here")
    }

    private mutating func counts() throws(Pattern.Failure) -> (Int, Int?) {
        let least = try count()
        if takes("}") { return (least, least) }
        guard takes(",") else { throw failure("a ',' or a '}' is expected here") }
        if takes("}") { return (least, nil) }
        let most = try count()
        guard takes("}"), most >= least else { throw failure("counts are written {2}, {2,} or {2,5}") }
        return (least, most)
    }

    private mutating func count() throws(Pattern.Failure) -> Int {
        var result = 0
        let begin = index
        while let digit = peek, (0x30...0x39).contains(digit), index - begin < 4 {
            result = result * 10 + Int(digit - 0x30)
            index += 1
        }
        guard index > begin, result <= 1_000 else { throw failure("a count up to 1000 is expected here") }
        return result
    }

    private mutating func escape() throws(Pattern.Failure) -> CharacterRanges {
        guard let next = peek, let scalar = Unicode.Scalar(next) else {
            throw failure("nothing stands after the last '\\'")
        }
        index += 1
        switch scalar {
        case "d": return .digits
        case "D": return .digits.others
        case "w": return .wordCharacters
        case "W": return .wordCharacters.others
        case "s": return .blanks
        case "S": return .blanks.others
        case "t": return CharacterRanges(ranges: [0x09...0x09])
        case "n": return CharacterRanges(ranges: [0x0A...0x0A])
        case "r": return CharacterRanges(ranges: [0x0D...0x0D])
        case "a"..."z", "A"..."Z", "0"..."9":
            index -= 2
            throw failure("'\\\(scalar)' is not known here")
        default: return CharacterRanges(ranges: [next...next])
        }
    }

    private mutating func set() throws(Pattern.Failure) -> CharacterRanges {
        let begin = index - 1
        let isNegated = takes("^")
        var ranges: [ClosedRange<UInt32>] = []
        while let next = peek, next != UInt32(ascii: "]") || ranges.isEmpty {
            index += 1
            if next == UInt32(ascii: "\\") {
                let escaped = try escape()
                ranges += escaped.positiveRanges
                continue
            }
            guard peek == UInt32(ascii: "-"), index + 1 < scalars.count,
                scalars[index + 1] != UInt32(ascii: "]")
            else {
                ranges.append(next...next)
                continue
            }
            let last = scalars[index + 1]
            guard last >= next, last != UInt32(ascii: "\\") else {
                throw failure("this range runs backwards")
            }
            ranges.append(next...last)
            index += 2
        }
        guard takes("]") else {
            index = begin
            throw failure("this '[' is never closed")
        }
        return CharacterRanges(ranges: ranges, isNegated: isNegated)
    }
}

extension UInt32 {
    fileprivate init(ascii: Unicode.Scalar) { self = ascii.value }
}
