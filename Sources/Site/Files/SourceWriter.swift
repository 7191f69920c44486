import Diagnostics

/// Writes files of a site's own folder, which nothing but an explicit command does: each is whole or as it
/// was before, whatever happens.
struct SourceWriter {
    let root: String

    /// Stages all files beside their places before the first gets its name.
    func write(_ files: [SourceText], reporting diagnostics: inout [Diagnostic]) {
        var staged: [(folder: String, name: String)] = []
        do throws(FileProblem) {
            for file in files {
                let (path, name) = Self.split(file.path)
                let folder = try Folder.open(root + "/" + path, shownAs: path)
                let mode = try folder.stamp(of: name)?.permissions ?? 0o644
                try folder.remove(Self.temporary(name))
                staged.append((path, name))
                try folder.create(Self.temporary(name), file.bytes, mode: mode, flushed: true)
            }
            for (path, name) in staged {
                let folder = try Folder.open(root + "/" + path, shownAs: path)
                try folder.rename(Self.temporary(name), into: folder, as: name)
                try folder.flush()
            }
        } catch {
            diagnostics.append(error.diagnostic)
            for (path, name) in staged {
                try? Folder.open(root + "/" + path).remove(Self.temporary(name))
            }
        }
    }

    /// Hidden, so that a build that meets one passes it over.
    private static func temporary(_ name: String) -> String { ".\(name).new" }

    private static func split(_ path: String) -> (folder: String, name: String) {
        let parts = path.split(separator: "/")
        return (parts.dropLast().joined(separator: "/"), parts.last.map(String.init) ?? path)
    }
}
