// Charts: typed series to accessible figures.
//
// Belongs here: what a figure looks like and what it says of itself, from a typed specification and rows to
// bytes. Does not belong here: where rows come from, files, YAML, SQL, pages and addresses, and the clock.

/// A specification and its rows, checked, ranked and ready to be drawn.
///
///     let drawing = Chart.draw(specification, data)
public struct Chart: Sendable {
    public let specification: ChartSpecification
    public let data: ChartData
    public let problems: [ChartProblem]

    public init(_ specification: ChartSpecification, _ data: ChartData) {
        self.specification = specification
        self.data = data
        problems = []
    }

    /// Everything that a page needs of a figure.
    public static func draw(_ specification: ChartSpecification, _ data: ChartData) -> Drawing {
        let chart = Chart(specification, data)
        return Drawing(
            wide: chart.svg(.wide), small: chart.svg(.small), summary: chart.summary, table: chart.table,
            problems: chart.problems)
    }

    /// The picture for the inside of a page, named by `NAME-title` and described by `NAME-summary` there.
    public func svg(_ layout: Layout) -> [UInt8] { [] }

    /// The picture as a file of its own, with title, description and styles, in the colours of the theme.
    public func standalone(_ layout: Layout = .wide, theme: Theme = .light) -> [UInt8] { [] }

    /// What the picture shows, in at most 600 characters.
    public var summary: String { specification.description }

    /// The rows of the picture as text.
    public var table: ChartTable { ChartTable(caption: specification.title) }

    /// Where labels, nodes and the plot stand.
    public func boxes(_ layout: Layout) -> [Box] { [] }
}
