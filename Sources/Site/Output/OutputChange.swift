import Diagnostics

/// What has to be done so that Output holds what was put, and nothing else of sitegen's.
struct OutputChange: Sendable {
    private(set) var ledger: Ledger
    private(set) var conflicts: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []
    private var removals: [SitePath: OwnedFile] = [:]
    /// Files of sitegen's that have to go before something else can be put in their place.
    private var blockers: Set<SitePath> = []

    init(
        _ record: OutputRecord, before: [SitePath: OwnedFile], tree: borrowing OutputTree, place: StagePlace,
        problems: OutputProblems
    ) throws(FileProblem) {
        ledger = Ledger(place: place, kept: [:], steps: [])
        conflicts = record.conflicts
        let gone = record.hasTheSameFiles ? [:] : before.filter { record.placements[$0.key] == nil }
        for (path, owned) in gone.sorted(by: { $0.key < $1.key }) {
            switch try tree.isUntouched(path, owned) {
            case true?: removals[path] = owned
            case false?: warnings.append(problems.kept(path))
            case nil: break
            }
        }
        // Files that stood together before do not lie in one another.
        let hasNew = record.placements.keys.contains { before[$0] == nil }
        let placements = record.placements.filter { hasNew || $0.value.standing != .same }
        for (path, placement) in placements {
            if let file = path.folders.first(where: { record.placements[$0] != nil }) {
                conflicts.append(problems.nested(path, in: file))
            }
            try clearWay(for: path, placement.standing, tree: tree, problems: problems)
        }
        if record.hasTheSameFiles { ledger.kept = before }
        arrange(record)
    }

    private mutating func clearWay(
        for path: SitePath, _ standing: OutputTree.Standing, tree: borrowing OutputTree,
        problems: OutputProblems
    ) throws(FileProblem) {
        switch standing {
        case .behindFile(let file):
            if removals[file] == nil { conflicts.append(problems.fileInTheWay(file, of: path)) }
            blockers.insert(file)
        case .folder:
            for text in try tree.contents(of: path).sorted() {
                guard let inner = try? SitePath(text), removals[inner] != nil else {
                    return conflicts.append(problems.folderInTheWay(path, holding: text))
                }
                blockers.insert(inner)
            }
        default: break
        }
    }

    private mutating func arrange(_ record: OutputRecord) {
        var puts: [(turn: Int, path: SitePath, file: OwnedFile, staged: Int)] = []
        for (path, placement) in record.placements {
            if let staged = placement.staged {
                ledger.kept[path] = nil
                puts.append((path.turn, path, placement.file, staged))
            } else {
                ledger.kept[path] = placement.file
            }
        }
        puts.sort { $0.turn == $1.turn ? $0.path < $1.path : $0.turn < $1.turn }
        let removed = removals.sorted { $0.key < $1.key }
        ledger.steps = removed.filter { blockers.contains($0.key) }.map { .remove($0.key, $0.value) }
        ledger.steps += puts.map { .put($0.path, $0.file, staged: $0.staged) }
        ledger.steps += removed.filter { !blockers.contains($0.key) }.map { .remove($0.key, $0.value) }
    }
}
