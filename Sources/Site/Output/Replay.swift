import Diagnostics
import Glibc

/// Takes the steps of a journal; each may have been taken before, so that a replay can be replayed.
struct Replay {
    private let ledger: Ledger
    private let problems: OutputProblems
    private(set) var diagnostics: [Diagnostic] = []
    /// Puts whose staged file is gone and whose place holds something else.
    private var lost: [SitePath] = []
    private var near = NearFolder()

    /// Above this many steps one flush of the whole file system costs less than one for each folder.
    static let fewSteps = 16

    init(_ ledger: Ledger, problems: OutputProblems) {
        self.ledger = ledger
        self.problems = problems
    }

    /// Changes Output, makes the journal the manifest, and removes the stage.
    mutating func run(
        from stage: borrowing Stage, into tree: borrowing OutputTree, state: borrowing StateFolder,
        interruption: Interruption
    ) throws(OutputFailure) {
        try takeSteps(from: stage, into: tree, interruption: interruption)
        do throws(FileProblem) {
            try flush(tree)
            try finish(state, tree)
        } catch {
            throw .machine(error, isPending: true)
        }
        NewFolders.forget(in: state)
        // What is left of the stage is cleared by the next build if it cannot be now.
        try? stage.remove()
    }

    mutating func takeSteps(
        from stage: borrowing Stage, into tree: borrowing OutputTree, interruption: Interruption
    ) throws(OutputFailure) {
        for step in ledger.steps {
            if interruption.isInsistent, let signal = interruption.signal {
                throw .interrupted(signal: signal, isPending: true)
            }
            do throws(FileProblem) {
                try take(step, from: stage, into: tree)
            } catch {
                throw .machine(error, isPending: true)
            }
        }
    }

    private mutating func take(
        _ step: Ledger.Step, from stage: borrowing Stage, into tree: borrowing OutputTree
    ) throws(FileProblem) {
        switch step {
        case .put(let path, let file, let staged):
            let isThere = try put(path, staged: String(staged), from: stage, into: tree)
            if !isThere, try tree.isUntouched(path, file) != true { lost.append(path) }
        case .remove(let path, let file):
            near = NearFolder()
            guard let isUntouched = try tree.isUntouched(path, file) else { return }
            guard isUntouched else { return diagnostics.append(problems.kept(path)) }
            try tree.remove(path)
        }
    }

    /// False where the staged file is gone, because an earlier replay has put it.
    private mutating func put(
        _ path: SitePath, staged: String, from stage: borrowing Stage, into tree: borrowing OutputTree
    ) throws(FileProblem) -> Bool {
        guard case .folder(let opened) = try near.way(to: path, in: tree, makes: true) else {
            if try stage.folder.stamp(of: staged) == nil { return false }
            throw FileProblem(.write, problems.shown + "/" + path.text, ENOTDIR)
        }
        do throws(FileProblem) {
            try stage.folder.rename(staged, into: opened.folder, as: path.name)
        } catch {
            if error.number == ENOENT, try stage.folder.stamp(of: staged) == nil { return false }
            guard error.number == EISDIR else { throw error }
            try opened.folder.removeEmptyFolders(path.name)
            try stage.folder.rename(staged, into: opened.folder, as: path.name)
        }
        return true
    }

    private func flush(_ tree: borrowing OutputTree) throws(FileProblem) {
        guard ledger.steps.count <= Self.fewSteps else { return try tree.folder.flushFileSystem() }
        for step in ledger.steps {
            if case .put(let path, _, _) = step, case .folder(let folder) = try tree.way(to: path) {
                try folder.flush()
            }
        }
    }

    /// What was lost with the stage belongs to sitegen only as an earlier build left it.
    private func finish(
        _ state: borrowing StateFolder, _ tree: borrowing OutputTree
    ) throws(FileProblem) {
        guard !lost.isEmpty else { return try state.finish() }
        var owned = ledger.owned
        var earlier: [SitePath: OwnedFile] = [:]
        if case .ledger(let manifest) = try state.read("manifest") { earlier = manifest.owned }
        for path in lost {
            owned[path] = nil
            if let file = earlier[path], try tree.isUntouched(path, file) == true { owned[path] = file }
        }
        try state.write(Ledger(place: ledger.place, kept: owned, steps: []), as: "manifest")
        try state.folder.remove("journal")
    }
}
