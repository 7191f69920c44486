package import Diagnostics

// Starting: what the commands write into a site's folder for its author, and nothing that a build does.

/// A small site with data, a chart and a claim in it, for somebody to begin with.
package enum SiteStarter {
    /// What may stand in a folder before a site is started in it.
    private static let harmless: Set<String> = [
        ".git", ".gitignore", ".gitattributes", ".github", "README.md", "LICENSE", "LICENSE.md",
    ]

    private static var files: [NewFile] {
        [
            NewFile(".gitignore", Array("Output/\n.sitegen/\n".utf8)),
            NewFile("Content/site.yaml", PackageResources.site_yaml),
            NewFile("Content/index.md", PackageResources.index_md),
            NewFile("Content/data.md", PackageResources.data_md),
            NewFile("Content/claims.lock", PackageResources.claims_lock),
            NewFile("Content/articles/_index.md", PackageResources.articles_index_md),
            NewFile("Content/articles/north-line-first.md", PackageResources.article_md),
            NewFile("Content/data/datapackage.yaml", PackageResources.datapackage_yaml),
            NewFile("Content/data/punctuality.csv", PackageResources.punctuality_csv),
            NewFile("Content/data/lines.csv", PackageResources.lines_csv),
            NewFile("Content/data/listed.sql", PackageResources.listed_sql),
        ]
    }

    /// Writes the site, and gives the paths of its files; with a problem nothing is written. A folder that
    /// holds anything else is refused unless `adds`, which then leaves every file that is there as it is.
    package static func start(
        in folder: String, adds: Bool, reporting diagnostics: inout [Diagnostic]
    ) -> [String] {
        if let first = others(in: folder), !adds {
            diagnostics.append(
                Diagnostic(
                    "folder-not-empty", "the folder '\(folder)' is not empty: it holds '\(first)'",
                    help: "name another folder, or give --add to add what is missing and leave all else"))
            return []
        }
        do throws(FileProblem) {
            var written: [String] = []
            for file in files where try file.write(below: folder) { written.append(file.path) }
            return written
        } catch {
            diagnostics.append(error.diagnostic)
            return []
        }
    }
}

extension SiteStarter {
    /// The first thing that the folder holds and that is no usual companion of a site; nil for a folder that
    /// is empty or does not exist.
    private static func others(in folder: String) -> String? {
        let entries = try? Folder.open(folder).entries()
        return (entries ?? []).map { String(decoding: $0.name, as: UTF8.self) }
            .filter { !harmless.contains($0) }.min()
    }
}

/// A file to be made, which never takes the place of another.
struct NewFile: Sendable {
    let path: String
    let bytes: [UInt8]

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// False where a file of that name stands there already.
    func write(below root: String) throws(FileProblem) -> Bool {
        let parent = SectionTree.parent(of: path)
        let shown = parent.isEmpty ? root : parent
        let place = parent.isEmpty ? root : root + "/" + parent
        _ = try Folder.make(place, shownAs: shown)
        let folder = try Folder.open(place, shownAs: shown)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard try folder.stamp(of: name) == nil else { return false }
        try folder.create(name, bytes)
        return true
    }
}
