import Diagnostics

/// What the source files of a site are at one moment, for telling whether anything changed.
///
/// A file is read again only where its stamp is another; a file that was saved with the same bytes has not
/// changed.
package struct SourceSnapshot: Sendable {
    private struct Entry: Sendable {
        let stamp: FileStamp?
        let digest: Int
    }

    private var entries: [String: Entry] = [:]

    /// - Parameter previous: the snapshot before, whose files need not be read again where their stamps hold
    package init(of root: String, after previous: SourceSnapshot? = nil) {
        let files = SourceFiles(root: root)
        var ignored: [Diagnostic] = []
        for folder in ["Content", "Templates"] {
            for file in files.list(folder, reporting: &ignored) {
                let stamp = files.stamp(of: file.path)
                if let known = previous?.entries[file.path], let stamp, known.stamp == stamp {
                    entries[file.path] = known
                    continue
                }
                let bytes = files.bytes(of: file.path, limit: .table, reporting: &ignored) ?? []
                entries[file.path] = Entry(stamp: stamp, digest: Self.digest(bytes))
            }
        }
    }

    /// The paths whose bytes are other than before, new ones and those that are gone, in order.
    package func changes(since previous: SourceSnapshot) -> [String] {
        let paths = Set(entries.keys).union(previous.entries.keys)
        return paths.filter { entries[$0]?.digest != previous.entries[$0]?.digest }.sorted()
    }

    /// Whether one of these files has no bytes, as a file has between being opened for writing and written.
    package func hasEmptyFile(among paths: [String]) -> Bool {
        paths.contains { entries[$0]?.stamp?.size == 0 }
    }

    /// Good for this process only, which is as long as a snapshot lives.
    private static func digest(_ bytes: [UInt8]) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes.count)
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
