/// What a figure had for itself in an earlier build, as far as it takes to say whether it is the same again.
protocol KnownFigure {
    /// Nil where nobody took it down.
    var trace: PageTrace? { get }
    /// The same in this build, for plans that say the same of its pages; nil where it cannot be had.
    func reused(for entry: FigureCatalogue.Entry, _ plans: [PagePlan]) -> FigureStage.Part?
}

extension FigureStage.Part: KnownFigure {
    func reused(for entry: FigureCatalogue.Entry, _ plans: [PagePlan]) -> FigureStage.Part? {
        var part = self
        part.pages = zip(pages, plans).map { $0.reused(for: $1) }
        return part
    }
}
