/// A page of an earlier build, as far as it takes to say whether it is the same again.
protocol KnownPage {
    /// Whether it was made from this text.
    func shows(_ article: Article?) -> Bool
    /// Nil where nobody took it down.
    var trace: PageTrace? { get }
    /// The page for a plan that says the same of it.
    ///
    /// - Parameter renderer: makes it again where somebody asks for what is not kept of it
    func reused(for plan: PagePlan, by renderer: PageRenderer) -> RenderedPage
}

extension RenderedPage: KnownPage {
    func shows(_ article: Article?) -> Bool { plan.article?.text === article?.text }

    func reused(for plan: PagePlan, by renderer: PageRenderer) -> RenderedPage { reused(for: plan) }
}
