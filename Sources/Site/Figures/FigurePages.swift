import Datasets
import Diagnostics
import Markup
import Templates

/// The pages of the figures themselves: one a figure, one of it for frames on other sites, and the list of all.
///
/// The templates are `chart`, `embed` and `charts`; a site without them gets plain pages.
struct FigurePages: Sendable {
    let renderer: PageRenderer
    /// What can be downloaded beside each figure.
    let files: [FigureFile]

    func pages(of entry: FigureCatalogue.Entry) -> [RenderedPage] {
        [page(of: entry), embeddedPage(of: entry)]
    }

    /// The plans of both.
    func plans(of entry: FigureCatalogue.Entry) -> [PagePlan] { [plan(of: entry), embeddedPlan(of: entry)] }

    // MARK: A figure's own page

    private func plan(of entry: FigureCatalogue.Entry) -> PagePlan {
        let figure = entry.figure
        var matter = FrontMatter()
        matter.description = figure.description.isEmpty ? nil : figure.description
        return PagePlan(
            kind: .chart, address: figure.addresses.page, title: entry.title, template: "chart",
            location: figure.location, frontMatter: matter)
    }

    private func page(of entry: FigureCatalogue.Entry) -> RenderedPage {
        let figure = entry.figure
        let plan = plan(of: entry)
        let links = PageLinks(page: plan.address, siteMap: renderer.siteMap)
        let content = figure.bareMarkup(on: links)
        return rendered(plan, content: content, head: head(of: entry), ["figure": record(of: entry)]) {
            $0.element("h1", ["id": "\(figure.id)-title"], text: entry.title)
            $0.append(content)
            $0.element("ul") { list in
                for file in files.filter(figure.offers) {
                    list.element("li") {
                        $0.element(
                            "a", ["href": "\(file.path)"], text: file.label(in: renderer.settings.format))
                    }
                }
            }
        }
    }

    private func record(of entry: FigureCatalogue.Entry) -> TemplateValue {
        let figure = entry.figure
        let isChart = figure.kind == .chart
        return [
            "id": .text(figure.id), "name": .text(figure.name), "kind": .text(isChart ? "chart" : "table"),
            "title": .text(entry.title), "subtitle": .text(figure.subtitle),
            "description": isChart ? .text(figure.description) : .absent,
            "embed_url": .text(figure.addresses.embed.text),
            "embed_code": .optional(embedCode(of: entry)),
            "files": .list(
                files.filter(figure.offers).map { file in
                    [
                        "title": .text(file.label(in: renderer.settings.format)),
                        "url": .text(figure.addresses[file].text),
                    ]
                }),
            "pages": .list(
                entry.pages.map { ["title": .text($0.title), "url": .text($0.address.text)] }),
        ]
    }

    /// The frame that shows the figure on another site; nil for a site that does not know its own address.
    func embedCode(of entry: FigureCatalogue.Entry) -> String? {
        guard let address = renderer.siteMap.absolute(entry.figure.addresses.embed) else { return nil }
        var writer = MarkupWriter()
        writer.element(
            "iframe",
            [
                "src": "\(address)", "title": "\(entry.title)", "width": "100%",
                "height": .integer(entry.figure.embeddedHeight), "loading": "lazy", "style": "border:0",
            ], text: "")
        return writer.markup.string
    }

    private func head(of entry: FigureCatalogue.Entry) -> Markup {
        var writer = MarkupWriter()
        if let address = renderer.siteMap.absolute(entry.figure.addresses.oEmbed) {
            writer.element(
                "link",
                [
                    "rel": "alternate", "type": "application/json+oembed", "href": "\(address)",
                    "title": "\(entry.title)",
                ])
        }
        if files.contains(.png), entry.figure.offers(.png),
            let picture = renderer.siteMap.absolute(entry.figure.addresses[.png])
        {
            writer.element("meta", ["property": "og:image", "content": "\(picture)"])
            writer.element("meta", ["property": "og:image:alt", "content": "\(entry.figure.description)"])
        }
        writer.append(renderer.dataset(of: entry, offering: files))
        return writer.markup
    }

    // MARK: The page for frames

