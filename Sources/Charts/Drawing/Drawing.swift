/// A finished figure: two pictures, the words that stand for them, and the same rows as a table.
///
/// All markup is UTF-8 and escaped. With an error among the problems the pictures show what could be drawn.
public struct Drawing: Sendable, Hashable {
    /// Inline SVG for 560 px and more; without `<title>`, which would pop up over the whole picture.
    public var wide: [UInt8]
    /// Inline SVG for less; empty for a sparkline, which has one size.
    public var small: [UInt8]
    /// How high the wide picture is, in pixels; nil for a sparkline, which is as high as the text.
    public var height: Int?
    /// What the picture shows, in sentences generated from the rows drawn, or the author's own.
    public var summary: String
    /// The rows of the picture as text.
    public var table: ChartTable
    /// What is wrong with the chart; empty where nothing is.
    public var problems: [ChartProblem]

    public init(
        wide: [UInt8] = [], small: [UInt8] = [], height: Int? = nil, summary: String = "",
        table: ChartTable = ChartTable(), problems: [ChartProblem] = []
    ) {
        self.wide = wide
        self.small = small
        self.height = height
        self.summary = summary
        self.table = table
        self.problems = problems
    }
}

/// Which of a figure's two pictures.
public enum Layout: String, Sendable, Hashable, CaseIterable {
    case wide, small
}
