package import Diagnostics

// Each takes the key's name and its other spellings; the first is the one that messages use.
extension KeyedReader {
    /// The value as it was parsed, nil where the key is missing or empty.
    package mutating func value(_ keys: String..., required: Bool = false) -> StructuredValue? {
        value(keys, required: required)
    }

    mutating func value(_ keys: [String], required: Bool = false) -> StructuredValue? {
        asked += keys
        let found = entries.filter { keys.contains($0.key) }
        if found.count > 1 {
            report(
                "duplicate-key", at: found[1].keyLocation,
                "'\(found[1].key)' says again what '\(found[0].key)' says on line \(found[0].keyLocation.line)",
                notes: ["both are names of '\(keys[0])'"])
        }
        guard let entry = found.first, !entry.value.isNull else {
            if required { reportMissing(keys[0], found.first) }
            return nil
        }
        return entry.value
    }

    private mutating func reportMissing(_ key: String, _ entry: StructuredMapping.Entry?) {
        if let entry {
            report("missing-value", at: entry.keyLocation, "'\(key)' has no value")
        } else {
            let near = nearMiss(key, among: remaining.map(\.key))
            report(
                "missing-key", at: location, "\(name) needs the key '\(key)'",
                help: near.map { "is '\($0)' meant to be '\(key)'?" })
        }
    }

    /// A text; a number stands for the text it is written as.
    package mutating func text(_ keys: String..., required: Bool = false) -> String? {
        guard let value = value(keys, required: required) else { return nil }
        return text(of: value, keys[0])
    }

    /// A text that must be one of a set, matched to the cases of an enumeration of texts.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ keys: String..., of type: Choice.Type = Choice.self, required: Bool = false
    ) -> Choice? {
        guard let value = value(keys, required: required), let text = text(of: value, keys[0]) else {
            return nil
        }
        if let choice = Choice(rawValue: text) { return choice }
        report(
            "unknown-value", at: value.location, "'\(text)' is not a value of '\(keys[0])'",
            help: suggestion(for: text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }

    /// `true` or `false`.
    package mutating func flag(_ keys: String..., required: Bool = false) -> Bool? {
        guard let value = value(keys, required: required) else { return nil }
        if case .flag(let flag) = value.kind { return flag }
        let help = ["yes", "no", "on", "off"].contains(value.raw.lowercased()) ? "write true or false" : nil
        mismatch(keys[0], value, "true or false", help: help)
        return nil
    }

    package mutating func integer(
        _ keys: String..., in range: ClosedRange<Int> = Int.min...Int.max, required: Bool = false
    ) -> Int? {
        guard let value = value(keys, required: required) else { return nil }
        guard case .integer(let number) = value.kind else {
            mismatch(keys[0], value, "a whole number")
            return nil
        }
        guard let result = Int(exactly: number), range.contains(result) else {
            report(
                "out-of-range", at: value.location,
                "'\(keys[0])' must be \(Self.described(range)), not \(number)")
            return nil
        }
        return result
    }

    /// A number, whole or not.
    package mutating func number(_ keys: String..., required: Bool = false) -> Double? {
        guard let value = value(keys, required: required) else { return nil }
        switch value.kind {
        case .integer(let number): return Double(number)
        case .real(let number): return number
        default:
            mismatch(keys[0], value, "a number")
            return nil
        }
    }

    /// A list of texts; with `allowingOne` a single text counts as a list of one.
    package mutating func texts(
        _ keys: String..., allowingOne: Bool = true, required: Bool = false
    ) -> [String]? {
        located(keys, allowingOne: allowingOne, required: required)?.map(\.text)
    }

    /// As `texts`, each with its place.
    package mutating func locatedTexts(
        _ keys: String..., allowingOne: Bool = true, required: Bool = false
    ) -> [(text: String, location: SourceLocation)]? {
        located(keys, allowingOne: allowingOne, required: required)
    }

    private mutating func located(
        _ keys: [String], allowingOne: Bool, required: Bool
    ) -> [(text: String, location: SourceLocation)]? {
        guard let value = value(keys, required: required) else { return nil }
        guard case .list(let items) = value.kind else {
            if allowingOne { return text(of: value, keys[0]).map { [($0, value.location)] } }
            mismatch(keys[0], value, "a list of texts")
            return nil
        }
        return items.compactMap { item in
            text(of: item, "an item of \(keys[0])").map { ($0, item.location) }
        }
    }

    private mutating func text(of value: StructuredValue, _ key: String) -> String? {
        switch value.kind {
        case .text(let text): return text
        case .integer, .real: return value.raw
        case .flag: mismatch(key, value, "a text", help: "put it in quotes: \"\(value.raw)\"")
        default: mismatch(key, value, "a text")
        }
        return nil
    }

    mutating func mismatch(
        _ key: String, _ value: StructuredValue, _ expected: String, help: String? = nil
    ) {
        report(
            "wrong-type", at: value.location, "'\(key)' must be \(expected), not \(value.described)",
            help: help)
    }

    private static func described(_ range: ClosedRange<Int>) -> String {
        if range.upperBound == Int.max { return "at least \(range.lowerBound)" }
        if range.lowerBound == Int.min { return "at most \(range.upperBound)" }
        return "between \(range.lowerBound) and \(range.upperBound)"
    }
}
