import Datasets
import Diagnostics
import Markdown
import Markup

/// Works out the facts of a page and holds its claims against the data.
struct StatementReader {
    let source: SourceText
    let data: FigureData
    let parameters: FigureParameters
    /// Whether the text stands alone, without marks and links to its sources.
    let isPlain: Bool
    private(set) var statements: [Statement] = []

    init(source: SourceText, data: FigureData, parameters: FigureParameters, isPlain: Bool = false) {
        self.source = source
        self.data = data
        self.parameters = parameters
        self.isPlain = isPlain
    }

    /// What stands on the page for an expression of the text; nil with a problem where the data do not bear
    /// it out.
    mutating func read(_ expression: Expression, reporting diagnostics: inout [Diagnostic]) -> Markup? {
        let statement = SQLText(expression.expression, at: expression.location, in: source)
        guard let result = data.database.scalar(statement, parameters: parameters, reporting: &diagnostics)
        else { return nil }
        switch expression.kind {
        case .fact:
            let text = result.text ?? ""
            return add(.fact, expression, text: text, content: Markup(text: text), result)
        case .claim:
            guard holds(expression, result, reporting: &diagnostics) else { return nil }
            return add(.claim, expression, text: expression.text, content: expression.content, result)
        }
    }

    private mutating func add(
        _ kind: Statement.Kind, _ expression: Expression, text: String, content: Markup,
        _ result: ScalarResult
    ) -> Markup {
        let statement = Statement(
            kind: kind, number: statements.count + 1, text: text, expression: expression.expression,
            value: result.value, rows: result.sources, location: expression.location)
        statements.append(statement)
        if isPlain { return content }
        let names = data.provenance.names(of: result.sources)
        return statement.markup(content: content, sources: names.joined(separator: "; "))
    }
}
