package import Diagnostics
import Glibc

/// Changes Output so that it holds this site, and nothing else of sitegen's.
package func publish(
    _ plan: OutputPlan, to target: OutputTarget, interruption: Interruption = Interruption()
) async throws(OutputFailure) -> OutputSummary {
    try await publish(plan, to: target, standingOn: nil, interruption: interruption) { _, _ in }
}

/// - Parameters:
///   - output: what the standing files of the plan are parts of
///   - finish: called after the change, while the lock is still held
func publish(
    _ plan: OutputPlan, to target: OutputTarget, standingOn output: StandingOutput?,
    interruption: Interruption, beforeRelease finish: (OutputStage, OutputSummary) async -> Void
) async throws(OutputFailure) -> OutputSummary {
    let stage = try OutputStage.open(target, interruption: interruption, standing: output)
    if let output, stage.manifest != output.manifest { throw .outdated }
    stage.putStanding(among: plan.files)
    let failures = await parallelMap(plan.files.filter { !$0.isStanding }, grain: 1) {
        file -> OutputFailure? in
        do throws(OutputFailure) {
            try stage.put(file)
            return nil
        } catch {
            return error
        }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
    defer { stage.release() }
    let summary = try stage.change()
    await finish(stage, summary)
    return summary
}

/// What would keep `publish` from changing Output; nothing is written, and no lock is taken.
package func conflicts(
    of plan: OutputPlan, in target: OutputTarget
) throws(OutputFailure) -> [Diagnostic] {
    let problems = OutputProblems(shown: target.shownAs)
    do throws(FileProblem) {
        var known = KnownOutput(.none, problems: problems)
        if let state = try StateFolder.existing(for: target) {
            known = KnownOutput(try state.read("manifest"), problems: problems)
        }
        let tree = OutputTree(folder: try Folder.open(target.folder, shownAs: target.shownAs))
        var record = OutputRecord()
        for file in plan.files {
            let standing = try tree.standing(of: file, owned: known.owned[file.path])
            _ = record.take(file, standing, adopts: target.adopts, problems: problems)
        }
        let change = try OutputChange(
            record, before: known.owned, tree: tree, place: .state, problems: problems)
        return (change.conflicts + known.diagnostics + change.warnings).sorted()
    } catch {
        if error.number == ENOENT { return [] }
        if error.number == ENOTDIR { return [problems.notAFolder] }
        throw .machine(error)
    }
}
