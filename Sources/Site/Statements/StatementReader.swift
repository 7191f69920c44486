import Claims
import Datasets
import Diagnostics
import Markdown
import Markup

/// How the facts and claims of a text are marked on its page.
enum StatementMarks: Sendable, Hashable {
    /// Not at all: the text stands alone, as in a feed.
    case none
    /// With their sources, on a page whose template has no list of them to lead to.
    case sources
    case links
}

/// Works out the facts of a page and reads what its claims say.
struct StatementReader {
    let source: SourceText
    let data: FigureData
    let parameters: FigureParameters
    let marks: StatementMarks
    private(set) var statements: [Statement] = []

    /// The destination of a link whose text is a number that is no figure of the data: `[2014](=literal)`.
    static let literal = "literal"

    init(source: SourceText, data: FigureData, parameters: FigureParameters, marks: StatementMarks = .none) {
        self.source = source
        self.data = data
        self.parameters = parameters
        self.marks = marks
    }

    /// What stands on the page for an expression of the text; nil with a problem where it cannot be worked
    /// out or read. A claim that fails stands there too, so that nothing else is wrong because of it.
    mutating func read(_ expression: Expression, reporting diagnostics: inout [Diagnostic]) -> Markup? {
        if expression.kind == .claim, expression.expression == Self.literal { return expression.content }
        let query = SQLText(expression.expression, at: expression.location, in: source)
        guard let result = data.database.scalar(query, parameters: parameters, reporting: &diagnostics)
        else { return nil }
        switch expression.kind {
        case .fact:
            let text = result.text ?? ""
            return add(expression, text: text, content: Markup(text: text), result, verdict: nil)
        case .claim:
            let verdict = Phrase(reading: expression.text).holds(for: ClaimValue(result.value))
            guard verdict.outcome != .unreadable else {
                diagnostics.append(
                    source.diagnostic(
                        "claim-unreadable", at: expression.location, verdict.text,
                        notes: ["the claim: '\(expression.text)'"], help: verdict.help))
                return nil
            }
            return add(
                expression, text: expression.text, content: expression.content, result, verdict: verdict)
        }
    }

    private mutating func add(
        _ expression: Expression, text: String, content: Markup, _ result: ScalarResult, verdict: Verdict?
    ) -> Markup {
        let statement = Statement(
            kind: verdict == nil ? .fact : .claim, number: statements.count + 1, text: text,
            written: expression.text, expression: expression.expression, value: result.value,
            rows: result.sources, source: source, location: expression.location, verdict: verdict)
        statements.append(statement)
        if marks == .none { return content }
        return statement.markup(
            content: content, sources: data.provenance.names(of: result.sources, format: data.format),
            leadsToList: marks == .links)
    }
}
