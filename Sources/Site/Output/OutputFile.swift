// Output: how the published tree changes, so that a reader or a crash never meets half a site.
//
// Belongs here: comparing what a build made with what is there, who owns which file, the stage, the journal
// and its replay, the lock. Does not belong here: making pages, and sending them anywhere.

package import Diagnostics

/// One file of the site as it is to be published.
///
/// The digest is taken when the value is made, so that whoever renders in parallel also hashes in parallel.
package struct OutputFile: Sendable, Hashable {
    package let path: SitePath
    let content: FileContent
    package let digest: SHA256

    package init(path: SitePath, bytes: [UInt8]) { self.init(path: path, .made(bytes)) }

    init(path: SitePath, _ content: FileContent) {
        self.path = path
        self.content = content
        digest =
            switch content {
            case .made(let bytes): SHA256(of: bytes)
            case .standing(let standing): standing.file.digest
            }
    }

    /// - Parameter digest: of the bytes, where whoever made them has taken it already
    init(path: SitePath, _ bytes: [UInt8], digest: SHA256) {
        self.path = path
        content = .made(bytes)
        self.digest = digest
    }

    package var bytes: [UInt8] { content.bytes }
    var size: Int { content.count }

    var isStanding: Bool { content.isStanding }
}

/// A whole site, in any order.
package struct OutputPlan: Sendable {
    package var files: [OutputFile]

    package init(files: [OutputFile]) {
        self.files = files
    }
}

/// What a build changed in Output.
package struct OutputSummary: Sendable, Hashable {
    /// The files that are new or changed.
    package var writtenPaths: Set<SitePath>
    package var unchanged: Int
    package var removed: Int
    /// Warnings and notes: files left alone, an earlier build completed, and the like.
    package var diagnostics: [Diagnostic]

    package var written: Int { writtenPaths.count }

    package init(
        writtenPaths: Set<SitePath> = [], unchanged: Int = 0, removed: Int = 0, diagnostics: [Diagnostic] = []
    ) {
        self.writtenPaths = writtenPaths
        self.unchanged = unchanged
        self.removed = removed
        self.diagnostics = diagnostics
    }
}

extension SitePath {
    /// Files are put in this order, so that a page never stands before what it needs: assets, data, pages
    /// from the deepest to the shallowest, feeds and site maps, and the front page last.
    var turn: Int {
        let path = text.lowercased()
        if path == "index.html" { return 1_000 }
        let name = parts.last?.lowercased() ?? ""
        if name.hasPrefix("feed.") || name.hasPrefix("sitemap") || path == "manifest.json" { return 900 }
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return 800 - min(parts.count, 500) }
        let isData = [".csv", ".tsv", ".json", ".yaml", ".sqlite"].contains { name.hasSuffix($0) }
        return isData ? 1 : 0
    }
}
