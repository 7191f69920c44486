import Claims
import Datasets
import Diagnostics
import Markdown
import Markup
import Templates

/// Renders pages, but takes over those that an earlier build made from the same things.
struct PageReuse: Sendable {
    let renderer: PageRenderer
    let versions: InputVersions
    let earlier: BuildMemory?
    /// Whether the addresses of the site are those of the earlier build, so that all links lead where they did.
    let isSameMap: Bool
    /// The pages whose texts alone are other than in the earlier build; nil where more may be.
    let edited: Set<SiteAddress>?
    /// Whether pages are taken down for another process.
    private let isForDisk: Bool
    /// The pages whose texts are asked for after they are made; nil where all texts stay.
    private let askedLater: Set<SiteAddress>?

    init(_ site: ResolvedSite, versions: InputVersions, after earlier: BuildMemory?) {
        renderer = site.renderer
        self.versions = versions
        self.earlier = earlier
        isSameMap = site.edited != nil || earlier?.isMap(site.siteMap) == true
        edited = site.edited
        isForDisk = site.remembering == .nextProcess
        askedLater =
            site.putsTextsAway
            ? Set(site.publication.feeds.flatMap(\.items).map(\.page.address)) : nil
    }

    /// A page with errors is made anew each time, because what would mend them may lie outside of what it read.
    func page(_ plan: PagePlan) -> RenderedPage {
        let known = earlier?.page(at: plan.address)
        if let edited, !edited.contains(plan.address), let known { return takenOver(known, for: plan) }
        let surroundings = renderer.surroundings(of: plan)
        let head = renderer.head(of: plan)
        let own = own(plan, surroundings, head)
        let change = reason(for: plan, known, own)
        if let known, change == nil { return takenOver(known, for: plan) }
        let reason = change ?? .unknown
        renderer.timings?.made(plan.address.text, because: reason)
        let log = LinkLog()
        let page = renderer.render(plan, in: surroundings, head: head, log: log)
        let trace = PageTrace(own: own, inputs: inputs(of: page), links: log.answers)
        if let askedLater, let text = plan.article?.text {
            if askedLater.contains(plan.address) { text.separate() } else { text.putAway() }
        }
        return isForDisk ? page.recorded(trace, madeBecause: reason) : page.traced(trace)
    }

    private func takenOver(_ known: any KnownPage, for plan: PagePlan) -> RenderedPage {
        renderer.timings?.tookOver()
        return known.reused(for: plan, by: renderer)
    }

    /// Why the page is made anew; nil where it would come out the same.
    private func reason(
        for plan: PagePlan, _ known: (any KnownPage)?, _ own: SHA256
    ) -> RenderReason? {
        guard let known, let trace = known.trace else { return .unknown }
        guard known.shows(plan.article) else { return .text }
        return trace.change(
            for: own, versions, on: plan.address, renderer.siteMap, isSameMap: isSameMap)
    }

    /// The pages and files of a figure, if it is the same figure on the same pages, and the map of the site
    /// too, which figures ask where nobody takes it down.
    func part(
        of entry: FigureCatalogue.Entry, _ pages: FigurePages, isSameFigure: Bool,
        orElse make: () -> FigureStage.Part
    ) -> FigureStage.Part {
        let known = earlier?.figure(entry.figure, isSame: isSameFigure)
        let plans = pages.plans(of: entry)
        if edited != nil, let part = known?.reused(for: entry, plans) { return part }
        let own = Fingerprint.of { fingerprint in
            for page in entry.pages {
                fingerprint.add(page.address.text)
                fingerprint.add(page.title)
            }
            for plan in plans {
                fingerprint.add(self.own(plan, renderer.surroundings(of: plan), renderer.head(of: plan)))
            }
        }
        if isSameMap, let known, let trace = known.trace,
            trace.change(
                for: own, versions, on: entry.figure.addresses.page, renderer.siteMap, isSameMap: true)
                == nil,
            let part = known.reused(for: entry, plans)
        {
            return part
        }
        var part = make()
        let trace = PageTrace(
            own: own,
            inputs: part.pages.reduce(into: [:]) { $0.merge(inputs(of: $1)) { first, _ in first } },
            links: [:])
        part.trace = trace
        return isForDisk ? part.recorded(trace) : part
    }

    private func own(_ plan: PagePlan, _ surroundings: PageSurroundings, _ head: Markup) -> SHA256 {
        Fingerprint.of { fingerprint in
            fingerprint.add(plan.template)
            // Pages of figures are plain where the site has no template for them.
            fingerprint.add(renderer.templates.contains(plan.template) ? 1 : 0)
            fingerprint.add(surroundings.page)
            fingerprint.add(surroundings.site)
            fingerprint.add(plan.row?.record ?? [:])
            fingerprint.add(head)
            for statement in plan.article?.statements ?? [] {
                fingerprint.add(TemplateValue.optional(statement.value.text))
                for row in statement.rows { fingerprint.add(row.number) }
            }
        }
    }

    private func inputs(of page: RenderedPage) -> [Input: SHA256] {
        let reading = page.reading
        var inputs: [Input: SHA256] = [:]
        func add(_ input: Input) { inputs[input] = versions[input] }
        add(.shared(InputVersions.corrections))
        // Of statements that are kept nothing can be told that their own files would have to be read for.
        if isForDisk, !page.statements.isEmpty { add(.file(ClaimsLock.path)) }
        for template in reading.templates { add(.file(template)) }
        for name in reading.names { add(.shared(name)) }
        for path in Set(reading.parts.compactMap { $0.location?.path }) { add(.file(path)) }
        for table in reading.tables { add(.table(table)) }
        let outline = page.plan.article?.outline
        if !reading.parts.isEmpty || outline?.citations.isEmpty == false { add(.provenance) }
        if outline?.images.isEmpty == false { add(.pictures) }
        return inputs
    }
}
