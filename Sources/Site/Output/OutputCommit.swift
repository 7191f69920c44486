import Diagnostics

extension OutputStage {
    /// Makes folders, writes the journal, and takes its steps; what fails before the journal stands leaves
    /// Output as it was.
    func carryOut(_ change: OutputChange) throws(OutputFailure) -> OutputSummary {
        let ledger = change.ledger
        var summary = OutputSummary(
            written: ledger.puts.count, unchanged: ledger.kept.count,
            removed: ledger.steps.count - ledger.puts.count, diagnostics: known.diagnostics + change.warnings)
        guard !ledger.steps.isEmpty else {
            try recordOwnership(ledger)
            try? stage.remove()
            return summary
        }
        var madeFolders: [SitePath] = []
        do throws(OutputFailure) {
            try prepare(ledger, madeFolders: &madeFolders)
        } catch {
            undo(madeFolders)
            throw error
        }
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

    /// Folders are made here, not after the commit point, because a full disk refuses a folder but hardly
    /// ever a new name for a file.
    func prepare(_ ledger: Ledger, madeFolders: inout [SitePath]) throws(OutputFailure) {
        do throws(FileProblem) {
            for (path, _, _) in ledger.puts {
                _ = try tree.way(to: path, makes: true) { madeFolders.append($0) }
            }
            if ledger.steps.count > Replay.fewSteps {
                try stage.folder.flushFileSystem()
            } else {
                for (_, _, staged) in ledger.puts { try stage.folder.flush(String(staged)) }
                try stage.folder.flush()
            }
        } catch {
            throw .machine(error)
        }
        try interruption.check()
        do throws(FileProblem) {
            try state.write(ledger, as: "journal")
        } catch {
            // It may stand although it is not known to be on the disk: without it nothing has begun.
            try? state.folder.remove("journal")
            throw .machine(error)
        }
    }

    private func undo(_ madeFolders: [SitePath]) {
        for path in madeFolders.reversed() {
            guard let way = try? tree.way(to: path), case .folder(let outer) = way else { continue }
            _ = try? outer.removeFolder(path.name)
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
