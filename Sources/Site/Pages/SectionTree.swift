/// The sections of a site: its top folders and collections, and the folders below them with an `_index.md`.
struct SectionTree: Sendable {
    /// Folders under `Content/`.
    private let folders: Set<String>

    init(articles: [Article], collections: [PagePlanner.CollectionRows]) {
        var folders = Set(collections.map(\.settings.name))
        for article in articles {
            if article.stem == "_index" { folders.insert(article.folder) }
            folders.insert(Self.top(of: article.folder))
        }
        folders.remove("")
        self.folders = folders
    }

    /// The section that a folder's pages are listed under: its own, or the nearest above it.
    func nearest(to folder: String) -> String? {
        if folder.isEmpty { return nil }
        return folders.contains(folder) ? folder : nearest(to: Self.parent(of: folder))
    }

    /// A folder and those around it, the innermost first.
    static func lineage(of folder: String) -> [String] {
        folder.isEmpty ? [] : [folder] + lineage(of: parent(of: folder))
    }

    /// The folder around a folder; empty at the top.
    static func parent(of folder: String) -> String {
        folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(folder[..<$0]) } ?? ""
    }

    /// The outermost folder around a folder.
    private static func top(of folder: String) -> String {
        folder.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(folder[..<$0]) } ?? folder
    }

    /// Pages for sections that list something and have no page of their own. An address that some page has
    /// already is left to it.
    func missingPages(
        beside pages: [PagePlan], _ collections: [PagePlanner.CollectionRows], _ templates: TemplateChoice
    ) -> [PagePlan] {
        var present: Set<String> = []
        var listed: Set<String> = []
        for page in pages {
            guard let section = page.section else { continue }
            if page.kind == .section { present.insert(section) } else { listed.insert(section) }
        }
        let missing = listed.subtracting(present).sorted().compactMap { folder in
            let collection = collections.first { $0.settings.name == folder }?.settings
            return SiteAddress(collection?.listAddress ?? "/\(slugged(folder))/").map {
                (folder: folder, address: $0, collection: collection)
            }
        }
        let wanted = Set(missing.map(\.address))
        let taken = wanted.isEmpty ? [] : Set(pages.lazy.map(\.address).filter(wanted.contains))
        return missing.filter { !taken.contains($0.address) && $0.address != .home }.map {
            folder, address, collection in
            PagePlan(
                kind: .section, address: address, title: collection?.heading ?? humanised(folder),
                template: templates.standard(for: .section), location: collection?.location,
                frontMatter: FrontMatter(), section: folder)
        }
    }
}

/// A name for readers made from a file's or folder's: `field-notes` as `Field notes`.
func humanised(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let words = last.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
}
