import Claims
import Diagnostics

/// A page as it will be written, and what came with it.
///
/// A class, because pages are handed on from stage to stage, and from build to build, far more often than they
/// are made.
final class RenderedPage: Sendable {
    let plan: PagePlan
    let content: FileContent
    let figures: [Figure]
    /// The facts and claims of its text, its title and description, and its figures.
    let statements: [Statement]
    /// The numbers of its text that none of them covers.
    let unverified: [UnverifiedNumber]
    /// Anchors of pages that this one leads to; they are looked for when all pages are rendered.
    let anchorReferences: [AnchorReference]
    let diagnostics: [Diagnostic]
    /// The versions of what it was made from, where a later build may ask.
    let trace: PageTrace?
    /// Whether an earlier build made it, and finished it too.
    let isReused: Bool
    /// What is kept of it on the disk.
    let kept: KeptPage?
    /// Why it was made anew, where an earlier build could have left it.
    let reason: RenderReason?
    private let ownReading: PageReading?

    /// What it was made from.
    var reading: PageReading { ownReading ?? kept?.reading ?? PageReading() }

    var bytes: [UInt8] { content.bytes }

    convenience init(
        plan: PagePlan, bytes: [UInt8], figures: [Figure] = [], statements: [Statement] = [],
        unverified: [UnverifiedNumber] = [], reading: PageReading = PageReading(),
        anchorReferences: [AnchorReference] = [], diagnostics: [Diagnostic] = []
    ) {
        self.init(
            plan: plan, .made(bytes), figures: figures, statements: statements, unverified: unverified,
            reading: reading, anchorReferences: anchorReferences, diagnostics: diagnostics)
    }

    /// - Parameter reading: nil where it is read from what is kept of the page for whoever asks
    init(
        plan: PagePlan, _ content: FileContent, figures: [Figure] = [], statements: [Statement] = [],
        unverified: [UnverifiedNumber] = [], reading: PageReading?,
        anchorReferences: [AnchorReference] = [], diagnostics: [Diagnostic] = [], trace: PageTrace? = nil,
        isReused: Bool = false, kept: KeptPage? = nil, reason: RenderReason? = nil
    ) {
        self.plan = plan
        self.content = content
        self.figures = figures
        self.statements = statements
        self.unverified = unverified
        ownReading = reading
        self.anchorReferences = anchorReferences
        self.diagnostics = diagnostics
        self.trace = trace
        self.isReused = isReused
        self.kept = kept
        self.reason = reason
    }
}

extension RenderedPage {
    /// What is done to every page in the end; one of an earlier build has been through it.
    func finished(by finish: PageFinish) -> RenderedPage {
        isReused ? self : with(plan, .made(finish.finish(bytes)), trace, isReused: false, reason: reason)
    }

    /// The same page with what it was made from, for a later build of the same process.
    func traced(_ trace: PageTrace) -> RenderedPage { with(plan, content, trace, isReused: isReused) }

    /// The same page in the next build, for a plan that says the same of it.
    func reused(for plan: PagePlan) -> RenderedPage { with(plan, content, trace, isReused: true) }

    /// The same page as another process will find it; what it was made from is then read from there too.
    func keeping(_ kept: KeptPage, madeBecause reason: RenderReason) -> RenderedPage {
        RenderedPage(
            plan: plan, content, figures: figures, statements: statements, unverified: unverified,
            reading: nil, anchorReferences: anchorReferences, diagnostics: diagnostics, kept: kept,
            reason: reason)
    }

    private func with(
        _ plan: PagePlan, _ content: FileContent, _ trace: PageTrace?, isReused: Bool,
        reason: RenderReason? = nil
    ) -> RenderedPage {
        RenderedPage(
            plan: plan, content, figures: figures, statements: statements, unverified: unverified,
            reading: ownReading, anchorReferences: anchorReferences, diagnostics: diagnostics, trace: trace,
            isReused: isReused, kept: kept, reason: reason)
    }
}
