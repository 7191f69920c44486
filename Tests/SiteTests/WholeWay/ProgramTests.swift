import Foundation
import Testing

@testable import Site

@Suite(.serialized) struct `The program` {
    /// A site with enough pages that a signal finds it at work.
    private static let many = clinics.with(
        Dictionary(
            uniqueKeysWithValues: (0..<80).map { ("Content/notes/\($0).md", "# Note \($0)\n\n> Text\n") }))

    @Test(arguments: [
        ("fine", [:], [String](), 0 as Int32, "Built 10 pages"),
        ("an error", ["Content/a.md": "# A\n\n[x](/nowhere/)\n"], [], 1, "Content/a.md:3:1: error: "),
        ("a warning under --strict", ["Content/a.md": "# A\n\n<b>x</b>\n"], ["--strict"], 2, "warning: "),
        ("a flag that does not exist", [:], ["--strickt"], 64, "--strict"),
    ])
    func `its exit status tells what happened`(
        name: String, files: [String: String], flags: [String], status: Int32, words: String
    ) async throws {
        let site = try SiteFixture(clinics.with(files))
        let arguments = flags.first ?? "--format=text"
        let ending = try await Program("build", "--source", site.root, arguments).end()
        #expect(ending.status == status, "\(ending.problems)")
        #expect((ending.output + ending.problems).contains(words))
    }

    @Test func `zone, locale, working folder and umask leave no trace in the output`() async throws {
        let (here, there) = (try SiteFixture(clinics), try SiteFixture(clinics))
        #expect(try await Program("build", "-s", here.root).end().status == 0)
        let away = try await Program(
            "build", after: "umask 077", in: there.root,
            environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"]
        ).end()
        #expect(away.status == 0)
        #expect(try here.output() == there.output())
        let page = SourceFiles(root: there.root).stamp(of: "Output/index.html")
        #expect(page?.permissions == 0o644)
    }

    @Test func `thirty-two open files are enough`() async throws {
        let site = try SiteFixture(Self.many)
        let ending = try await Program("build", "-s", site.root, after: "ulimit -n 32").end()
        #expect(ending.status == 0, "\(ending.problems)")
    }

    @Test(arguments: [60, 200, 400])
    func `killed at any moment, it leaves the old site or completes the new one`(milliseconds: Int)
        async throws
    {
        let site = try SiteFixture(clinics)
        #expect(try await Program("build", "-s", site.root).end().status == 0)
        let old = try site.output()
        for (path, text) in Self.many { try site.edit(path, text) }
        let program = try Program("build", "-s", site.root)
        try await Task.sleep(for: .milliseconds(milliseconds))
        program.send(SIGKILL)
        _ = try await program.end()
        let journal = try site.folder.tree(".sitegen").keys.contains { $0.contains("journal") }
        let left = try site.output()
        #expect(left == old || journal || left.count > 80)
        let next = try await Program("build", "-s", site.root).end()
        #expect(next.status == 0, "\(next.problems)")
        let clean = try SiteFixture(Self.many)
        #expect(try await Program("build", "-s", clean.root).end().status == 0)
        #expect(try site.output() == clean.output())
    }

    @Test(arguments: [(2 as Int32, 130 as Int32), (15, 143)])
    func `interrupted, it leaves the output as it was`(signal: Int32, status: Int32) async throws {
        let site = try SiteFixture(Self.many)
        let stage = try OutputStage.open(
            OutputTarget(folder: site.root + "/Output", shownAs: "Output", state: site.root + "/.sitegen"))
        defer { stage.discard() }
        let program = try Program("build", "--wait", "-s", site.root)
        try await Task.sleep(for: .milliseconds(800))
        program.send(signal)
        #expect(try await program.end().status == status)
        #expect(try site.output() == [:])
    }

    @Test(arguments: [2 as Int32, 15])
    func `a command that changes nothing ends at once when it is asked to`(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path(of: "pipe")
        let program = try Program("markdown", after: "mkfifo '\(pipe)'; exec <> '\(pipe)'")
        try await Task.sleep(for: .milliseconds(300))
        program.send(signal)
        #expect(try await program.end(within: 10).status == signal)
    }

    @Test func `a second build is refused while another one runs, or waits for it`() async throws {
        let site = try SiteFixture(clinics)
        let stage = try OutputStage.open(
            OutputTarget(folder: site.root + "/Output", shownAs: "Output", state: site.root + "/.sitegen"))
        let refused = try await Program("build", "-s", site.root).end()
        #expect(refused.status == 4)
        #expect(refused.problems.contains("--wait"))
        let waiting = try Program("build", "--wait", "-s", site.root)
        try await Task.sleep(for: .milliseconds(500))
        stage.discard()
        #expect(try await waiting.end().status == 0)
        #expect(site.page("index.html") != nil)
    }

    @Test(.enabled(if: TinyDisk.isAvailable, "mounting a file system needs root"))
    func `a full disk is told as such, and nothing of the site is left on it`() async throws {
        let site = try SiteFixture(Self.many)
        let disk = try TinyDisk(kilobytes: 128)
        let ending = try await Program("build", "-s", site.root, "-o", disk.path + "/site").end()
        #expect(ending.status == 3, "\(ending.problems)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
    }

    @Test func `annotations go to GitHub Actions, and colour where it is asked for`() async throws {
        let site = try SiteFixture(rivers.with(["Content/a.md": "# A\n\n[x](/nowhere/)\n"]))
        let plain = try await Program("check", "-s", site.root).end()
        #expect(!plain.problems.contains("\u{1B}") && !plain.output.contains("::error"))
        let actions = try await Program(
            "check", "-s", site.root, environment: ["GITHUB_ACTIONS": "true", "CLICOLOR_FORCE": "1"]
        ).end()
        #expect(actions.problems.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        #expect(actions.output.contains("::error file=Content/a.md,line=3,col=1::"))
        let both = try await Program(
            "check", "-s", site.root, environment: ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]
        ).end()
        #expect(!both.problems.contains("\u{1B}"))
    }
}
