import Datasets
import Diagnostics

extension BuildRecord {
    /// From a page to everything that it was made from.
    func explanation(of page: RenderedPage) -> Findings {
        let plan = page.plan
        if case .chart = plan.kind, let entry = entry(at: plan.address) { return explanation(of: entry) }
        if case .embed = plan.kind, let entry = entry(at: plan.address) { return explanation(of: entry) }
        var result = Findings(
            kind: "page", subject: plan.address.text,
            title: "\(plan.address.text) (\(plan.address.file.text)): \(plan.title)")
        let fate = BuildCache.fate(of: plan.address, target)
        result.add("last_build", "In the last build", fate.map { [.init($0, [("fate", $0)])] } ?? [])
        result.add("text", "Text", plan.article?.paths.map(item(file:)) ?? [])
        result.add("row", "Row", plan.row?.sources.compactMap(item(row:)) ?? [])
        result.add("statements", "Facts and claims", page.statements.map(item(statement:)))
        result.add("figures", "Figures", page.figures.map(item(figure:)))
        result.add(
            "lists", "Lists",
            page.reading.parts.filter { $0.kind == .list }.map { part in
                let path = part.location?.path ?? part.name
                return item(path, part.reading, [("name", part.name), ("path", path)])
            })
        result.add("templates", "Templates", page.reading.templates.map(item(file:)))
        result.add(
            "shared", "Lists and settings that pages share",
            page.reading.names.filter(isShared).map { .init($0, [("name", $0)]) })
        addData(page.reading.reading, to: &result)
        result.add(
            "links", "Leads to",
            page.reading.links.filter { $0 != plan.address }.map(\.text).sorted().map {
                .init($0, [("address", $0)])
            })
        return result
    }

    /// From a figure to its pages and its rows.
    func explanation(of entry: FigureCatalogue.Entry) -> Findings {
        let figure = entry.figure
        let reading = reading(of: figure)
        var result = Findings(
            kind: "figure", subject: figure.name,
            title: "\(figure.kind == .chart ? "Chart" : "Table") \(figure.name): \(entry.title)")
        result.add(
            "definition", "Described in",
            [
                .init(
                    figure.location.description,
                    [("path", figure.location.path), ("line", String(figure.location.line))])
            ])
        result.add("pages", "Stands on", entry.pages.map { item(page: $0) })
        result.add("published", "Published as", [item(address: figure.addresses.page)])
        addData(reading, to: &result)
        result.add("rows", "Rows", reading.rows.sorted().compactMap(item(row:)))
        return result
    }

    /// Tables with their files, and the sources that the rows name.
    func addData(_ reading: Reading, to result: inout Findings) {
        let behind = data.database.tables(behind: reading.tables)
        let counts = Dictionary(grouping: provenance.rows(reading.rows.sorted()), by: \.table).mapValues(
            \.count)
        result.add(
            "tables", "Tables and views",
            data.database.tables.filter { behind.contains($0.name) }.map { table in
                let path = table.path ?? "an index of site.yaml"
                let count = counts[table.name].map { ", \($0) row\($0 == 1 ? "" : "s")" } ?? ""
                return .init(
                    "\(table.name) (\(path)\(count))",
                    [
                        ("name", table.name), ("kind", table.kind.rawValue), ("path", table.path ?? ""),
                        ("rows", counts[table.name].map(String.init) ?? ""),
                    ])
            })
        result.add(
            "sources", "Sources",
            provenance.sources(of: reading.rows.sorted()).map { source in
                let words = [source.publisher, source.title, source.date].compactMap(\.self)
                return .init(
                    words.joined(separator: ", "),
                    [
                        ("key", source.key), ("title", words.joined(separator: ", ")),
                        ("url", source.url ?? ""),
                    ])
            })
    }

    private func entry(at address: SiteAddress) -> FigureCatalogue.Entry? {
        rendered.catalogue.entries.first {
            $0.figure.addresses.page == address || $0.figure.addresses.embed == address
        }
    }

    /// Names of what a template shows besides the page's own text and figures.
    private func isShared(_ name: String) -> Bool {
        ["sections.", "collections.", "data.", "site.", "page.pages", "page.terms", "page.related"]
            .contains(where: name.hasPrefix)
    }
}
