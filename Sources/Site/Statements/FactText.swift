import Datasets
import Diagnostics

/// Facts in a line of plain text: code spans that begin with `=`, each replaced by its value.
struct FactText {
    let data: FigureData
    let parameters: FigureParameters
    /// The file that the text stands in.
    let file: SourceText

    /// The text with its facts worked out; a fact that cannot be is reported and stays as it is.
    func filled(
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
            result += value?.text ?? expression
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

extension Article {
    /// The article with the facts of its title, description and summary worked out.
    func withFacts(from data: FigureData, reporting diagnostics: inout [Diagnostic]) -> Article {
        let facts = FactText(data: data, parameters: [:], file: source)
        func filled(_ text: String?, _ key: String) -> String? {
            text.map {
                let location = frontMatter.location(of: key) ?? SourceLocation(path: source.path)
                return facts.filled($0, at: location, reporting: &diagnostics)
            }
        }
        var matter = frontMatter
        matter.title = filled(matter.title, "title")
        matter.description = filled(matter.description, "description")
        matter.summary = filled(matter.summary, "summary")
        return Article(
            source: source, contentPath: contentPath, bodyOffset: bodyOffset, frontMatter: matter,
            outline: outline, figures: figures)
    }
}
