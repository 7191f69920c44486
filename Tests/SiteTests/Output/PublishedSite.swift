import Diagnostics
import Testing

@testable import Site

/// A site's folder with an output in it, to publish into by a map from path to text.
struct PublishedSite {
    let folder: TemporaryFolder
    var target: OutputTarget

    init(in parent: String? = nil) throws {
        folder = try parent.map(TemporaryFolder.init(in:)) ?? TemporaryFolder()
        target = OutputTarget(
            folder: folder.path(of: "Output"), shownAs: "Output", state: folder.path(of: ".sitegen"))
    }

    static func plan(_ files: [String: String]) throws -> OutputPlan {
        OutputPlan(
            files: try files.map { OutputFile(path: try SitePath($0.key), bytes: Array($0.value.utf8)) })
    }

    @discardableResult
    func publish(
        _ files: [String: String], adopts: Bool = false, interruption: Interruption = Interruption()
    ) throws -> OutputSummary {
        var target = target
        target.adopts = adopts
        let stage = try OutputStage.open(target, interruption: interruption)
        for file in try Self.plan(files).files { try stage.put(file) }
        return try stage.commit()
    }

    /// The problems for which a build is refused; none where it is not.
    func problems(_ files: [String: String], adopts: Bool = false) throws -> [Diagnostic] {
        do {
            try publish(files, adopts: adopts)
            return []
        } catch let failure as OutputFailure {
            return failure.diagnostics
        }
    }

    func output() throws -> [String: String] { try folder.tree("Output") }

    /// Names and bytes of what sitegen keeps, but for the lock.
    func state() throws -> [String: String] {
        try folder.tree(".sitegen").filter { $0.key != "lock" && $0.key != ".gitignore" }
    }

    func modified(_ name: String) -> Int64? {
        SourceFiles(root: folder.path).stamp(of: "Output/" + name)?.modified
    }

    func permissions(_ name: String) -> String? {
        SourceFiles(root: folder.path).stamp(of: "Output/" + name).map { String($0.permissions, radix: 8) }
    }
}
