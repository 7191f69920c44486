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
        guard remembering == .thisProcess else { return self }
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

    /// How pages of an earlier build are taken over; nil where nobody takes anything over later either.
    func reuse(_ memory: inout BuildMemory) -> PageReuse? {
        guard remembering != .nobody else { return nil }
        let known = edited == nil ? nil : earlier?.versions
        guard let versions = known ?? memory.own.map({ InputVersions($0.sources, data, assets, renderer) })
        else {
            return nil
        }
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
        guard let resolution, let own, sources.differsInArticlesAlone(from: own.sources),
            sources.articles.map(\.path) == own.sources.articles.map(\.path)
        else { return nil }
        var changed: [String: Article] = [:]
        for new in parsed {
            let path = new.article.path
            guard let old = articles[path] else { return nil }
            if old.article.text === new.article.text { continue }
            guard old.problems.isEmpty, new.problems.isEmpty, old.article.face == new.article.face,
                !resolution.problems.contains(where: { $0.location?.path == path })
            else { return nil }
            changed[path] = new.article
        }
        var problems: [Diagnostic] = []
        var site = resolution.site
        site.plan.replaceTexts(
            changed.mapValues { $0.withFacts(from: own.data.figureData, reporting: &problems) })
        guard problems.isEmpty else { return nil }
        site.timings = options.timings
        site.earlier = self
        site.edited = Set(
            site.plan.pages.lazy.filter { $0.article.map { changed[$0.path] != nil } == true }
                .map(\.address))
        site.remembered = BuildMemory(
            occasion: occasion,
            own: Own(
                sources: sources, data: own.data, templates: own.templates, assets: own.assets,
                siteMap: own.siteMap),
            articles: articles.merging(changed.mapValues { ParsedArticle($0) }) { $1 })
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
            guard let path = pages[index].article?.path, let article = articles[path] else { continue }
            pages[index] = pages[index].with(article)
        }
    }
}
