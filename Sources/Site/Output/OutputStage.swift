import Diagnostics
import Glibc
import Synchronization

/// A change of Output that is being prepared: files are put one by one, then committed together.
///
/// The lock is held from `open` until `commit`, `discard` or the end of the value. `put` may be called from several threads at once;
/// `commit` and `discard` end the change and are called once, by its owner. Until `commit` has written the
/// journal, Output is as it was; a value that goes without `commit` is discarded.
package final class OutputStage: Sendable {
    let target: OutputTarget
    let interruption: Interruption
    let known: KnownOutput
    let state: StateFolder
    let tree: OutputTree
    let stage: Stage
    private let lock: FileLock
    /// Folders made for Output itself, the outermost first.
    private let made: [String]
    private let record = Mutex(OutputRecord())

    /// After it the files are moved into their places, and no longer written.
    var endOfPutting: Int64 { record.withLock { $0.end } }

    /// Of the list of the files that are sitegen's, as the last build wrote it.
    var manifest: FileStamp? { try? state.folder.stamp(of: "manifest") }

    /// Whether Output was made for this change, so that nothing stands in it.
    private var isNew: Bool { !made.isEmpty }

    var problems: OutputProblems { OutputProblems(shown: target.shownAs) }

    init(
        target: OutputTarget, interruption: Interruption, known: KnownOutput,
        state: consuming StateFolder, tree: consuming OutputTree, stage: consuming Stage,
        lock: consuming FileLock, made: [String]
    ) {
        self.target = target
        self.interruption = interruption
        self.known = known
        self.state = state
        self.tree = tree
        self.stage = stage
        self.lock = lock
        self.made = made
    }

    deinit { discard() }

    /// Takes the files that stand already, which nothing is asked of any more.
    ///
    /// - Parameter files: all files of the site
    func putStanding(among files: [OutputFile]) {
        let arePathsKnown = files.allSatisfy { $0.isStanding || known.owned[$0.path] != nil }
        record.withLock { record in
            record.arePathsKnown = arePathsKnown
            record.hasTheSameFiles = arePathsKnown && files.count == known.owned.count
            guard !record.hasTheSameFiles else { return }
            for file in files where file.isStanding {
                _ = record.take(file, .same, adopts: target.adopts, problems: problems)
            }
        }
    }

    /// Compares the file with what is there and stages it if it is new or changed.
    ///
    /// A conflict is not thrown here: it is refused by `commit`, with all the others.
    package func put(_ file: OutputFile) throws(OutputFailure) {
        try interruption.check()
        let standing = try machine { () throws(FileProblem) in
            isNew ? .absent : try tree.standing(of: file, owned: known.owned[file.path])
        }
        let number = record.withLock { record in
            precondition(record.isOpen, "a file was put after the end of the change")
            return record.take(file, standing, adopts: target.adopts, problems: problems)
        }
        guard let number else { return }
        do throws(FileProblem) {
            try stage.folder.create(String(number), file.bytes)
        } catch {
            throw .machine(named(error, file.path), notes: needs(error))
        }
    }

    /// Changes Output so that it holds what was put, and nothing else of sitegen's.
    package func commit() throws(OutputFailure) -> OutputSummary {
        defer { release() }
        return try change()
    }

    /// The same, with the lock still held afterwards, also where it fails: whoever calls it releases it.
    func change() throws(OutputFailure) -> OutputSummary {
        do throws(OutputFailure) {
            return try carryOut(try settle())
        } catch {
            drop()
            throw error
        }
    }

    /// Ends the putting, and works out what has to change.
    func settle() throws(OutputFailure) -> OutputChange {
        let record = end()
        try interruption.check()
        let change = try machine { () throws(FileProblem) in
            try OutputChange(
                record, before: known.owned, tree: tree, place: stage.place, problems: problems)
        }
        guard change.conflicts.isEmpty else { throw .refused(change.conflicts.sorted()) }
        return change
    }

    /// Gives the change up; does nothing after `commit`.
    package func discard() {
        guard record.withLock({ $0.isOpen }) else { return }
        _ = end()
        drop()
        release()
    }

    func release() {
        tree.folder.unlock()
        lock.release()
    }

    private func end() -> OutputRecord {
        record.withLock { record in
            precondition(record.isOpen, "a change was ended twice")
            record.close()
            return record
        }
    }

    /// Removes what the change has left behind, unless a journal is pending: then it is needed.
    private func drop() {
        guard let isPending = try? state.isPending, !isPending else { return }
        try? stage.remove()
        Folder.removeEmpty(made)
    }

    /// The number of a staged file says nothing to anybody, its path in Output does.
    private func named(_ problem: FileProblem, _ path: SitePath) -> FileProblem {
        FileProblem(.write, target.shownAs + "/" + path.text, problem.number)
    }

    private func needs(_ problem: FileProblem) -> [String] {
        guard problem.number == ENOSPC || problem.number == EDQUOT else { return [] }
        let bytes = record.withLock { $0.stagedBytes }
        return ["at least \(bytes) bytes are needed for what is new or changed"]
    }
}
