import Diagnostics

/// Which template a page is rendered by: the one it asks for, else the first that the site has of those
/// that are usual for its kind.
struct TemplateChoice: Sendable {
    let names: Set<String>

    init(_ names: some Sequence<String>) {
        self.names = Set(names)
    }

    func standard(for kind: PagePlan.Kind) -> String {
        let usual = Self.usual(for: kind)
        return usual.first(where: names.contains) ?? usual[0]
    }

    /// The name where the site has a template of it.
    func known(_ name: String?) -> String? { name.flatMap { names.contains($0) ? $0 : nil } }

    /// An error for each template that site.yaml names and the site does not have.
    func problems(in settings: SiteSettings) -> [Diagnostic] {
        let file = settings.source ?? SourceText(path: "Content/site.yaml", "")
        let named =
            settings.collections.compactMap { collection in
                collection.template.map { ($0, collection.templateLocation) }
            }
            + settings.taxonomies.flatMap { $0.templateLocations.sorted { $0.key < $1.key } }.map {
                ($0.key, $0.value)
            }
        return named.filter { !names.contains($0.0) }.map { name, location in
            file.diagnostic(
                "unknown-template", at: location, "there is no template '\(name)'",
                notes: ["templates stand in Templates/NAME.mustache"],
                help: suggestion(for: name, among: names.filter { !$0.hasPrefix("partials/") }))
        }
    }

    /// The template that an article's front matter asks for, or the standard one. A name that the site does not
    /// have is an error where a template of the site was meant, and else a warning: other generators' files say
    /// `layout`, or name a file of HTML.
    func template(
        asked: String?, by article: Article, otherwise standard: String,
        reporting diagnostics: inout [Diagnostic]
    ) -> String {
        guard let asked else { return standard }
        let name = asked.hasSuffix(".html") ? String(asked.dropLast(".html".count)) : asked
        if names.contains(name) { return name }
        let whole = names.filter { !$0.hasPrefix("partials/") }
        let matter = article.frontMatter
        let isForeign = matter.location(of: "template") == nil || asked != name
        let isMistake = !isForeign || name.contains("..") || nearMiss(name, among: whole) != nil
        diagnostics.append(
            article.source.diagnostic(
                "unknown-template", at: matter.location(of: "template", "layout") ?? article.start,
                "there is no template '\(asked)'", severity: isMistake ? .error : .warning,
                notes: ["templates stand in Templates/NAME.mustache"]
                    + (isMistake ? [] : ["the page is made by '\(standard)'"]),
                help: suggestion(for: name, among: whole)))
        return standard
    }

    private static func usual(for kind: PagePlan.Kind) -> [String] {
        switch kind {
        case .home: ["home", "page"]
        case .section: ["section", "page"]
        case .article: ["article", "page"]
        case .notFound: ["404", "page"]
        case .terms: ["terms", "section", "page"]
        case .term: ["taxonomy", "section", "page"]
        case .row(let collection): [collection, "row", "page"]
        case .page: ["page"]
        case .chart, .embed, .charts: [kind.name]
        }
    }
}
