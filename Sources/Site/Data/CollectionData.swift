import Datasets
import Diagnostics

extension SiteData {
    /// The rows that become the pages of a collection; nil with a problem where it has no table or key.
    func rows(
        of collection: CollectionSettings, _ settings: SiteSettings, reporting diagnostics: inout [Diagnostic]
    ) -> PagePlanner.CollectionRows? {
        let file = settings.source ?? SourceText(path: "Content/site.yaml", "")
        guard let table = database.tables.first(where: { $0.name == collection.table }) else {
            diagnostics.append(
                file.diagnostic(
                    "unknown-table", at: collection.location,
                    "the collection '\(collection.name)' is made from '\(collection.table)', which is no table or view",
                    help: suggestion(for: collection.table, among: database.tables.map(\.name))))
            return nil
        }
        let columns = table.columns.map(\.name)
        guard columns.contains(collection.key) else {
            diagnostics.append(
                file.diagnostic(
                    "unknown-column", at: collection.location,
                    "'\(collection.table)' has no column '\(collection.key)', by which pages would be named",
                    help: "say which column it is with 'key'"))
            return nil
        }
        for pattern in [collection.permalink, collection.title] {
            for name in pattern.pattern.names where !columns.contains(name) {
                diagnostics.append(
                    file.diagnostic(
                        "unknown-column", at: pattern.location,
                        "'\(name)' is not a column of '\(collection.table)'",
                        help: suggestion(for: name, among: columns)))
            }
        }
        let statement = SQLText(
            "SELECT * FROM \(quoted(collection.table))", at: collection.location, in: file)
        guard let result = database.query(statement, reporting: &diagnostics) else { return nil }
        return PagePlanner.CollectionRows(
            settings: collection,
            rows: result.rows.map {
                PagePlan.Row(columns: result.columns, values: $0.values, sources: $0.sources)
            })
    }

    /// What figures are drawn from.
    func figureData(_ settings: SiteSettings, reporting diagnostics: inout [Diagnostic]) -> FigureData {
        var slots: [String: [String: Int]] = [:]
        for index in database.indexes {
            let colors = IndexColors(index: index, registered: settings.colors.slots)
            slots[index.name] = colors.slots
            diagnostics += colors.unregistered(in: settings.source)
        }
        let references = references(settings, reporting: &diagnostics)
        let provenance = Provenance(
            database: database, tables: tables, references: references, citations: settings.citations?.table)
        return FigureData(
            database: database, events: settings.events, references: references, slots: slots,
            colors: settings.colors,
            entityPages: entityPages(settings), provenance: provenance,
            terms: DataTerms(package: package, tables: tables.map(\.name)), format: settings.format)
    }

    /// Where a collection makes a page of each row of the table that names an index's entities.
    private func entityPages(_ settings: SiteSettings) -> [String: [String: String]] {
        var pages: [String: [String: String]] = [:]
        for index in database.indexes {
            guard let table = index.definition.entity.names?.text.split(separator: ".").first,
                let collection = settings.collections.first(where: { $0.table == String(table) })
            else { continue }
            // A collection that cannot be read is reported where its pages are made.
            var ignored: [Diagnostic] = []
            let rows = rows(of: collection, settings, reporting: &ignored)?.rows ?? []
            for row in rows {
                guard let entity = row[collection.key]?.text else { continue }
                pages[index.name, default: [:]][entity] =
                    collection.permalink.pattern.filled { row[$0]?.text.map(slug) }
            }
        }
        return pages
    }

    /// The sources that `[@key]` can cite, by key.
    private func references(
        _ settings: SiteSettings, reporting diagnostics: inout [Diagnostic]
    ) -> [String: Reference] {
        guard let citations = settings.citations else { return [:] }
        let file = settings.source ?? SourceText(path: "Content/site.yaml", "")
        let statement = SQLText(
            "SELECT * FROM \(quoted(citations.table))", at: citations.location, in: file)
        guard let result = database.query(statement, reporting: &diagnostics) else { return [:] }
        var references: [String: Reference] = [:]
        for row in result.rows {
            func text(_ column: String?) -> String? {
                column.flatMap(result.columnIndex).flatMap { row.values[$0].text }
            }
            guard let key = text(citations.key) else { continue }
            references[key] = Reference(
                key: key, publisher: text(citations.publisher), title: text(citations.title) ?? key,
                date: text(citations.date), url: text(citations.url), archived: text(citations.archived))
        }
        return references
    }
}
