import Datasets
import Markup
import Templates

/// A value of JSON-LD, in the words of schema.org.
indirect enum LinkedData {
    case text(String)
    case list([LinkedData])
    /// A member without a value is left out.
    case object(String, [(String, LinkedData?)])

    /// The script that carries it; what could end a script is escaped by ``JSONText``.
    var markup: Markup {
        var writer = MarkupWriter()
        let json = "{\"@context\":\"https://schema.org\"," + json.dropFirst()
        writer.element("script", ["type": "application/ld+json"]) {
            $0.append(Markup(trusting: Array(json.utf8)))
        }
        return writer.markup
    }

    private var json: String {
        switch self {
        case .text(let text): JSONText.quoted(text)
        case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .object(let type, let members):
            "{\"@type\":" + JSONText.quoted(type)
                + members.compactMap { name, value in
                    value.map { "," + JSONText.quoted(name) + ":" + $0.json }
                }.joined() + "}"
        }
    }

    static func organization(_ name: String) -> LinkedData {
        .object("Organization", [("name", .text(name))])
    }
}

extension PageRenderer {
    /// What a page says of itself to search engines: an article, or the data of the site where its template
    /// lists the tables; nothing on other pages.
    func linkedData(of plan: PagePlan) -> Markup {
        if plan.kind == .article { return article(plan).markup }
        let shown = templates.references(in: plan.template, under: "data").map(\.name)
        return shown.contains("tables") ? dataset(plan).markup : Markup()
    }

    private func article(_ plan: PagePlan) -> LinkedData {
        let matter = plan.frontMatter
        let authors = matter.authors.map { name in
            name == settings.author
                ? .organization(name) : LinkedData.object("Person", [("name", .text(name))])
        }
        let publisher = settings.author ?? settings.title
        let url = siteMap.absolute(plan.address).map(LinkedData.text)
        return .object(
            "Article",
            [
                ("headline", .text(plan.title)), ("description", matter.description.map(LinkedData.text)),
                ("datePublished", matter.date.map { .text($0.iso) }),
                ("dateModified", (matter.updated ?? matter.date).map { .text($0.iso) }),
                ("inLanguage", .text(matter.language ?? settings.language)), ("url", url),
                ("mainEntityOfPage", url),
                ("author", authors.isEmpty ? .organization(publisher) : .list(authors)),
                ("publisher", .organization(publisher)),
                ("isPartOf", .object("WebSite", [("name", .text(settings.title))])),
            ])
    }

    private func dataset(_ plan: PagePlan) -> LinkedData {
        let terms = figureData.terms
        let package = terms.package
        let links = PageLinks(page: plan.address, siteMap: siteMap)
        let downloads = terms.tables.flatMap { table in
            [("csv", "text/csv"), ("json", "application/json")].compactMap { ending, format in
                SiteAddress("/data/\(table).\(ending)").map { download($0, format, links) }
            }
        }
        return dataset(
            name: package.title ?? plan.title,
            description: package.description ?? plan.frontMatter.description,
            at: plan.address, downloads: downloads,
            further: [
                ("version", package.version.map(LinkedData.text)),
                ("keywords", package.keywords.isEmpty ? nil : .list(package.keywords.map(LinkedData.text))),
            ])
    }

    /// A figure as the data that it shows.
    func dataset(of entry: FigureCatalogue.Entry, offering files: [FigureFile]) -> Markup {
        let figure = entry.figure
        let links = PageLinks(page: figure.addresses.page, siteMap: siteMap)
        let formats: [FigureFile: String] = [
            .csv: "text/csv", .json: "application/json", .svg: "image/svg+xml", .png: "image/png",
        ]
        let downloads = files.filter(figure.offers).compactMap { file in
            formats[file].map { download(figure.addresses[file], $0, links) }
        }
        let words = [figure.subtitle, figure.description].filter { !$0.isEmpty }.joined(separator: ". ")
        return dataset(
            name: entry.title, description: words.isEmpty ? entry.title : words, at: figure.addresses.page,
            downloads: downloads, further: []
        ).markup
    }

    private func dataset(
        name: String, description: String?, at address: SiteAddress, downloads: [LinkedData],
        further: [(String, LinkedData?)]
    ) -> LinkedData {
        let package = figureData.terms.package
        let licences = package.licences.compactMap { ($0.path ?? $0.name).map(LinkedData.text) }
        let sources = package.sources.compactMap { ($0.path ?? $0.title).map(LinkedData.text) }
        return .object(
            "Dataset",
            [
                ("name", .text(name)), ("description", .text(description ?? name)),
                ("url", siteMap.absolute(address).map(LinkedData.text)),
                ("license", licences.isEmpty ? nil : .list(licences)),
                ("creator", .organization(settings.author ?? settings.title)),
                ("isBasedOn", sources.isEmpty ? nil : .list(sources)), ("distribution", .list(downloads)),
            ] + further)
    }

    private func download(_ address: SiteAddress, _ format: String, _ links: PageLinks) -> LinkedData {
        .object(
            "DataDownload",
            [
                ("encodingFormat", .text(format)),
                ("contentUrl", .text(siteMap.absolute(address) ?? links.written(own: address))),
            ])
    }
}
