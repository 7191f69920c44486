import Diagnostics

extension OutputStage {
    /// Writes the journal and takes its steps; what fails before the journal stands leaves
    /// Output as it was.
    func carryOut(_ change: OutputChange) throws(OutputFailure) -> OutputSummary {
        let ledger = change.ledger
        var summary = OutputSummary(
            writtenPaths: Set(ledger.puts.map(\.path)), unchanged: ledger.kept.count,
            removed: ledger.steps.count - ledger.puts.count, diagnostics: known.diagnostics + change.warnings)
        guard !ledger.steps.isEmpty else {
            try recordOwnership(ledger)
            try? stage.remove()
            return summary
        }
        try prepare(ledger)
        var replay = Replay(ledger, problems: problems)
        try replay.run(from: stage, into: tree, state: state, interruption: interruption)
        summary.removed -= replay.diagnostics.count
        summary.diagnostics += replay.diagnostics
        return summary
    }

    /// Where nothing changes in Output, what is known of it may still change.
    private func recordOwnership(_ ledger: Ledger) throws(OutputFailure) {
        guard ledger.owned != known.owned || !known.isComplete else { return }
        try machine { () throws(FileProblem) in try state.write(ledger, as: "manifest") }
    }

    /// Makes folders, and sees to it that what is staged and the journal are on the disk.
    ///
    /// Folders are made here, not after the commit point, because a full disk refuses a folder but hardly
    /// ever a new name for a file.
    func prepare(_ ledger: Ledger) throws(OutputFailure) {
        let folders = try machine { () throws(FileProblem) in
            try NewFolders(for: ledger.puts.map(\.path), in: tree)
        }
        do throws(OutputFailure) {
            try machine { () throws(FileProblem) in
                try folders.make(in: tree, state: state)
                try flushStaged(ledger)
            }
            try interruption.check()
            try writeJournal(ledger)
        } catch {
            folders.undo(in: tree, state: state)
            throw error
        }
    }

    private func flushStaged(_ ledger: Ledger) throws(FileProblem) {
        guard ledger.puts.count <= Replay.fewSteps else { return try stage.folder.flushFileSystem() }
        for (_, _, staged) in ledger.puts { try stage.folder.flush(String(staged)) }
        try stage.folder.flush()
    }

    private func writeJournal(_ ledger: Ledger) throws(OutputFailure) {
        do throws(FileProblem) {
            try state.write(ledger, as: "journal")
        } catch {
            // It may stand although it is not known to be on the disk: without it nothing has begun.
            try? state.folder.remove("journal")
            throw .machine(error)
        }
    }
}

extension Ledger {
    var puts: [(path: SitePath, file: OwnedFile, staged: Int)] {
        steps.compactMap { step in
            guard case .put(let path, let file, let staged) = step else { return nil }
            return (path, file, staged)
        }
    }
}
