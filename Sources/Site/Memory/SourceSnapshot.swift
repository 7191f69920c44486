import Diagnostics

/// What the source files of a site are at one moment, for telling whether anything changed.
///
/// A file is read again only where its stamp is another, or was too young to tell; a file that was saved with the
/// same bytes has not changed.
package struct SourceSnapshot: Sendable {
    let state: SourceState
    private var digests: [String: Int] = [:]

    /// - Parameter previous: the snapshot before, whose files need not be read again where their stamps hold
    package init(of root: String, after previous: SourceSnapshot? = nil) {
        state = SourceState(of: root)
        let same = previous.map { state.unchanged(since: $0.state) } ?? []
        let files = SourceFiles(root: root)
        var ignored: [Diagnostic] = []
        for entry in state.entries where entry.stamp.kind == .file {
            if same.contains(entry.path), let digest = previous?.digests[entry.path] {
                digests[entry.path] = digest
            } else {
                let bytes = files.bytes(of: entry.path, limit: .table, reporting: &ignored) ?? []
                digests[entry.path] = Self.digest(bytes)
            }
        }
    }

    /// The paths whose bytes are other than before, new ones and those that are gone, in order.
    package func changes(since previous: SourceSnapshot) -> [String] {
        guard digests != previous.digests else { return [] }
        let paths = Set(digests.keys).union(previous.digests.keys)
        return paths.filter { digests[$0] != previous.digests[$0] }.sorted()
    }

    /// Whether one of these files has no bytes, as a file has between being opened for writing and written.
    package func hasEmptyFile(among paths: [String]) -> Bool {
        guard !paths.isEmpty else { return false }
        let paths = Set(paths)
        return state.entries.contains { paths.contains($0.path) && $0.stamp.size == 0 }
    }

    /// Good for this process only, which is as long as a snapshot lives.
    private static func digest(_ bytes: [UInt8]) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes.count)
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