    private func embeddedPlan(of entry: FigureCatalogue.Entry) -> PagePlan {
        var matter = FrontMatter()
        matter.isHiddenFromSearchEngines = true
        return PagePlan(
            kind: .embed, address: entry.figure.addresses.embed, title: entry.title, template: "embed",
            location: entry.figure.location, frontMatter: matter)
    }

    private func embeddedPage(of entry: FigureCatalogue.Entry) -> RenderedPage {
        let figure = entry.figure
        let plan = embeddedPlan(of: entry)
        let links = PageLinks(page: plan.address, siteMap: renderer.siteMap)
        let content = figure.embeddedMarkup(
            titled: entry.title, on: links, siteTitle: renderer.settings.title)
        return rendered(plan, content: content, head: Markup(), ["figure": record(of: entry)]) {
            $0.append(content)
        }
    }

    // MARK: The list of all

    /// Figures drawn for rows stand together under their name.
    func index(of catalogue: FigureCatalogue, at address: SiteAddress) -> RenderedPage {
        let plan = PagePlan(
            kind: .charts, address: address, title: renderer.settings.format.word("charts"),
            template: "charts",
            frontMatter: FrontMatter())
        let links = PageLinks(page: plan.address, siteMap: renderer.siteMap)
        let groups = Dictionary(grouping: catalogue.entries) { entry in
            String(entry.figure.name.prefix { $0 != "/" })
        }.sorted { $0.key < $1.key }.map(\.value)
        let list = TemplateValue.list(groups.map(record(of:)))
        return rendered(plan, content: Markup(), head: Markup(), ["charts": list]) { writer in
            writer.element("h1", text: plan.title)
            writer.element("ul") { list in
                for entry in catalogue.entries {
                    list.element("li") {
                        $0.element(
                            "a", ["href": "\(links.written(own: entry.figure.addresses.page))"],
                            text: entry.title)
                    }
                }
            }
        }
    }

    private func record(of group: [FigureCatalogue.Entry]) -> TemplateValue {
        guard let first = group.first else { return .absent }
        let isOfRows = first.figure.name.contains("/")
        return [
            "title": .text(first.figure.title), "subtitle": .text(first.figure.subtitle),
            "kind": .text(renderer.settings.format.word(first.figure.kind == .chart ? "chart" : "table")),
            "url": .optional(isOfRows ? nil : first.figure.addresses.page.text),
            "pages": .list(
                isOfRows
                    ? []
                    : first.pages.map { ["title": .text($0.title), "url": .text($0.address.text)] }),
            "members": .list(
                isOfRows
                    ? group.map { entry in
                        [
                            "title": .text(entry.pages.first?.title ?? entry.title),
                            "url": .text(entry.figure.addresses.page.text),
                        ]
                    } : []),
        ]
    }

    // MARK: Rendering

    /// By the site's template, or as a plain page where it has none of that name.
    private func rendered(
        _ plan: PagePlan, content: Markup, head: Markup, _ own: TemplateRecord,
        plainly body: (inout MarkupWriter) -> Void
    ) -> RenderedPage {
        if renderer.templates.contains(plan.template) {
            return renderer.render(plan, content: content, head: head, own)
        }
        return RenderedPage(
            plan: plan, bytes: plainPage(plan, head, body).bytes, figures: [], statements: [],
            unverified: [], reading: PageReading(), anchorReferences: [], diagnostics: [])
    }

    private func plainPage(
        _ plan: PagePlan, _ head: Markup, _ body: (inout MarkupWriter) -> Void
    ) -> Markup {
        let links = PageLinks(page: plan.address, siteMap: renderer.siteMap)
        var writer = MarkupWriter()
        writer.append(literal: "<!doctype html>\n")
        writer.element("html", ["lang": "\(renderer.settings.language)"]) { html in
            html.element("head") { element in
                element.element("meta", ["charset": "utf-8"])
                element.element(
                    "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                element.element("title", text: "\(plan.title) – \(renderer.settings.title)")
                if let style = renderer.chartStyle {
                    element.element("link", ["rel": "stylesheet", "href": "\(links.written(own: style))"])
                }
                element.append(renderer.head(of: plan))
                element.append(head)
            }
            html.element("body") { $0.element("main", content: body) }
        }
        return writer.markup
    }
}
