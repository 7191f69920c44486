package import Diagnostics
import Foundation

/// A site as it was at a revision of git, in a folder of its own.
///
/// git is asked by a subprocess with its arguments as a list, never by way of a shell. The files come from
/// git's own tree: the working folder, its index and its hooks are left alone.
package struct GitRevision: Sendable {
    /// The folder, to be removed by its taker.
    package let folder: String
    /// `HEAD~1 (3f2a91c)`
    package let name: String

    /// Nil with a problem where the folder is in no repository, or where it has no such revision.
    package init?(_ revision: String, of source: String, reporting diagnostics: inout [Diagnostic]) {
        guard let git = Git(in: source) else {
            diagnostics.append(
                Diagnostic(
                    "no-git", "git could not be started, so no revision can be looked at",
                    help: "install git, or name a folder", failing: .surroundings))
            return nil
        }
        guard let repository = git.line(["rev-parse", "--absolute-git-dir"]) else {
            diagnostics.append(
                Diagnostic(
                    "no-site", "'\(revision)' is no folder, and '\(source)' is in no git repository",
                    help: "name two folders of sites: sitegen diff OLD NEW"))
            return nil
        }
        guard
            let commit = git.line([
                "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
            ])
        else {
            let names = git.lines(["for-each-ref", "--format=%(refname:short)"]) ?? []
            diagnostics.append(
                Diagnostic(
                    "unknown-revision", "'\(revision)' is neither the folder of a site nor a revision of git",
                    help: nearMiss(revision, among: names).map { "did you mean '\($0)'?" }
                        ?? "name a folder, a branch, a tag or a commit, such as HEAD~1"))
            return nil
        }
        let folder = NSTemporaryDirectory() + "/sitegen-" + UUID().uuidString
        let own = Git(in: folder, repository: repository, index: folder + ".index", creating: true)
        defer { try? FileManager.default.removeItem(atPath: folder + ".index") }
        guard let tree = git.line(["rev-parse", "--verify", "--quiet", commit + ":./"]), let own,
            own.lines(["read-tree", tree]) != nil, own.lines(["checkout-index", "--all", "--quiet"]) != nil
        else {
            try? FileManager.default.removeItem(atPath: folder)
            diagnostics.append(
                Diagnostic(
                    "git", "the site as of '\(revision)' could not be taken out of git",
                    notes: ["its folder may not have been there yet"]))
            return nil
        }
        self.folder = folder
        name = revision.hasPrefix(commit.prefix(7)) ? revision : "\(revision) (\(commit.prefix(7)))"
    }

    package func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// git, asked in one folder.
private struct Git {
    let folder: String
    let environment: [String: String]

    init?(in folder: String, repository: String? = nil, index: String? = nil, creating: Bool = false) {
        if creating {
            guard
                (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true))
                    != nil
            else { return nil }
        }
        // What a hook or another git left in the environment would lead to another repository.
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        variables["GIT_DIR"] = repository
        variables["GIT_WORK_TREE"] = repository == nil ? nil : folder
        variables["GIT_INDEX_FILE"] = index
        self.folder = folder
        environment = variables
    }

    func line(_ arguments: [String]) -> String? { lines(arguments)?.first }

    /// What git prints; nil where it fails.
    func lines(_ arguments: [String]) -> [String]? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return text.split(separator: "\n").map(String.init)
    }
}
