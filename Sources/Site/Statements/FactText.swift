import Claims
import Datasets
import Diagnostics

/// Facts and claims in lines of plain text: code spans that begin with `=`, each replaced by its value, and
/// links whose destination begins with `=`, whose text is held against the data and stays without the link.
struct FactText {
    let data: FigureData
    let parameters: FigureParameters
    /// The file that the texts stand in.
    let file: SourceText
    /// What tells apart texts that are filled again for each row of a collection.
    var occasion = ""
    private(set) var statements: [Statement] = []

    init(data: FigureData, parameters: FigureParameters, file: SourceText, occasion: String = "") {
        self.data = data
        self.parameters = parameters
        self.file = file
        self.occasion = occasion
    }

    /// The text with its facts worked out and its claims read; one that cannot be is reported and stays as it
    /// is.
    mutating func filled(
        _ text: String, at location: SourceLocation, reporting diagnostics: inout [Diagnostic]
    ) -> String {
        guard Self.mayHoldStatement(text) else { return text }
        var result = ""
        var rest = text[...]
        while let next = PlainStatement(firstIn: rest) {
            result += rest[..<next.range.lowerBound]
            guard next.isClosed else {
                diagnostics.append(
                    file.diagnostic(
                        "\(next.kind.rawValue)-not-closed", at: location,
                        "a \(next.kind.rawValue) is opened here and never closed",
                        help: next.kind == .fact
                            ? "end it with a backtick: `=expression`"
                            : "end it with a parenthesis: [text](=expression)"))
                return result + rest[next.range.lowerBound...]
            }
            result += stated(next, at: location, reporting: &diagnostics)
            rest = rest[next.range.upperBound...]
        }
        return result + rest
    }

    /// Whether there may be a fact or a claim in it; sooner told than whether there is.
    static func mayHoldStatement(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if last == UInt8(ascii: "`"), byte == UInt8(ascii: "=") { return true }
            if last == UInt8(ascii: "]"), byte == UInt8(ascii: "(") { return true }
            last = byte
        }
        return false
    }

    /// What stands in the text for a fact or a claim.
    private mutating func stated(
        _ found: PlainStatement, at location: SourceLocation, reporting diagnostics: inout [Diagnostic]
    ) -> String {
        if found.kind == .claim, found.expression == StatementReader.literal { return found.text }
        let query = SQLText(found.expression, at: location, in: file)
        let result = data.database.scalar(query, parameters: parameters, reporting: &diagnostics)
        guard let result else { return found.text }
        var verdict: Verdict?
        if found.kind == .claim {
            let held = Phrase(reading: found.text).holds(for: ClaimValue(result.value))
            guard held.outcome != .unreadable else {
                diagnostics.append(
                    file.diagnostic(
                        "claim-unreadable", at: location, held.text,
                        notes: ["the claim: '\(found.text)'"], help: held.help))
                return found.text
            }
            verdict = held
        }
        let text = found.kind == .fact ? result.text ?? "" : found.text
        statements.append(
            Statement(
                kind: found.kind, number: nil, text: text,
                written: found.kind == .fact ? "=\(found.expression)" : found.text,
                expression: trimmed(found.expression), value: result.value, rows: result.sources,
                source: file, location: location, verdict: verdict, occasion: occasion))
        return text
    }
}

extension Article {
    private var mayHoldStatement: Bool {
        func mayHold(_ text: String?) -> Bool { text.map(FactText.mayHoldStatement) ?? false }
        return mayHold(frontMatter.title) || mayHold(frontMatter.description) || mayHold(frontMatter.summary)
    }

    /// The article with the facts of its title, description and summary worked out.
    func withFacts(from data: FigureData, reporting diagnostics: inout [Diagnostic]) -> Article {
        guard mayHoldStatement else { return self }
        var facts = FactText(data: data, parameters: [:], file: source)
        func filled(_ facts: inout FactText, _ text: String?, _ key: String) -> String? {
            text.map {
                let location = frontMatter.location(of: key) ?? start
                return facts.filled($0, at: location, reporting: &diagnostics)
            }
        }
        var matter = frontMatter
        matter.title = filled(&facts, matter.title, "title")
        matter.description = filled(&facts, matter.description, "description")
        matter.summary = filled(&facts, matter.summary, "summary")
        return with(matter, facts.statements)
    }
}
