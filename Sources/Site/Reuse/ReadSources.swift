import Charts
import Datasets
import Diagnostics
import Templates

/// The data of a site, read, with what is wrong with them.
struct ReadData: Sendable {
    let data: SiteData
    let figureData: FigureData
    let collections: [PagePlanner.CollectionRows]
    let problems: [Diagnostic]

    init(_ sources: SiteSources, _ settings: SiteSettings, root: String, timings: Timings?) {
        var problems: [Diagnostic] = []
        data = SiteData(sources, settings, root: root, timings: timings, reporting: &problems)
        let data = data
        collections = settings.collections.compactMap { data.rows(of: $0, settings, reporting: &problems) }
        figureData = data.figureData(settings, reporting: &problems)
        self.problems = problems
    }
}

/// The templates of a site, compiled, with what is wrong with them.
struct CompiledTemplates: Sendable {
    let set: TemplateSet
    let problems: [Diagnostic]

    init(_ sources: SiteSources) {
        var problems: [Diagnostic] = []
        set = TemplateSet(sources: sources.templates, reporting: &problems)
        self.problems = problems
    }
}

/// The files that are published as they are, with what is wrong with them.
struct CollectedAssets: Sendable {
    let files: [SiteSources.Asset]
    let catalogue: AssetCatalogue
    let problems: [Diagnostic]

    init(_ files: [SiteSources.Asset], _ settings: SiteSettings) {
        var problems: [Diagnostic] = []
        self.files = files
        catalogue = AssetCatalogue(
            files, stylesheet: Stylesheet.page(settings.colors.palette),
            isMinified: settings.publication.isMinified, reporting: &problems)
        self.problems = problems
    }
}
