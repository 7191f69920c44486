/// The site's files, those in the folder of an `index.md` at the address of its page, wherever that is, so
/// that the page and its files keep together.
func filesBesidePages(
    _ assets: [SiteSources.Asset], of pages: [PagePlan]
) -> [SiteSources.Asset] {
    var folders: [String: SiteAddress] = [:]
    for page in pages {
        guard let article = page.article, article.isFolderPage, !article.folder.isEmpty else { continue }
        if page.address.isFolder { folders["Content/" + article.folder] = page.address }
    }
    guard !folders.isEmpty else { return assets }
    return assets.map { asset in
        guard let (folder, page) = nearestFolder(of: asset.path, in: folders) else { return asset }
        let moved = page.text + asset.path.dropFirst(folder.count + 1)
        guard let address = SiteAddress(moved), address != asset.address else { return asset }
        return SiteSources.Asset(path: asset.path, address: address, bytes: asset.bytes)
    }
}

private func nearestFolder(
    of path: String, in folders: [String: SiteAddress]
) -> (folder: String, page: SiteAddress)? {
    var folder = SectionTree.parent(of: path)
    while !folder.isEmpty {
        if let page = folders[folder] { return (folder, page) }
        folder = SectionTree.parent(of: folder)
    }
    return nil
}
