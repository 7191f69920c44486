package import Charts
import Datasets
package import Diagnostics
import Markdown
package import Markup

/// A chart of the site with what it was made from: for a look at it from all sides, and for trying changes.
package struct SiteChart: Sendable {
    package let name: String
    package let title: String
    package let chart: Chart
    /// The specification as it stands in its file.
    package let specification: ChartSource
    let figure: Figure
    let definition: ChartDefinition
    /// The row of the page it is drawn for.
    let parameters: FigureParameters

    package var warnings: [ChartProblem] { chart.problems.filter { $0.severity == .warning } }

    /// What a reader who sees no picture gets: the rows as a table.
    package var table: Markup {
        var writer = MarkupWriter()
        chart.table.write(to: &writer, labelledBy: "chart-title")
        return writer.markup
    }

    /// How heavy the picture in this layout is as it stands in a page: in bytes, and as a host sends it compressed.
    package func weight(_ layout: Layout) -> (bytes: Int, compressed: Int) {
        let bytes = Array(chart.svg(layout))
        return (bytes.count, Deflate.gzip(bytes)?.count ?? bytes.count)
    }

    /// The most that a rank chart of 17 entities and 28 periods may weigh, which stands for charts of all kinds; a
    /// title for each point costs more.
    package var budget: (bytes: Int, compressed: Int) {
        chart.specification.tooltips == .points ? (64 << 10, 16 << 10) : (24 << 10, 6 << 10)
    }
}

/// Where a chart's specification stands: a file of `Content/charts/`, or the lines of a fenced block.
package struct ChartSource: Sendable, Hashable {
    /// The whole file.
    let file: SourceText
    /// The bytes of the file that are the specification, with the indentation of their lines.
    let range: Range<Int>
    /// `chart` or `timeline` for a block; nil for a file, which says it by its `type`.
    let blockKind: String?
    /// Before each line of a block within a list or quote.
    let indentation: String
    /// Without indentation.
    package let text: String
    package let location: SourceLocation

    /// The file with another specification in the place of this one.
    func file(with text: String) -> (SourceText, Range<Int>) {
        var lines = text
        if !lines.hasSuffix("\n") { lines += "\n" }
        if !indentation.isEmpty {
            lines = lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { $0.isEmpty ? "\n" : indentation + $0 + "\n" }.joined()
        }
        let bytes = file.bytes[..<range.lowerBound] + lines.utf8 + file.bytes[range.upperBound...]
        let end = range.lowerBound + lines.utf8.count
        return (SourceText(path: file.path, bytes: Array(bytes)), range.lowerBound..<end)
    }
}

extension ChartSource {
    /// A file of its own.
    init(file: SourceText) {
        self.init(
            file: file, range: 0..<file.bytes.count, blockKind: nil, indentation: "",
            text: String(decoding: file.bytes, as: UTF8.self),
            location: SourceLocation(path: file.path, line: 1, column: 1))
    }

    /// A block of a page's text, as it stands in the page's file or in one that this includes.
    init?(block: FigureBlock, of article: Article, parts: [String: SourceText]) {
        let origin = article.source.origins.origin(of: block.firstLine)
        guard
            let file = origin.map({ $0.path == article.file.path ? article.file : parts[$0.path] })
                ?? article.file
        else { return nil }
        let line = origin?.line ?? block.firstLine
        let start = file.offset(ofLine: line)
        let end = file.offset(ofLine: line + block.lineCount)
        let indentation = file.bytes[start...].prefix(max(0, block.column - 1))
        self.init(
            file: file, range: start..<max(start, end), blockKind: block.kind,
            indentation: String(decoding: indentation, as: UTF8.self), text: block.text,
            location: SourceLocation(path: file.path, line: line, column: block.column))
    }
}
