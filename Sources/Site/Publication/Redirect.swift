import Datasets
import Diagnostics
import Markup

/// An address that a page once had, and the page that is meant now.
struct Redirect: Sendable {
    let from: SiteAddress
    let to: PagePlan

    /// Ordered by the old address. What is no address of this site is an error.
    static func all(of pages: [PagePlan], reporting diagnostics: inout [Diagnostic]) -> [Redirect] {
        guard pages.contains(where: { !$0.frontMatter.aliases.isEmpty }) else { return [] }
        var redirects: [Redirect] = []
        var taken = Dictionary(pages.map { ($0.address.file.collisionKey, $0) }) { first, _ in first }
        for page in pages {
            for alias in page.frontMatter.aliases {
                guard let from = address(alias) else {
                    diagnostics.append(
                        problem(
                            "alias", page, "'\(alias)' is no address of this site",
                            help: "write the address that the page had from the site's root: /old/address/"))
                    continue
                }
                if let other = taken.updateValue(page, forKey: from.file.collisionKey) {
                    let name = other.location?.path ?? "'\(other.title)'"
                    diagnostics.append(
                        problem(
                            "address-taken", page,
                            "the alias '\(from.text)' is already an address of \(name)",
                            help: "take it out of 'aliases'"))
                    continue
                }
                redirects.append(Redirect(from: from, to: page))
            }
        }
        return redirects.sorted { $0.from < $1.from }
    }

    /// `/old` stands for `/old/`, as `/old.html` does for a file.
    private static func address(_ alias: String) -> SiteAddress? {
        guard alias.hasPrefix("/") else { return nil }
        let name = alias.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        return SiteAddress(name.isEmpty || name.contains(".") ? alias : alias + "/")
    }

    private static func problem(
        _ code: String, _ page: PagePlan, _ message: String, help: String
    ) -> Diagnostic {
        let location =
            page.frontMatter.location(of: "aliases") ?? page.frontMatter.location(of: "redirect_from")
        return Diagnostic(
            code, at: location ?? page.location,
            excerpt: location.flatMap { page.article?.source.excerpt(at: $0) }, message, help: help)
    }

    /// A page that leads on, and keeps what an address says after `?` and `#` where scripts run.
    func page(_ siteMap: SiteMap, language: String) -> [UInt8] {
        let target = siteMap.written(to.address, on: from)
        var writer = MarkupWriter()
        writer.append(literal: "<!doctype html>\n")
        writer.element("html", ["lang": "\(language)"]) { html in
            html.element("head") { head in
                head.element("meta", ["charset": "utf-8"])
                head.element("title", text: to.title)
                head.element("meta", ["name": "robots", "content": "noindex"])
                if let address = siteMap.absolute(to.address) {
                    head.element("link", ["rel": "canonical", "href": "\(address)"])
                }
                head.append(Self.script(to: target))
                head.element("meta", ["http-equiv": "refresh", "content": "0; url=\(target)"])
            }
            html.element("body") { body in
                body.element("p") { $0.element("a", ["href": "\(target)"], text: to.title) }
            }
        }
        writer.append(literal: "\n")
        return writer.markup.bytes
    }

    private static func script(to target: String) -> Markup {
        let call = "location.replace(\(JSONText.quoted(target)) + location.search + location.hash)"
        return Markup(trusting: Array("<script>\(call)</script>".utf8))
    }
}

/// The redirects of a site as files.
struct RedirectFiles {
    let redirects: [Redirect]
    let siteMap: SiteMap
    let language: String

    /// A page at every old address, and for hosts that read it a list of all.
    var files: [RenderedSite.File] {
        guard !redirects.isEmpty, let list = SiteAddress("/_redirects") else { return [] }
        let pages = redirects.map { redirect in
            RenderedSite.File(
                address: redirect.from, bytes: redirect.page(siteMap, language: language))
        }
        let lines = redirects.map { redirect in
            "\(siteMap.rooted(redirect.from)) \(siteMap.rooted(redirect.to.address)) 301\n"
        }
        return pages + [RenderedSite.File(address: list, bytes: Array(lines.joined().utf8))]
    }
}
