import Datasets
import Diagnostics
import Markdown

/// Decides which pages a site has: from Markdown files, from the rows of collections, and for its tags.
struct PagePlanner {
    private let settings: SiteSettings
    private let options: BuildOptions
    private let templates: Set<String>
    private var diagnostics: [Diagnostic] = []
    private var skipped: [SkippedPage] = []

    init(settings: SiteSettings, options: BuildOptions, templates: Set<String>) {
        self.settings = settings
        self.options = options
        self.templates = templates
    }

    struct Plan: Sendable {
        /// Ordered by address.
        var pages: [PagePlan] = []
        var skipped: [SkippedPage] = []
    }

    /// A collection's table, read.
    struct CollectionRows: Sendable {
        let settings: CollectionSettings
        let rows: [PagePlan.Row]
    }

    /// All pages of the site. Articles that are drafts, future or expired are left out with their reason.
    consuming func plan(
        articles: [Article], collections: [CollectionRows], reporting problems: inout [Diagnostic]
    ) -> Plan {
        let published = articles.filter { !skips($0) }
        let bodies = bodiesOfRows(among: published, collections)
        var pages = published.filter { bodies[$0.contentPath] == nil }.compactMap { page(for: $0) }
        for collection in collections {
            pages += rowPages(of: collection, bodies: bodies, articles: published)
        }
        pages += termPages(of: pages)
        pages.sort { $0.address < $1.address }
        checkCollisions(pages)
        problems += diagnostics
        return Plan(pages: pages, skipped: skipped)
    }

    // MARK: Articles

    private mutating func skips(_ article: Article) -> Bool {
        let matter = article.frontMatter
        var reason: SkippedPage.Reason?
        if matter.isDraft, !options.includesDrafts { reason = .draft }
        if let date = matter.publishDate ?? matter.date, date > options.today, !options.includesFuture {
            reason = reason ?? .future(date)
        }
        if let date = matter.expiryDate, date <= options.today { reason = .expired(date) }
        guard let reason else { return false }
        skipped.append(SkippedPage(path: article.source.path, reason: reason))
        return true
    }

    private mutating func page(for article: Article) -> PagePlan? {
        let kind = kind(of: article)
        guard let address = address(of: article, kind) else { return nil }
        return PagePlan(
            kind: kind, address: address, title: title(of: article),
            template: template(article.frontMatter.template, standard: Self.templates(for: kind), article),
            location: SourceLocation(path: article.source.path), frontMatter: article.frontMatter,
            article: article,
            row: nil, section: section(of: article, kind))
    }

    private func kind(of article: Article) -> PagePlan.Kind {
        if article.folder.isEmpty {
            if article.isFolderPage { return .home }
            return article.stem == "404" ? .notFound : .page
        }
        return article.stem == "_index" ? .section : .article
    }

    /// The folder a page is listed under: its own for a section, the one around the bundle for `index.md`.
    private func section(of article: Article, _ kind: PagePlan.Kind) -> String? {
        switch kind {
        case .section: return article.folder
        case .article where article.stem == "index":
            let parent = article.folder.split(separator: "/").dropLast().joined(separator: "/")
            return parent.isEmpty ? nil : parent
        case .article: return article.folder
        default: return nil
        }
    }

    private mutating func address(of article: Article, _ kind: PagePlan.Kind) -> SiteAddress? {
        if let permalink = article.frontMatter.permalink { return SiteAddress(permalink) }
        let text: String
        switch kind {
        case .home: text = "/"
        case .notFound: text = "/404.html"
        case .section: text = "/" + slugged(article.folder) + "/"
        default: text = articleAddress(article, in: section(of: article, kind))
        }
        return checked(text, article)
    }

    private func articleAddress(_ article: Article, in section: String?) -> String {
        let name = article.frontMatter.slug ?? slug(undatedName(of: article))
        let prefix = section.map { "/" + slugged($0) + "/" } ?? "/"
        guard let pattern = settings.permalinks[section ?? ""]?.pattern else { return prefix + name + "/" }
        let date = article.frontMatter.date?.iso.split(separator: "-").map(String.init) ?? ["", "", ""]
        return pattern.filled { key in
            switch key {
            case "slug": name
            case "section": section.map(slugged)
            case "year": date[0]
            case "month": date[1]
            case "day": date[2]
            default: nil
            }
        }
    }

    /// The file's name, or its folder's for `index.md`, without a date in front.
    private func undatedName(of article: Article) -> String {
        let name =
            article.stem == "index"
            ? article.folder.split(separator: "/").last.map(String.init) ?? "" : article.stem
        guard name.utf8.count > 11, PublicationDate(String(name.prefix(10))) != nil,
            name.dropFirst(10).first == "-"
        else { return name }
        return String(name.dropFirst(11))
    }

    private func slugged(_ folder: String) -> String {
        folder.split(separator: "/").map { slug(String($0)) }.joined(separator: "/")
    }

    private mutating func checked(_ text: String, _ article: Article) -> SiteAddress? {
        do throws(SitePathProblem) {
            return try SiteAddress(checking: text)
        } catch {
            diagnostics.append(
                Diagnostic(
                    "address", at: SourceLocation(path: article.source.path),
                    "'\(text)' cannot be the address of this page: \(error.message)",
                    help: "give the page a 'slug' or a 'permalink'"))
            return nil
        }
    }

    private mutating func title(of article: Article) -> String {
        for title in [article.frontMatter.title, article.outline.title] {
            if let title, !title.allSatisfy(\.isWhitespace) { return title }
        }
        diagnostics.append(
            Diagnostic(
                "no-title", at: SourceLocation(path: article.source.path),
                "this page has no title, and is called after its file", severity: .warning,
                help: "add 'title: …' to the front matter, or a heading of the first level"))
        return undatedName(of: article)
    }

