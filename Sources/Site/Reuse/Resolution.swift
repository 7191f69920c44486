import Diagnostics
import Markdown

/// A site as a build has settled it, for the next one to start from where only texts were edited.
///
/// A class, because a site and what is remembered of it hold each other's kind.
final class Resolution: Sendable {
    /// Without what it took over itself.
    let site: ResolvedSite
    /// What was wrong with the sources.
    let problems: [Diagnostic]

    init(_ site: ResolvedSite, _ problems: [Diagnostic]) {
        self.site = site
        self.problems = problems
    }
}

extension ResolvedSite {
    /// The same, kept for the next build.
    func remembering(_ problems: [Diagnostic]) -> ResolvedSite {
        guard remembers else { return self }
        var site = self
        site.remembered.resolution = Resolution(forgetting, problems)
        return site
    }

    /// Without what it took over, and what it leaves to the next build.
    private var forgetting: ResolvedSite {
        var site = self
        site.earlier = nil
        site.edited = nil
        site.remembered.resolution = nil
        return site
    }

    /// The plans of the pages whose texts alone were edited.
    var editedPlans: [SiteAddress: PagePlan] {
        guard let edited else { return [:] }
        let plans = plan.pages.filter { edited.contains($0.address) }
        return Dictionary(plans.map { ($0.address, $0) }) { first, _ in first }
    }

    /// How pages of an earlier build are taken over; nil where there is no later build either.
    func reuse(_ memory: inout BuildMemory) -> PageReuse? {
        guard remembers else { return nil }
        let known = edited == nil ? nil : earlier?.versions
        let versions = known ?? InputVersions(memory.sources, data, assets, renderer)
        memory.versions = versions
        return PageReuse(self, versions: versions, after: earlier)
    }
}

extension BuildMemory {
    /// The site as it was settled, with other texts of some articles, if that is all that is new and no other page
    /// shows anything of it; nil where more may be.
    func edited(
        _ sources: SiteSources, _ parsed: [ParsedArticle], _ options: BuildOptions
    ) -> ResolvedSite? {
        let sources = sources.withStandardTemplates
        guard let resolution, sources.differsInArticlesAlone(from: self.sources),
            sources.articles.map(\.path) == self.sources.articles.map(\.path)
        else { return nil }
        var changed: [String: Article] = [:]
        for new in parsed {
            let path = new.article.file.path
            guard let old = articles[path] else { return nil }
            if old.article.file == new.article.file { continue }
            guard old.problems.isEmpty, new.problems.isEmpty, old.article.face == new.article.face,
                !resolution.problems.contains(where: { $0.location?.path == path })
            else { return nil }
            changed[path] = new.article
        }
        var problems: [Diagnostic] = []
        var site = resolution.site
        site.plan.replaceTexts(
            changed.mapValues { $0.withFacts(from: data.figureData, reporting: &problems) })
        guard problems.isEmpty else { return nil }
        site.timings = options.timings
        site.earlier = self
        site.edited = Set(
            site.plan.pages.lazy.filter { $0.article.map { changed[$0.file.path] != nil } == true }
                .map(\.address))
        site.remembered = BuildMemory(
            occasion: occasion, sources: sources,
            articles: articles.merging(changed.mapValues { ParsedArticle($0) }) { $1 }, data: data,
            templates: templates, assets: assets, siteMap: siteMap)
        return site.remembering(resolution.problems)
    }
}

extension SiteSources {
    /// Of sources on the same occasion.
    fileprivate func differsInArticlesAlone(from other: SiteSources) -> Bool {
        databaseFiles.isEmpty && other.databaseFiles.isEmpty
            && parts == other.parts && templates == other.templates && assets == other.assets
            && dataFiles == other.dataFiles && views == other.views
            && figures == other.figures && queries == other.queries && claimsLock == other.claimsLock
    }
}

extension PagePlanner.Plan {
    /// - Parameter articles: by the paths of their files
    fileprivate mutating func replaceTexts(_ articles: [String: Article]) {
        guard !articles.isEmpty else { return }
        for index in pages.indices {
            guard let path = pages[index].article?.file.path, let article = articles[path] else { continue }
            pages[index].article = article
        }
    }
}

extension Article {
    /// What other pages can show of it.
    fileprivate struct Face: Equatable {
        let frontMatter: FrontMatter
        let title: String?
        let links: [String]
        let figures: [String?]
        let paths: [String]
    }

    fileprivate var face: Face {
        Face(
            frontMatter: frontMatter, title: outline.title, links: outline.links.map(\.destination),
            figures: figures.map { figure in
                switch figure {
                case .own(let definition): definition.slugOfName
                case .named(let name): name.text
                case nil: nil
                }
            }, paths: paths)
    }
}
