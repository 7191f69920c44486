/// A page of an earlier build, as far as it takes to say whether it is the same again.
protocol KnownPage {
    /// Whether it was made from this text.
    func shows(_ article: Article?) -> Bool
    /// Nil where nobody took it down.
    var trace: PageTrace? { get }
    /// The page for a plan that says the same of it.
    func reused(for plan: PagePlan) -> RenderedPage
}

extension RenderedPage: KnownPage {
    func shows(_ article: Article?) -> Bool { plan.article?.text === article?.text }
}
