import Diagnostics

/// The pages of Markdown files.
struct ArticlePages {
    let settings: SiteSettings
    let sections: SectionTree
    let templates: TemplateChoice

    func plans(for articles: [Article], reporting diagnostics: inout [Diagnostic]) async -> [PagePlan] {
        let plans = await parallelMap(articles, grain: 256) { article in
            var problems: [Diagnostic] = []
            return (plan(for: article, reporting: &problems), problems)
        }
        diagnostics += plans.flatMap(\.1)
        return plans.compactMap(\.0)
    }

    private func plan(for article: Article, reporting diagnostics: inout [Diagnostic]) -> PagePlan? {
        let section = section(of: article)
        let kind = kind(of: article, section)
        let addressing = ArticleAddress(article: article, kind: kind, section: section, settings: settings)
        guard let address = addressing.address(reporting: &diagnostics) else { return nil }
        return PagePlan(
            kind: kind, address: address, title: title(of: article, reporting: &diagnostics),
            template: templates.template(
                asked: article.frontMatter.template, by: article, otherwise: templates.standard(for: kind),
                reporting: &diagnostics),
            location: article.start, shared: article.face.$frontMatter, article: article, section: section)
    }

    /// The folder a page is listed under: its own for a section, the one around the bundle for `index.md`.
    private func section(of article: Article) -> String? {
        switch article.stem {
        case "_index": article.folder.isEmpty ? nil : article.folder
        case "index": sections.nearest(to: SectionTree.parent(of: article.folder))
        default: sections.nearest(to: article.folder)
        }
    }

    private func kind(of article: Article, _ section: String?) -> PagePlan.Kind {
        if article.folder.isEmpty {
            if article.isFolderPage { return .home }
            return article.stem == "404" ? .notFound : .page
        }
        if article.stem == "_index" { return .section }
        return section == nil ? .page : .article
    }

    private func title(of article: Article, reporting diagnostics: inout [Diagnostic]) -> String {
        if let title = article.givenTitle { return title }
        diagnostics.append(
            Diagnostic(
                "no-title", at: article.start,
                "this page has no title, and is called after its file", severity: .warning,
                help: "add 'title: …' to the front matter, or a heading of the first level"))
        return article.undatedName
    }
}
