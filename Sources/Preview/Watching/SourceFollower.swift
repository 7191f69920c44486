import Site

/// Tells of each change of a site's sources, once it has come to rest.
struct SourceFollower {
    private let root: String
    /// The sources as they were looked at last.
    private(set) var snapshot: SourceSnapshot
    private let watch: FolderWatch?
    private var wakes: AsyncStream<Void>.Iterator?
    /// How often in turn the files were seen while one of them was being written.
    private var halfLooks = 0

    /// Between two looks at the files where the system tells of no changes.
    private static let pollingInterval = Duration.milliseconds(500)
    /// How long no event must come before the sources are at rest, and how long that is waited for at most.
    private static let rest = Duration.milliseconds(12)
    private static let longestBurst = 25

    /// Takes note of the sources as they are now.
    init(of root: String) {
        self.root = root
        watch = FolderWatch(root: root, folders: ["Content", "Templates"])
        wakes = watch?.wakes.makeAsyncIterator()
        snapshot = SourceSnapshot(of: root)
    }

    /// Whether the system tells of changes, or the files are looked at in turn.
    var isTold: Bool { watch != nil }

    /// Waits for a change and gives the paths that it touched; nil when the task was cancelled.
    mutating func next() async -> [String]? {
        while !Task.isCancelled {
            if let watch {
                guard await wakes?.next(isolation: #isolation) != nil else { return nil }
                await settle(watch)
            } else {
                try? await Task.sleep(for: Self.pollingInterval)
            }
            let events = watch?.eventCount
            let now = SourceSnapshot(of: root, after: snapshot)
            let changes = now.changes(since: snapshot)
            // A file that is being written is seen half; what is seen when it is whole counts.
            if watch?.eventCount != events || now.hasEmptyFile(among: changes) {
                try? await Task.sleep(for: Self.rest)
                watch?.wake()
                if halfLooks < Self.longestBurst {
                    halfLooks += 1
                    continue
                }
            }
            halfLooks = 0
            snapshot = now
            if !changes.isEmpty { return changes }
        }
        return nil
    }

    /// Ends the watching; nothing is told afterwards.
    func stop() { watch?.stop() }

    /// Waits until a burst of events is over.
    private func settle(_ watch: FolderWatch) async {
        for _ in 0..<Self.longestBurst {
            let before = watch.eventCount
            try? await Task.sleep(for: Self.rest)
            if watch.eventCount == before { return }
        }
    }
}
