import Markup

/// `sitemap.xml`: the pages that search engines should know, each with the day its text was last changed.
///
/// By the protocol of sitemaps.org 0.9, without `changefreq` and `priority`, which nobody reads.
struct Sitemap {
    let pages: [PagePlan]
    let siteMap: SiteMap
    /// How many addresses one file may hold; the protocol allows 50,000.
    var limit = 30_000

    /// One file, or an index of several; none for a site that does not know its own address.
    var files: [RenderedSite.File] {
        let entries = pages.filter(\.isListed).compactMap { page in
            siteMap.absolute(page.address).map { Entry(address: $0, modified: page.modified) }
        }
        guard !entries.isEmpty else { return [] }
        if entries.count <= limit { return file("/sitemap.xml", list(entries)) }
        let parts = entries.pieces(of: limit)
        let files = parts.enumerated().flatMap { file("/sitemap-\($0 + 1).xml", list($1)) }
        return file("/sitemap.xml", index(of: files.map(\.address), parts)) + files
    }

    private struct Entry {
        let address: String
        let modified: PublicationDate?
    }

    private func file(_ address: String, _ markup: Markup) -> [RenderedSite.File] {
        SiteAddress(address).map { [RenderedSite.File(address: $0, bytes: markup.bytes)] } ?? []
    }

    private func list(_ entries: [Entry]) -> Markup {
        document { writer in
            writer.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { set in
                for entry in entries { write(entry, as: "url", to: &set) }
            }
        }
    }

    private func index(of files: [SiteAddress], _ parts: [[Entry]]) -> Markup {
        document { writer in
            writer.element("sitemapindex", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { set in
                for (file, entries) in zip(files, parts) {
                    let newest = entries.compactMap(\.modified).max()
                    let entry = Entry(address: siteMap.absolute(file) ?? "", modified: newest)
                    write(entry, as: "sitemap", to: &set)
                }
            }
        }
    }

    private func write(_ entry: Entry, as name: StaticString, to writer: inout MarkupWriter) {
        writer.append(literal: "\n")
        writer.element(name) { element in
            element.element("loc", text: entry.address)
            if let modified = entry.modified { element.element("lastmod", text: modified.iso) }
        }
    }
}

/// An XML document in UTF-8.
func document(_ content: (inout MarkupWriter) -> Void) -> Markup {
    var writer = MarkupWriter(.xml)
    writer.append(literal: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    content(&writer)
    writer.append(literal: "\n")
    return writer.markup
}

extension PagePlan {
    /// Whether search engines and the site's own search should know it.
    var isListed: Bool {
        kind != .notFound && kind != .embed && !frontMatter.isHiddenFromSearchEngines
    }

    /// The day its text was last changed, as far as the text says.
    var modified: PublicationDate? { frontMatter.updated ?? frontMatter.date }
}
