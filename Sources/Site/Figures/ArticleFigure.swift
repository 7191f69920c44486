import Datasets
import Diagnostics
import Markdown

/// What a fenced block of a Markdown file asks for: a figure that it describes itself, or by `figure: NAME`
/// one of `Content/charts/`, drawn with the row of the page that the block stands on.
enum ArticleFigure: Sendable {
    case own(FigureDefinition)
    case named(LocatedText)

    /// The name by which the text knows it.
    var name: String {
        switch self {
        case .own(let definition): definition.slugOfName
        case .named(let name): name.text
        }
    }

    /// Nil with a problem where the block says neither.
    init?(_ block: FigureBlock, in source: SourceText, reporting diagnostics: inout [Diagnostic]) {
        let range = source.range(of: block)
        guard
            let value = StructuredValue.yaml(
                source, from: range.lowerBound, to: range.upperBound, reporting: &diagnostics)
        else { return nil }
        if value.mapping?["figure"] != nil {
            var keys = KeyedReader(value, of: source, named: "a block with 'figure'")
            let name = keys.located("figure", required: true)
            keys.finish(reporting: &diagnostics)
            guard let name else { return nil }
            self = .named(name)
        } else {
            guard
                let definition = FigureDefinition(
                    value, kind: block.kind, in: source, reporting: &diagnostics)
            else { return nil }
            self = .own(definition)
        }
    }
}

extension SourceText {
    /// The bytes of the lines between a block's fences.
    func range(of block: FigureBlock) -> Range<Int> {
        let count = block.text.utf8.count { $0 == UInt8(ascii: "\n") }
        let start = offset(ofLine: block.firstLine)
        return start..<max(start, offset(ofLine: block.firstLine + count))
    }
}
