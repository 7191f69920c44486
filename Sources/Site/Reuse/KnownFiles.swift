import Diagnostics

/// The files that an earlier build has read and that are as they were, as their stamps tell.
struct KnownFiles: Sendable {
    /// Of a build of the same process, as are the assets.
    let texts: [String: SourceText]
    /// Of files that are no text, such as pictures.
    let assets: [String: [UInt8]]
    /// What there is at all.
    let state: SourceState
    /// The paths of the other files, in order.
    let touched: [String]
    private let unchanged: Set<String>
    /// What another process has left.
    private let kept: KeptSite?

    init(_ now: SourceState, after memory: BuildMemory) {
        let (unchanged, touched) = now.compared(to: memory.state)
        let sources = memory.own?.sources
        texts = sources?.textsByPath.filter { unchanged.contains($0.key) } ?? [:]
        let assets = sources?.assets.filter { unchanged.contains($0.path) } ?? []
        self.assets = Dictionary(assets.map { ($0.path, $0.bytes) }) { first, _ in first }
        state = now
        self.touched = touched
        self.unchanged = unchanged
        kept = sources == nil ? memory.kept : nil
    }

    /// Whether a Markdown file need not be read, because what another process has left of it is enough.
    func isUnread(_ path: String) -> Bool { unchanged.contains(path) && kept?.text(at: path) != nil }
}

extension SourceState {
    /// The files with the stamps that they had before, apart from those whose stamps were too young then to tell
    /// a change that came at once.
    func unchanged(since earlier: SourceState) -> Set<String> { compared(to: earlier).unchanged }

    /// These files, and the others in order.
    fileprivate func compared(to earlier: SourceState) -> (unchanged: Set<String>, touched: [String]) {
        let unsettled = earlier.unsettled
        var known = earlier.entries[...]
        var unchanged = Set<String>(minimumCapacity: entries.count)
        var touched: [String] = []
        for entry in entries where entry.stamp.kind == .file {
            while let first = known.first, first.path.precedesInBytes(entry.path) { known.removeFirst() }
            if let first = known.first, first.path == entry.path, first.stamp == entry.stamp,
                !unsettled.contains(entry.path)
            {
                unchanged.insert(entry.path)
            } else {
                touched.append(entry.path)
            }
        }
        return (unchanged, touched)
    }
}
