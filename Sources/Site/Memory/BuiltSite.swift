package import Datasets
package import Diagnostics

/// A site built and kept in memory: what a build would write, and what it takes to look into it.
package struct BuiltSite: Sendable {
    package let report: BuildReport
    /// By path below the output folder; pictures that a program makes are not among them.
    package let files: [String: [UInt8]]
    /// The folder that the site is published in: `/`, or `/a/b/` with a base URL that has one.
    package let basePath: String
    package let title: String
    /// Those of the files that are pages.
    package let pagePaths: [String]
    /// The addresses of the style sheets that charts need.
    package let chartStyles: [String]
    /// The charts of the site by name, as its pages draw them.
    package let charts: [SiteChart]
    /// The facts and claims of all pages, in the order of their places.
    package let statements: [SiteStatement]
    package let database: Database
    /// The drawings of which a build makes pictures, by the picture's path.
    let drawings: [String: [UInt8]]
    let resolved: ResolvedSite
    let memory: BuildMemory

    package var hasErrors: Bool { report.diagnostics.hasErrors }

    /// A text file of the site as the build read it, by its path in the site's folder.
    package func source(at path: String) -> SourceText? { memory.own?.sources.textsByPath[path] }
}

extension BuiltSite {
    /// The picture that a build would make at this path; nil where it makes none, or has no program for it.
    package func picture(at path: String, by maker: PictureMaker) async -> [UInt8]? {
        guard case .program(let program) = maker, let drawing = drawings[path] else { return nil }
        return await PictureProgram(path: program).picture(of: drawing)
    }
}

extension SiteBuild {
    /// Builds a site as far as `build` does before it writes, and writes nothing.
    ///
    /// - Parameters:
    ///   - earlier: what the last build of it came to, good or not; of this is taken over what has not changed
    ///   - snapshot: the sources as they were looked at last
    package static func inMemory(
        _ options: BuildOptions, after earlier: BuiltSite? = nil, snapshot: SourceSnapshot? = nil
    ) async -> BuiltSite {
        let state = snapshot?.state ?? SourceState(of: options.source)
        return BuiltSite(await rendered(options, for: .thisProcess, after: earlier?.memory, state: state))
    }
}

extension BuiltSite {
    fileprivate init(_ build: SiteBuild.RenderedBuild) {
        let (report, site) = (build.report, build.site)
        var resolved = build.resolved
        resolved.earlier = nil
        self.init(
            report: report,
            files: Dictionary(site.files.map { ($0.address.file.text, $0.bytes) }) { first, _ in first },
            basePath: resolved.settings.baseURL?.path ?? "/", title: resolved.settings.title,
            pagePaths: site.pages.map(\.plan.address.file.text),
            chartStyles: resolved.assets.chartStyle.map { style in
                [(resolved.settings.baseURL?.path ?? "/") + style.text.dropFirst()]
            } ?? [],
            charts: site.catalogue.entries.compactMap { SiteChart($0, in: resolved) },
            statements: site.siteStatements(resolved.lock),
            database: resolved.data.database,
            drawings: Dictionary(site.pictures.map { ($0.address.file.text, $0.svg) }) { first, _ in first },
            resolved: resolved, memory: site.memory)
    }
}
