import Diagnostics

/// What a build has put so far.
struct OutputRecord: Sendable {
    struct Placement: Sendable {
        var file: OwnedFile
        var standing: OutputTree.Standing
        /// The number of the staged file; nil for one that is there already.
        var staged: Int?
    }

    private(set) var placements: [SitePath: Placement] = [:]
    private(set) var conflicts: [Diagnostic] = []
    /// Bytes of the staged files.
    private(set) var stagedBytes = 0
    private var spellings: [CollisionKey: SitePath] = [:]
    private var nextNumber = 0
    private(set) var isOpen = true
    /// Whether all paths of the site are those of the last build, which were told apart then.
    var arePathsKnown = false
    /// Whether the site has the very files of the last build; of those that stand nothing is taken down then.
    var hasTheSameFiles = false

    /// Takes a file into the record; returns the number under which it is to be staged, or nil where it
    /// need not be, because it is there already or because there are conflicts.
    mutating func take(
        _ file: OutputFile, _ standing: OutputTree.Standing, adopts: Bool, problems: OutputProblems
    ) -> Int? {
        let owned = OwnedFile(digest: file.digest, size: file.size)
        if standing == .same, arePathsKnown {
            placements[file.path] = Placement(file: owned, standing: standing)
            return nil
        }
        if let other = spellings.updateValue(file.path, forKey: file.path.collisionKey) {
            conflicts.append(problems.collision(file.path, other))
            return nil
        }
        if let conflict = problems.conflict(file.path, standing, adopts: adopts) {
            conflicts.append(conflict)
        }
        guard standing != .same, conflicts.isEmpty else {
            placements[file.path] = Placement(file: owned, standing: standing)
            return nil
        }
        let number = nextNumber
        nextNumber += 1
        stagedBytes += file.size
        placements[file.path] = Placement(file: owned, standing: standing, staged: number)
        return number
    }

    /// When the last file was put.
    private(set) var end: Int64 = 0

    mutating func close() {
        isOpen = false
        end = timeOfStamps()
    }
}
