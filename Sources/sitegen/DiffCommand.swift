import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `sitegen diff`
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what changed in data, ranks, claims, charts and pages between two states of a site.",
        discussion: """
            A state is the folder of a site, or a revision of git (HEAD~1, a tag, a commit). Without NEW the old \
            state is compared with the site as it is now. The exit status is 2 where a claim no longer holds.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, html
    }

    @Option(name: [.short, .long], help: "The folder that holds Content/ and Templates/.")
    var source = "."

    @Option(help: "How the findings are printed: text, json, or html for one page of its own.")
    var format = Format.text

    @Option(name: [.short, .long], help: "Write them into this file instead.")
    var output: String?

    @Argument(help: "The old state: a folder, or a revision of git.")
    var old: String

    @Argument(help: "The new state (default: the site as it is now).")
    var new: String?

    func run() async throws {
        let printer = DiagnosticPrinter(format: .text, environment: Environment(), isQuiet: true)
        var revisions: [GitRevision] = []
        defer { for revision in revisions { revision.remove() } }
        let (before, oldName) = try folder(old, &revisions, printer)
        let (after, newName) = try new.map { try folder($0, &revisions, printer) } ?? (source, "now")
        let difference = await SiteBuild.difference(
            from: options(before), named: oldName, to: options(after), named: newName)
        printer.print(difference.errors)
        try write(difference.findings)
        if !difference.errors.isEmpty { throw ExitStatus(for: difference.errors, strict: false).code }
        if !difference.brokenClaims.isEmpty { throw ExitStatus.checkFailed.code }
    }

    private func options(_ folder: String) -> BuildOptions {
        BuildOptions(source: folder, today: PublicationDate(secondsSince1970: 0)).withAllPages
    }

    /// The folder of a state and what it is called.
    private func folder(
        _ state: String, _ revisions: inout [GitRevision], _ printer: DiagnosticPrinter
    ) throws -> (String, String) {
        if FileManager.default.fileExists(atPath: state + "/Content") { return (state, state) }
        var problems: [Diagnostic] = []
        guard let revision = GitRevision(state, of: source, reporting: &problems) else {
            printer.print(problems)
            throw ExitStatus(for: problems, strict: false).code
        }
        revisions.append(revision)
        guard FileManager.default.fileExists(atPath: revision.folder + "/Content") else {
            StandardStream.error.print("error: there was no site in this folder at '\(state)'")
            throw ExitStatus.siteHasErrors.code
        }
        return (revision.folder, revision.name)
    }

    private func write(_ findings: Findings) throws {
        let text =
            switch format {
            case .text: findings.text
            case .json: findings.json
            case .html: findings.page
            }
        guard let output else {
            StandardStream.output.write(Array(text.utf8))
            return
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output))
        } catch {
            StandardStream.error.print("error: cannot write \(output)")
            throw ExitStatus.surroundingsFailed.code
        }
    }
}
