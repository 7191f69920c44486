import Diagnostics

/// The measures of a site, and how a text that calls them is written out.
struct MeasureTable: Sendable {
    private let measures: [String: MeasureDefinition]

    init(_ definitions: [MeasureDefinition] = []) {
        measures = Dictionary(definitions.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    var isEmpty: Bool { measures.isEmpty }

    func areNamed(in tokens: [SQLToken]) -> Bool {
        tokens.contains { $0.kind == .word && measures[$0.small] != nil }
    }

    /// The measure of which the tokens are a call and nothing else.
    func measure(whoseCallIs tokens: [SQLToken]) -> MeasureDefinition? {
        guard !tokens.isEmpty, let call = MeasureCall(at: 0, of: tokens), call.lastToken == tokens.count - 1
        else { return nil }
        return measure(call, [])
    }

    /// The text with each call of a measure replaced by its expression in parentheses.
    func expanded(_ text: String, _ tokens: [SQLToken]) throws(MeasureMisuse) -> MeasureExpansion {
        let replacements = try replacements(text, tokens, within: [])
        return MeasureExpansion.replacing(replacements, in: text)
    }

    /// - Parameter within: the measures that are being written out, which cannot call themselves
    private func replacements(
        _ text: String, _ tokens: [SQLToken], within: Set<String>
    ) throws(MeasureMisuse) -> [(range: Range<Int>, text: String)] {
        let bytes = Array(text.utf8)
        var replacements: [(range: Range<Int>, text: String)] = []
        var index = 0
        while index < tokens.count {
            guard let call = MeasureCall(at: index, of: tokens), let measure = measure(call, within) else {
                index += 1
                continue
            }
            guard call.arguments.count == measure.arguments.count else {
                throw MeasureMisuse(measure: measure, token: call.name, count: call.arguments.count)
            }
            var arguments: [String] = []
            for range in call.arguments {
                let argument = String(decoding: bytes[range], as: UTF8.self)
                arguments.append(try inner(argument, within: within))
            }
            let body = try inner(
                measure.filled(arguments), within: within.union([measure.name.lowercased()]))
            replacements.append((call.range, "(" + body + "\n)"))
            index = call.lastToken + 1
        }
        return replacements
    }

    private func measure(_ call: MeasureCall, _ within: Set<String>) -> MeasureDefinition? {
        let name = call.name.small
        return within.contains(name) ? nil : measures[name]
    }

    private func inner(_ text: String, within: Set<String>) throws(MeasureMisuse) -> String {
        let tokens = SQLScanner.tokens(of: text)
        guard areNamed(in: tokens) else { return text }
        let replacements = try replacements(text, tokens, within: within)
        return MeasureExpansion.replacing(replacements, in: text).text
    }

    /// The measures that a measure calls, by their small names.
    func called(by measure: MeasureDefinition) -> [String] {
        SQLScanner.tokens(of: measure.expression.text).filter { $0.kind == .word }
            .map(\.small).filter { measures[$0] != nil }
    }

    /// Whether a measure needs itself in the end.
    func isCircular(_ measure: MeasureDefinition) -> Bool {
        var seen: Set<String> = []
        var waiting = called(by: measure)
        while let name = waiting.popLast() {
            if name == measure.name.lowercased() { return true }
            guard seen.insert(name).inserted, let next = measures[name] else { continue }
            waiting += called(by: next)
        }
        return false
    }
}

/// A name with arguments in parentheses.
private struct MeasureCall {
    let name: SQLToken
    /// The bytes from the name to the closing parenthesis.
    let range: Range<Int>
    /// The bytes of each argument.
    let arguments: [Range<Int>]
    let lastToken: Int

    init?(at index: Int, of tokens: [SQLToken]) {
        guard tokens[index].kind == .word, index + 1 < tokens.count, tokens[index + 1].isSign("("),
            index == 0 || !tokens[index - 1].isSign(".")
        else { return nil }
        var depth = 0
        var start = tokens[index + 1].end
        var arguments: [Range<Int>] = []
        for place in tokens.indices[(index + 1)...] {
            let token = tokens[place]
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            if depth == 1, token.isSign(",") {
                arguments.append(start..<token.start)
                start = token.end
            }
            guard depth == 0 else { continue }
            if place > index + 2 { arguments.append(start..<token.start) }
            name = tokens[index]
            range = tokens[index].start..<token.end
            self.arguments = arguments
            lastToken = place
            return
        }
        return nil
    }
}

extension MeasureDefinition {
    /// The expression with each `:argument` replaced by the text of its argument in parentheses.
    func filled(_ texts: [String]) -> String {
        let replacements = SQLScanner.tokens(of: expression.text).compactMap { token in
            token.kind == .parameter
                ? arguments.firstIndex(of: token.name).map { place in
                    (range: token.start..<token.end, text: "(" + texts[place] + "\n)")
                } : nil
        }
        return MeasureExpansion.replacing(replacements, in: expression.text).text
    }
}
