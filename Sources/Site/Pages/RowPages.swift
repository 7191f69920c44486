import Datasets
import Diagnostics

/// The pages of a collection, one for each row of its table, in the table's order.
struct RowPages {
    let collection: PagePlanner.CollectionRows
    let bodies: PageBodies
    let templates: TemplateChoice

    private var settings: CollectionSettings { collection.settings }

    func plans(reporting diagnostics: inout [Diagnostic]) -> [PagePlan] {
        let articles = bodies.bodies(of: settings.name)
        reportUnknownRows(articles, reporting: &diagnostics)
        return collection.rows.compactMap { row in
            let key = row[settings.key]?.text ?? ""
            let text = settings.permalink.pattern.filled { row[$0]?.text.map(slug) }
            guard !key.isEmpty, let address = SiteAddress(text) else {
                diagnostics.append(problem(key: key, address: text))
                return nil
            }
            return plan(row, at: address, articles[key], reporting: &diagnostics)
        }
    }

    private func plan(
        _ row: PagePlan.Row, at address: SiteAddress, _ article: Article?,
        reporting diagnostics: inout [Diagnostic]
    ) -> PagePlan {
        let standard =
            templates.known(settings.template) ?? templates.standard(for: .row(collection: settings.name))
        let template =
            article.map {
                templates.template(
                    asked: $0.frontMatter.template, by: $0, otherwise: standard,
                    reporting: &diagnostics)
            } ?? standard
        var matter = article?.frontMatter ?? FrontMatter()
        matter.description = matter.description ?? settings.description?.pattern.filled { row[$0]?.text }
        return PagePlan(
            kind: .row(collection: settings.name), address: address,
            title: article?.frontMatter.title ?? settings.title.pattern.filled { row[$0]?.text },
            template: template, location: article?.start ?? settings.location,
            frontMatter: matter, article: article, row: row,
            section: settings.name)
    }

    /// Files that would give a text to a row that the table does not have.
    private func reportUnknownRows(
        _ articles: [String: Article], reporting diagnostics: inout [Diagnostic]
    ) {
        guard !articles.isEmpty else { return }
        let keys = Set(collection.rows.compactMap { $0[settings.key]?.text })
        for (stem, article) in articles.sorted(by: { $0.key < $1.key }) where !keys.contains(stem) {
            diagnostics.append(
                Diagnostic(
                    "unknown-row", at: article.start,
                    "no row of '\(settings.table)' has the \(settings.key) '\(stem)'",
                    notes: ["files in this folder give the pages of '\(article.folder)' their text"],
                    help: suggestion(for: stem, among: keys)))
        }
    }

    private func problem(key: String, address: String) -> Diagnostic {
        Diagnostic(
            "address", at: settings.permalink.location,
            key.isEmpty
                ? "a row of '\(settings.table)' has no \(settings.key), by which its page would be named"
                : "'\(address)' cannot be the address of the page of '\(key)'",
            help: "check 'permalink' and 'key' of the collection '\(settings.name)'")
    }
}
