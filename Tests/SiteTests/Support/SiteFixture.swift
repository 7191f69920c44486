import Foundation
import Site

/// A site in a temporary folder, made from a map of paths to texts.
///
///     let site = try SiteFixture([
///         "Content/site.yaml": "title: Rivers",
///         "Content/articles/rhine.md": "# The Rhine",
///     ])
struct SiteFixture {
    let folder: TemporaryFolder

    /// The site's folder.
    var root: String { folder.path }

    init(_ files: [String: String]) throws {
        folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(text, to: name) }
    }

    /// The published files by their paths below `Output`.
    func output() throws -> [String: String] { try folder.tree("Output") }

    /// One published file, or nil where there is none.
    func page(_ path: String) -> String? { try? folder.read("Output/" + path) }

    /// Gives a file of the site another text, or makes it.
    func edit(_ name: String, _ text: String) throws { try folder.write(text, to: name) }

    /// Replaces one text by another wherever it stands in a file of the site; it must stand there.
    func edit(_ name: String, replacing old: String, with new: String) throws {
        let text = try folder.read(name)
        guard text.contains(old) else { throw CocoaError(.formatting) }
        try folder.write(text.replacingOccurrences(of: old, with: new), to: name)
    }

    func remove(_ name: String) throws { try folder.remove(name) }

    /// A digest of the names, bytes, modes and times of change below a folder of the site, to tell that a
    /// build left it as it was.
    func fingerprint(of name: String = "Output") throws -> String {
        let source = SourceFiles(root: root)
        let lines = try folder.tree(name).sorted { $0.key < $1.key }.map { path, text in
            let stamp = source.stamp(of: name + "/" + path)
            let facts = stamp.map { "\($0.permissions) \($0.modified) \($0.inode)" } ?? "none"
            return "\(path) \(facts) \(SHA256(of: Array(text.utf8)).hex)"
        }
        return SHA256(of: Array(lines.joined(separator: "\n").utf8)).hex
    }
}
