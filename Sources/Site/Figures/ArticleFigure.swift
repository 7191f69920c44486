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
        let source = source.blankingQuoteMarks(in: range, before: block.column)
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
        let start = offset(ofLine: block.firstLine)
        return start..<max(start, offset(ofLine: block.firstLine + block.lineCount))
    }
}

extension SourceText {
    /// The text with blanks for the marks of the quotes that a block stands in, so that all places hold.
    ///
    /// - Parameter column: where the lines of the block begin, from 1
    func blankingQuoteMarks(in range: Range<Int>, before column: Int) -> SourceText {
        let mark = UInt8(ascii: ">")
        guard column > 1, bytes[range].prefix(column - 1).contains(mark) else { return self }
        var blanked = bytes
        var start = range.lowerBound
        while start < range.upperBound {
            let end = Lines.end(after: start, in: bytes)
            for index in start..<min(end, start + column - 1) where blanked[index] == mark {
                blanked[index] = UInt8(ascii: " ")
            }
            start = Lines.start(after: end, in: bytes)
        }
        return SourceText(path: path, bytes: blanked, origins: origins)
    }
}

extension FigureBlock {
    /// Between the fences.
    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}
