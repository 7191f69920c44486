import Diagnostics

/// The files that an earlier build of the process has read and that are as they were, as their stamps tell.
struct KnownFiles: Sendable {
    let texts: [String: SourceText]
    /// Of files that are no text, such as pictures.
    let assets: [String: [UInt8]]
    /// Markdown files that need not be read, because what is known of them is enough.
    let unread: Set<String>
    /// What there is at all.
    let state: SourceState
    /// The paths of those that are as they were.
    let unchanged: Set<String>

    init(_ now: SourceState, after memory: BuildMemory) {
        state = now
        let same = now.unchanged(since: memory.state)
        unchanged = same
        guard let sources = memory.own?.sources else {
            texts = [:]
            assets = [:]
            unread = memory.kept?.texts(among: same) ?? []
            return
        }
        unread = []
        texts = sources.textsByPath.filter { same.contains($0.key) }
        assets = Dictionary(sources.assets.map { ($0.path, $0.bytes) }) { first, _ in first }
            .filter { same.contains($0.key) }
    }
}

extension SourceState {
    /// The files with the stamps that they had before, apart from those whose stamps were too young then to tell
    /// a change that came at once.
    func unchanged(since earlier: SourceState) -> Set<String> {
        let unsettled = earlier.unsettled
        var known = earlier.entries[...]
        var result: Set<String> = []
        for entry in entries {
            while let first = known.first, first.path.precedesInBytes(entry.path) {
                known.removeFirst()
            }
            guard let first = known.first, first.path == entry.path, first.stamp == entry.stamp,
                entry.stamp.kind == .file, !unsettled.contains(entry.path)
            else { continue }
            result.insert(entry.path)
        }
        return result
    }
}
