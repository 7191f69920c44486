import Diagnostics

/// Where a Markdown file is published: at its permalink, by its section's pattern, or after its folder and
/// name.
struct ArticleAddress {
    let article: Article
    let kind: PagePlan.Kind
    let section: String?
    let settings: SiteSettings

    /// What a pattern of `permalinks` may name.
    static let names = ["slug", "title", "filename", "section", "year", "month", "day"]

    /// Nil with a problem for what cannot be an address.
    func address(reporting diagnostics: inout [Diagnostic]) -> SiteAddress? {
        // A permalink that is no address was reported where it was read.
        if let permalink = article.frontMatter.permalink { return SiteAddress(permalink) }
        guard let text = text(reporting: &diagnostics) else { return nil }
        do throws(SitePathProblem) {
            return try SiteAddress(checking: text)
        } catch {
            diagnostics.append(
                Diagnostic(
                    "address", at: article.start,
                    "'\(text)' cannot be the address of this page: \(error.message)",
                    help: "give the page a 'slug' or a 'permalink'"))
            return nil
        }
    }

    private func text(reporting diagnostics: inout [Diagnostic]) -> String? {
        switch kind {
        case .home: return "/"
        case .notFound: return "/404.html"
        case .section: return "/\(slugged(article.folder))/"
        default: break
        }
        if let pattern { return filled(pattern, reporting: &diagnostics) }
        let folder =
            article.stem == "index" ? SectionTree.parent(of: article.folder) : article.folder
        return (folder.isEmpty ? "/" : "/\(slugged(folder))/") + name + "/"
    }

    /// Of the page's section, or of the nearest section above it that has one.
    private var pattern: SiteSettings.LocatedPattern? {
        var folder = section ?? ""
        while !folder.isEmpty {
            if let pattern = settings.permalinks[folder] { return pattern }
            folder = SectionTree.parent(of: folder)
        }
        return nil
    }

    private func filled(
        _ pattern: SiteSettings.LocatedPattern, reporting diagnostics: inout [Diagnostic]
    ) -> String? {
        let date = article.frontMatter.date
        if date == nil, pattern.pattern.names.contains(where: ["year", "month", "day"].contains) {
            diagnostics.append(
                Diagnostic(
                    "address", at: article.start,
                    "this page has no date, which its address is made of",
                    notes: ["the pattern of its section is '\(pattern.pattern.text)'"],
                    help: "add 'date: …' to its front matter, or begin its file's name with the date"))
            return nil
        }
        let parts = date?.iso.split(separator: "-").map(String.init) ?? []
        return pattern.pattern.filled { key in
            switch key {
            case "slug": name
            case "title": article.givenTitle.map(slug) ?? name
            case "filename": slug(article.undatedName)
            case "section": section.map(slugged)
            case "year": parts[0]
            case "month": parts[1]
            case "day": parts[2]
            default: nil
            }
        }
    }

    private var name: String { article.frontMatter.slug ?? slug(article.undatedName) }
}
