import Diagnostics

// The second half of the pipeline: from a settled site to every file that it has.

extension SiteBuild {
    /// All pages and files of the site, and the problems that rendering found.
    static func render(
        _ site: ResolvedSite, reporting diagnostics: inout [Diagnostic]
    ) async -> RenderedSite {
        let renderer = site.renderer
        var memory = site.remembered
        let reuse = site.reuse(&memory)
        let planned = await parallelMap(site.plan.pages, grain: 8) { page in
            site.timings?.measure(.page, page.address.text) { renderer.render(page, by: reuse) }
                ?? renderer.render(page, by: reuse)
        }
        site.timings?.end("render")
        diagnostics += planned.flatMap(\.diagnostics)
        // Statements are held against the lock beside the figures.
        let stated = beside {
            let check = StatementCheck(
                planned.flatMap(\.statements), lock: site.lock, provenance: renderer.figureData.provenance)
            let restated = site.restatements.diagnostics { table, row in
                RowUses(pages: planned, provenance: renderer.figureData.provenance).lines(table, row)
            }
            return (check: check, problems: check.diagnostics + restated)
        }
        var ofFigures: [Diagnostic] = []
        let catalogue = FigureCatalogue(
            planned, agreed: site.earlier?.agreedFigures ?? [], reporting: &ofFigures)
        var figures = await FigureStage(renderer: renderer, catalogue: catalogue, reuse: reuse).render(
            beside: planned)
        ofFigures += figures.pages.flatMap(\.diagnostics)
        let statements = await stated.value
        diagnostics += statements.problems + ofFigures
        site.timings?.end("figures")
        let all = planned + figures.pages
        let finish = PageFinish(site.assets, siteMap: site.siteMap, settings: site.settings)
        // The index is put together on one processor, and all that follows is done beside it.
        let search = beside { await SearchPage(site: site, pages: all, finish: finish).result() }
        let figureFiles = figures.fileAddresses
        let anchors = beside { await AnchorCheck(all, files: figureFiles).result(after: site.earlier) }
        let publication = Publication(site: site, pages: all)
        var files = await publication.files(remembering: &memory)
        let cards = await publication.cards(remembering: &memory)
        let checked = await anchors.value
        diagnostics += checked.problems
        memory.anchors = checked.anchors
        site.timings?.end("feeds and the like")
        let pages = await parallelMap(planned, grain: 8) { $0.finished(by: finish) }
        figures.pages = await parallelMap(figures.pages, grain: 8) { $0.finished(by: finish) }
        diagnostics += site.settings.rules.overruns(pages + figures.pages, site.assets.files)
        site.timings?.end("finish pages")
        let found = await search.value
        diagnostics += found.problems
        memory.searchDocuments = found.documents
        // A file that the site brings itself takes the place of one of these.
        let given = Set(site.assets.files.map(\.address))
        files = (files + found.files).filter { !given.contains($0.address) }
        site.timings?.end("search")
        memory.agreedFigures = catalogue.agreed
        switch site.remembering {
        case .nobody: break
        case .thisProcess: memory.keep(pages + figures.pages, figures.parts)
        case .nextProcess: memory.figures = figures.parts
        }
        let rendered = RenderedSite(
            pages: pages, statements: statements.check, figures: figures, catalogue: catalogue,
            publication: files, cards: cards, site: site, memory: memory,
            reporting: &diagnostics)
        diagnostics = accepted(diagnostics, site.settings)
        return rendered
    }

    /// Without repetitions, without the warnings that the site has taken note of, and with a word on those
    /// of its notes that no warning answers to.
    static func accepted(_ diagnostics: [Diagnostic], _ settings: SiteSettings) -> [Diagnostic] {
        var used: Set<SiteSettings.AcceptedWarning> = []
        var seen: Set<Diagnostic> = []
        var result = diagnostics.filter { diagnostic in
            guard seen.insert(diagnostic).inserted else { return false }
            guard diagnostic.severity == .warning,
                let note = settings.accepted.first(where: { $0.covers(diagnostic) })
            else { return true }
            used.insert(note)
            return false
        }
        for note in settings.accepted where !used.contains(note) {
            result.append(
                Diagnostic(
                    "unused-acceptance", at: note.location,
                    excerpt: settings.source?.line(note.location.line),
                    "no warning '\(note.code)' comes from here any more", severity: .warning,
                    help: "take this entry out of 'check.accept'"))
        }
        return result
    }
}
