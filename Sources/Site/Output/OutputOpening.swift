import Diagnostics
import Glibc

extension OutputStage {
    /// Takes the lock, completes an interrupted build if there is one, and opens an empty stage.
    ///
    /// Output is made where it does not exist, and removed again if the change is given up.
    package static func open(
        _ target: OutputTarget, interruption: Interruption = Interruption()
    ) throws(OutputFailure) -> OutputStage {
        try open(target, interruption: interruption, standing: nil)
    }

    /// - Parameter standing: Output as it was found a little while ago
    static func open(
        _ target: OutputTarget, interruption: Interruption, standing: StandingOutput?
    ) throws(OutputFailure) -> OutputStage {
        let root = try machine { () throws(FileProblem) in try StateFolder.openRoot(target.state) }
        let lock = try FileLock.forBuild(in: root, waits: target.waits, interruption: interruption)
        let made = try machine { () throws(FileProblem) in
            try Folder.make(target.folder, shownAs: target.shownAs)
        }
        do throws(OutputFailure) {
            let output = try openOutput(target, interruption)
            if try machine({ () throws(FileProblem) in try holds(output, root) }) {
                throw .refused([OutputProblems(shown: target.shownAs).holdsSource])
            }
            return try open(
                target, interruption, output: output, lock: lock, made: made, standing: standing)
        } catch {
            Folder.removeEmpty(made)
            throw error
        }
    }

    private static func open(
        _ target: OutputTarget, _ interruption: Interruption, output: consuming Folder,
        lock: consuming FileLock, made: [String], standing: StandingOutput?
    ) throws(OutputFailure) -> OutputStage {
        let problems = OutputProblems(shown: target.shownAs)
        let tree = OutputTree(folder: output)
        let state = try machine { () throws(FileProblem) in try StateFolder.make(for: target) }
        let notes = try rollForward(state, tree, problems, interruption)
        NewFolders.undoForgotten(in: tree, state: state)
        let known = try machine { () throws(FileProblem) in
            if let standing, try state.folder.stamp(of: "manifest") == standing.manifest {
                return KnownOutput(standing, after: notes)
            }
            return KnownOutput(try state.read("manifest"), after: notes, problems: problems)
        }
        let stage = try machine { () throws(FileProblem) in
            try Stage.make(for: tree.folder, state: state)
        }
        return OutputStage(
            target: target, interruption: interruption, known: known, state: state, tree: tree,
            stage: stage, lock: lock, made: made)
    }

    /// Output itself is locked too: two sites may be told to write to one folder.
    private static func openOutput(
        _ target: OutputTarget, _ interruption: Interruption
    ) throws(OutputFailure) -> Folder {
        let folder = try openWritable(target)
        while try !machine({ () throws(FileProblem) in try folder.lock() }) {
            guard target.waits else { throw .busy(LockHolder(path: target.shownAs)) }
            try interruption.check()
            usleep(50_000)
        }
        return folder
    }

    private static func openWritable(_ target: OutputTarget) throws(OutputFailure) -> Folder {
        do throws(FileProblem) {
            let folder = try Folder.open(target.folder, shownAs: target.shownAs)
            try folder.checkWritable()
            return folder
        } catch {
            guard error.number == ENOTDIR else { throw .machine(error) }
            throw .refused([OutputProblems(shown: target.shownAs).notAFolder])
        }
    }

    /// Whether Output is the site's folder or one above it, or lies in sitegen's own.
    private static func holds(
        _ output: borrowing Folder, _ state: borrowing Folder
    ) throws(FileProblem) -> Bool {
        let outputStamp = try output.stamp()
        let stateStamp = try state.stamp()
        if try state.isBelow(outputStamp) { return true }
        return try output.isBelow(stateStamp)
    }

    private static func rollForward(
        _ state: borrowing StateFolder, _ tree: borrowing OutputTree, _ problems: OutputProblems,
        _ interruption: Interruption
    ) throws(OutputFailure) -> [Diagnostic] {
        switch try machine({ () throws(FileProblem) in try state.read("journal") }) {
        case .none: return []
        case .damaged:
            try machine { () throws(FileProblem) in try state.folder.remove("journal") }
            return [problems.damagedJournal]
        case .ledger(let ledger):
            let stage = try machine { () throws(FileProblem) in
                try Stage.existing(ledger.place, for: tree.folder, state: state)
            }
            var replay = Replay(ledger, problems: problems)
            try replay.run(from: stage, into: tree, state: state, interruption: interruption)
            return [problems.completed] + replay.diagnostics
        }
    }
}