    // MARK: Templates

    private static func templates(for kind: PagePlan.Kind) -> [String] {
        switch kind {
        case .home: ["home", "page"]
        case .section: ["section", "page"]
        case .article: ["article", "page"]
        case .notFound: ["404", "page"]
        case .terms: ["terms", "section", "page"]
        case .term: ["taxonomy", "section", "page"]
        case .page, .row: ["page"]
        case .chart, .embed, .charts: [kind.name]
        }
    }

    /// The template that is asked for, else the first of the standard ones that the site has.
    private mutating func template(_ asked: String?, standard: [String], _ article: Article?) -> String {
        guard let asked else { return standard.first(where: templates.contains) ?? standard[0] }
        if !templates.contains(asked), let article {
            let location =
                article.frontMatter.location(of: "template") ?? article.frontMatter.location(of: "layout")
            diagnostics.append(
                article.source.diagnostic(
                    "unknown-template", at: location ?? SourceLocation(path: article.source.path),
                    "there is no template '\(asked)'",
                    notes: ["templates stand in Templates/\(asked).mustache"],
                    help: suggestion(for: asked, among: templates.filter { !$0.hasPrefix("partials/") })))
        }
        return asked
    }

    // MARK: Collections

    /// From the path of each Markdown file that supplies the body of a row's page to the row's key.
    private mutating func bodiesOfRows(
        among articles: [Article], _ collections: [CollectionRows]
    ) -> [String: String] {
        var bodies: [String: String] = [:]
        for article in articles where article.stem != "_index" {
            guard let collection = collections.first(where: { $0.settings.name == article.folder }) else {
                continue
            }
            let keys = collection.rows.compactMap { $0[collection.settings.key]?.text }
            if keys.contains(article.stem) {
                bodies[article.contentPath] = article.stem
            } else {
                diagnostics.append(
                    Diagnostic(
                        "unknown-row", at: SourceLocation(path: article.source.path),
                        "no row of '\(collection.settings.table)' has the \(collection.settings.key) '\(article.stem)'",
                        notes: ["files in this folder give the pages of '\(article.folder)' their text"],
                        help: suggestion(for: article.stem, among: keys)))
                bodies[article.contentPath] = ""
            }
        }
        return bodies
    }

    private mutating func rowPages(
        of collection: CollectionRows, bodies: [String: String], articles: [Article]
    ) -> [PagePlan] {
        let settings = collection.settings
        let articlesByKey = Dictionary(
            articles.filter { $0.folder == settings.name && bodies[$0.contentPath]?.isEmpty == false }
                .map { ($0.stem, $0) }
        ) { first, _ in first }
        return collection.rows.compactMap { row in
            let key = row[settings.key]?.text ?? ""
            let text = settings.permalink.pattern.filled { row[$0]?.text.map(slug) }
            guard !key.isEmpty, let address = SiteAddress(text) else {
                report(badRow: row, key: key, address: text, settings)
                return nil
            }
            let article = articlesByKey[key]
            let title = article?.frontMatter.title ?? settings.title.pattern.filled { row[$0]?.text }
            return PagePlan(
                kind: .row(collection: settings.name), address: address, title: title,
                template: template(article?.frontMatter.template ?? settings.template, standard: [], article),
                location: article.map { SourceLocation(path: $0.source.path) } ?? settings.location,
                frontMatter: article?.frontMatter ?? FrontMatter(), article: article, row: row,
                section: settings.name)
        }
    }

    private mutating func report(
        badRow row: PagePlan.Row, key: String, address: String, _ settings: CollectionSettings
    ) {
        let problem =
            key.isEmpty
            ? "a row of '\(settings.table)' has no \(settings.key), by which its page would be named"
            : "'\(address)' cannot be the address of the page of '\(key)'"
        diagnostics.append(
            Diagnostic(
                "address", at: settings.permalink.location, problem,
                help: "check 'permalink' and 'key' of the collection '\(settings.name)'"))
    }

    // MARK: Tags

    private func termPages(of pages: [PagePlan]) -> [PagePlan] {
        let tags = Set(pages.flatMap(\.frontMatter.tags)).sorted()
        guard !tags.isEmpty, let all = SiteAddress("/tags/") else { return [] }
        let index = generated(.terms, at: all, title: "Tags")
        return [index]
            + tags.compactMap { tag in
                SiteAddress(Self.address(ofTag: tag)).map { generated(.term(tag), at: $0, title: tag) }
            }
    }

    static func address(ofTag tag: String) -> String { "/tags/\(slug(tag))/" }

    private func generated(_ kind: PagePlan.Kind, at address: SiteAddress, title: String) -> PagePlan {
        let standard = Self.templates(for: kind)
        return PagePlan(
            kind: kind, address: address, title: title,
            template: standard.first(where: templates.contains) ?? standard[0], location: nil,
            frontMatter: FrontMatter(), article: nil, row: nil, section: kind == .terms ? nil : "tags")
    }

    // MARK: Collisions

    /// Two pages at one address, also at addresses that some file systems hold for one, are an error.
    private mutating func checkCollisions(_ pages: [PagePlan]) {
        var first: [CollisionKey: PagePlan] = [:]
        for page in pages {
            let key = page.address.file.collisionKey
            guard let other = first[key] else {
                first[key] = page
                continue
            }
            diagnostics.append(
                Diagnostic(
                    "address-taken", at: page.location,
                    "this page and \(other.location?.path ?? "'\(other.title)'") have the same address "
                        + "'\(page.address.text)'",
                    notes: ["letter case and the way accents are written do not tell addresses apart"],
                    help: "give one of them another 'slug'"))
        }
    }
}
