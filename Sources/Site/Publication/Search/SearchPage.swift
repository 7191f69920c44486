import Diagnostics
import Markup
import Templates

/// The page on which a site is searched, with the script and the index that it needs.
///
/// Written here and not taken from a library: those that search in a browser want the whole index at once,
/// as JSON that pages opened as files may not read.
struct SearchPage {
    let site: ResolvedSite
    let pages: [RenderedPage]
    let finish: PageFinish

    static let address = SiteAddress("/search/")

    struct Result: Sendable {
        /// The page, its script and its index; none on a site without search.
        var files: [RenderedSite.File] = []
        /// By page, for a later build.
        var documents: [SiteAddress: [SearchIndex.Document]] = [:]
        var problems: [Diagnostic] = []
    }

    func result() async -> Result {
        guard site.settings.publication.hasSearch, let address = Self.address,
            let script = Self.script
        else { return Result() }
        let found = await documents(foundFrom: address)
        let index = await SearchIndex(documents: found.flatMap(\.1)).files(in: address.text)
        guard let main = index.first else { return Result() }
        var matter = FrontMatter()
        matter.isHiddenFromSearchEngines = true
        let plan = PagePlan(
            kind: .page, address: address, title: word("search"), template: template, frontMatter: matter)
        let content = content(
            index: site.siteMap.written(main.address, on: address),
            script: site.siteMap.written(script.address, on: address))
        let page = site.renderer.render(plan, content: content, head: Markup(), [:])
        return Result(
            files: [RenderedSite.File(address: address, bytes: finish.finish(page.bytes)), script] + index,
            documents: Dictionary(found) { first, _ in first }, problems: page.diagnostics)
    }

    private var template: String {
        site.renderer.templates.contains("search") ? "search" : "page"
    }

    static var script: RenderedSite.File? {
        let bytes = PackageResources.search_js
        let digest = SHA256(of: bytes).hex.prefix(8)
        return SiteAddress("/search/search.\(digest).js").map {
            RenderedSite.File(address: $0, bytes: bytes)
        }
    }

    /// By page, in the order of the pages.
    private func documents(foundFrom address: SiteAddress) async -> [(SiteAddress, [SearchIndex.Document])] {
        let siteMap = site.siteMap
        let earlier = site.earlier
        return await parallelMap(pages.filter(\.plan.isSearchable), grain: 8) { page in
            if page.isReused, let known = earlier?.searchDocuments[page.plan.address] {
                return (page.plan.address, known)
            }
            let url = siteMap.written(page.plan.address, on: address)
            let documents = SearchSections.sections(of: page.bytes).map { section in
                SearchIndex.Document(
                    title: page.plan.title, section: section,
                    url: section.anchor.map { "\(url)#\(percentEncoded($0))" } ?? url)
            }
            return (page.plan.address, documents)
        }
    }

    private func content(index: String, script: String) -> Markup {
        var writer = MarkupWriter()
        writer.element("div", attributes(index: index)) { box in
            box.element("form", ["role": "search"]) { form in
                form.element("label", ["for": "sg-search-field"], text: word("search_site"))
                form.element(
                    "input",
                    [
                        "id": "sg-search-field", "type": "search", "name": "q", "autocomplete": "off",
                        "spellcheck": "false", "aria-describedby": "sg-search-status",
                    ])
                form.element("button", ["type": "submit"], text: word("search"))
            }
            box.element("p", ["id": "sg-search-status", "role": "status"], text: "")
            box.element("ol", ["class": "sg-search-results"], text: "")
            box.element("noscript") { noscript in
                noscript.element("p", text: word("search_script"))
            }
        }
        writer.element("script", ["src": .text(script), "defer": .present], text: "")
        return writer.markup
    }

    /// Where the index is, and what the script says.
    private func attributes(index: String) -> KeyValuePairs<StaticString, AttributeValue> {
        [
            "class": "sg-search", "data-index": .text(index), "data-none": .text(word("search_none")),
            "data-one": .text(word("search_one")), "data-many": .text(word("search_many")),
            "data-read-as": .text(word("search_read_as")), "data-more": .text(word("search_more")),
            "data-failed": .text(word("search_failed")),
        ]
    }

    private func word(_ name: String) -> String { site.settings.format.word(name) }
}

extension PagePlan {
    /// Pages with a text of their own; what figures and lists show stands on other pages.
    fileprivate var isSearchable: Bool {
        guard isListed else { return false }
        switch kind {
        case .chart, .embed, .charts, .terms, .term: return false
        default: return true
        }
    }
}
