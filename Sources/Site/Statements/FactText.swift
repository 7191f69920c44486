import Claims
import Datasets
import Diagnostics

/// Facts in lines of plain text: code spans that begin with `=`, each replaced by its value.
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

    /// The text with its facts worked out; a fact that cannot be is reported and stays as it is.
    mutating func filled(
        _ text: String, at location: SourceLocation, reporting diagnostics: inout [Diagnostic]
    ) -> String {
        guard text.contains("`=") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "`=") {
            result += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstIndex(of: "`") else {
                diagnostics.append(
                    file.diagnostic(
                        "fact-not-closed", at: location, "a fact is opened here and never closed",
                        help: "end it with a backtick: `=expression`"))
                return result + rest[open.lowerBound...]
            }
            let expression = String(rest[open.upperBound..<close])
            let statement = SQLText(expression, at: location, in: file)
            let value = data.database.scalar(statement, parameters: parameters, reporting: &diagnostics)
            if let value { note(value, of: expression, at: location) }
            result += value?.text ?? expression
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private mutating func note(_ result: ScalarResult, of expression: String, at location: SourceLocation) {
        statements.append(
            Statement(
                kind: .fact, number: nil, text: result.text ?? "", written: "=\(expression)",
                expression: trimmed(expression), value: result.value, rows: result.sources, source: file,
                location: location, verdict: nil, occasion: occasion))
    }
}

extension Article {
    /// The article with the facts of its title, description and summary worked out.
    func withFacts(from data: FigureData, reporting diagnostics: inout [Diagnostic]) -> Article {
        var facts = FactText(data: data, parameters: [:], file: source)
        func filled(_ facts: inout FactText, _ text: String?, _ key: String) -> String? {
            text.map {
                let location = frontMatter.location(of: key) ?? SourceLocation(path: source.path)
                return facts.filled($0, at: location, reporting: &diagnostics)
            }
        }
        var matter = frontMatter
        matter.title = filled(&facts, matter.title, "title")
        matter.description = filled(&facts, matter.description, "description")
        matter.summary = filled(&facts, matter.summary, "summary")
        return Article(
            source: source, file: file, contentPath: contentPath, bodyOffset: bodyOffset, frontMatter: matter,
            outline: outline, figures: figures, statements: facts.statements)
    }
}
