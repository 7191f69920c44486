import Datasets
package import Diagnostics

/// A finished build, to be asked what was made from what.
struct BuildRecord {
    let data: SiteData
    let provenance: Provenance
    let rendered: RenderedSite
    /// As it was named on the command line, without a slash at its end.
    let outputFolder: String
    let target: OutputTarget

    /// A part of a page that reads some data.
    struct Use {
        let page: RenderedPage
        let part: PageReading.Part
    }

    /// The parts of pages that a test of their reading selects, each figure once.
    func uses(where isUsed: (Reading) -> Bool) -> [Use] {
        var figures: Set<String> = []
        return rendered.pages.flatMap { page in
            page.reading.parts.filter { part in
                isUsed(part.reading) && (part.kind != .figure || figures.insert(part.name).inserted)
            }.map { Use(page: page, part: $0) }
        }
    }

    /// What the queries of a figure read, wherever it stands first.
    func reading(of figure: Figure) -> Reading {
        for page in rendered.pages {
            if let part = page.reading.parts.first(where: { $0.kind == .figure && $0.name == figure.name }) {
                return part.reading
            }
        }
        return Reading()
    }
}

extension SiteBuild {
    /// What a page was made from, or what uses a row, a chart or a table; nil with a problem where the name
    /// is none of these.
    ///
    /// The whole site is rendered for it, and nothing is written: the answer is what this build really read.
    package static func explain(
        _ asked: String, _ options: BuildOptions, reporting diagnostics: inout [Diagnostic]
    ) async -> Findings? {
        let sources = await SourceLoader(options).load(reporting: &diagnostics)
        guard sources.settings != nil else { return nil }
        let site = await resolve(sources, options, reporting: &diagnostics)
        let rendered = await render(site, reporting: &diagnostics)
        let record = BuildRecord(
            data: site.data, provenance: site.renderer.figureData.provenance, rendered: rendered,
            outputFolder: options.output.hasPrefix("./")
                ? String(options.output.dropFirst(2)) : options.output,
            target: options.target)
        guard let subject = record.subject(asked) else {
            diagnostics.append(
                Diagnostic(
                    "unknown-subject", "this site has no page, row, chart or table '\(asked)'",
                    help: record.suggestion(for: asked)))
            return nil
        }
        switch subject {
        case .page(let page): return record.explanation(of: page)
        case .figure(let entry): return record.explanation(of: entry)
        case .row(let row): return record.explanation(of: row)
        case .table(let name): return record.explanation(ofTable: name)
        }
    }
}
