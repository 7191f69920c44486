/// Markdown files that give a text to pages which exist without them: `peaks/north.md` for a row of the
/// collection `peaks`, `tags/fibre.md` for a tag, `tags/_index.md` for the list of all tags.
struct PageBodies: Sendable {
    /// The articles that are pages by themselves.
    let articles: [Article]
    /// By the name of a collection or taxonomy, then by the file's stem.
    private let bodies: [String: [String: Article]]

    init(
        _ published: [Article], _ collections: [PagePlanner.CollectionRows], _ taxonomies: [TaxonomySettings]
    ) {
        let collectionNames = Set(collections.map(\.settings.name))
        let taxonomyNames = Set(taxonomies.map(\.name))
        var articles: [Article] = []
        var bodies: [String: [String: Article]] = [:]
        for article in published {
            let isOfRow = collectionNames.contains(article.folder) && article.stem != "_index"
            if isOfRow || taxonomyNames.contains(article.folder) {
                bodies[article.folder, default: [:]][article.stem] = article
            } else {
                articles.append(article)
            }
        }
        self.articles = articles
        self.bodies = bodies
    }

    /// By the files' stems.
    func bodies(of name: String) -> [String: Article] { bodies[name] ?? [:] }
}
