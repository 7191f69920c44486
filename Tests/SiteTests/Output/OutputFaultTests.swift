import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct OutputFaultTests {
    let site: PublishedSite

    init() throws {
        site = try PublishedSite()
    }

    /// Publishes what leads to a journal, and puts Output back to where the process is killed: after so
    /// many of its steps.
    private func killed(after steps: Int, _ old: [String: String], _ new: [String: String]) throws {
        try site.publish(old)
        let stage = try OutputStage.open(site.target)
        for file in try PublishedSite.plan(new).files { try stage.put(file) }
        let ledger = try stage.settle().ledger
        try stage.prepare(ledger)
        let taken = Ledger(place: .state, kept: [:], steps: Array(ledger.steps.prefix(steps)))
        var replay = Replay(taken, problems: stage.problems)
        try replay.takeSteps(from: stage.stage, into: stage.tree, interruption: Interruption())
    }

    @Test(arguments: 0...5)
    func `a build killed after its commit point is completed by the next one`(steps: Int) throws {
        let old = ["index.html": "1", "gone.html": "1", "x/y.html": "1", "t": "1"]
        let new = ["index.html": "2", "new/index.html": "2", "t/u.html": "2"]
        try killed(after: steps, old, new)
        let summary = try site.publish(new)
        #expect(summary.diagnostics.map(\.code) == ["build-completed"])
        #expect((summary.written, summary.unchanged) == (0, 3))
        #expect(try site.output() == new)
        #expect(try site.state().keys.filter { !$0.hasSuffix("/manifest") }.isEmpty)
        #expect(try site.publish(new).diagnostics.isEmpty)
    }

    @Test func `folders of a build killed before its commit point do not stay behind`() throws {
        try site.publish(["a.html": "1"])
        let stage = try OutputStage.open(site.target)
        try NewFolders(for: [try SitePath("b/c/d.html")], in: stage.tree).make(
            in: stage.tree, state: stage.state)
        stage.discard()
        #expect(site.folder.exists("Output/b/c"))
        try site.publish(["a.html": "1"])
        #expect(!site.folder.exists("Output/b"))
        #expect(try site.state().keys.allSatisfy { $0.hasSuffix("/manifest") })
    }

    @Test func `a pending change whose stage is lost leaves nothing of sitegen's behind as a stranger`()
        throws
    {
        try killed(after: 1, ["a.html": "1", "b.html": "1"], ["a.html": "2", "b.html": "2"])
        try site.folder.remove(".sitegen/stage")
        try site.publish(["a.html": "3", "b.html": "3"])
        #expect(try site.output() == ["a.html": "3", "b.html": "3"])
    }

    @Test(arguments: [
        "", "sitegen ledger 2\nstage state\nend 2\n", "{}\n", "sitegen ledger 1\nstage state\nend 3\n",
        "sitegen ledger 1\nstage state\nkeep \(String(repeating: "0", count: 64)) 1 ../../victim\nend 3\n",
        "sitegen ledger 1\nstage state\nkeep \(String(repeating: "0", count: 64)) 1 /etc/passwd\nend 3\n",
    ])
    func `a manifest that cannot be read removes nothing and is written anew`(manifest: String) throws {
        try site.publish(["a.html": "a", "b.html": "b"])
        let name = try #require(try site.state().keys.first { $0.hasSuffix("/manifest") })
        try site.folder.write(manifest, to: ".sitegen/" + name)
        let summary = try site.publish(["a.html": "a"])
        #expect(summary.diagnostics.map(\.code) == ["manifest-damaged"])
        #expect(try site.output() == ["a.html": "a", "b.html": "b"])
        #expect(try site.publish([:]).removed == 1)
    }

    @Test func `without what sitegen keeps, the same site is taken as its own`() throws {
        try site.publish(["a.html": "a"])
        try site.folder.remove(".sitegen")
        #expect(try site.publish(["a.html": "a"]).unchanged == 1)
        #expect(try site.publish([:]).removed == 1)
    }

    @Test func `a second build is told who holds the lock`() throws {
        let stage = try OutputStage.open(site.target)
        defer { stage.discard() }
        do {
            try site.publish(["a.html": "a"])
            Issue.record("the lock was not held")
        } catch OutputFailure.busy(let holder) {
            #expect(holder.process == Int(ProcessInfo.processInfo.processIdentifier))
            #expect(holder.since?.hasSuffix(" UTC") == true)
            #expect(holder.path == ".sitegen/lock")
        }
        var other = site
        other.target.state = site.folder.path(of: "other/.sitegen")
        #expect(try other.problems(["a.html": "a"]).map(\.code) == ["build-running"])
    }

    @Test func `a build that waits for a lock can be interrupted`() throws {
        let stage = try OutputStage.open(site.target)
        defer { stage.discard() }
        var other = site
        other.target.waits = true
        let interruption = Interruption()
        interruption.request(15)
        #expect(throws: OutputFailure.interrupted(signal: 15)) {
            try other.publish(["a.html": "a"], interruption: interruption)
        }
    }

    @Test func `an interrupted build leaves the output as it was`() throws {
        try site.publish(["a.html": "a"])
        let state = try site.state()
        let interruption = Interruption()
        let stage = try OutputStage.open(site.target, interruption: interruption)
        try stage.put(OutputFile(path: try SitePath("b/c.html"), bytes: [1]))
        interruption.request(2)
        #expect(throws: OutputFailure.interrupted(signal: 2)) { try stage.commit() }
        #expect(try site.output() == ["a.html": "a"])
        #expect(try site.state() == state)
        #expect(!site.folder.exists("Output/b"))
    }

    @Test func `an output that did not exist is gone again when the build is given up`() throws {
        let stage = try OutputStage.open(site.target)
        #expect(site.folder.exists("Output"))
        stage.discard()
        #expect(!site.folder.exists("Output"))
    }

    @Test(arguments: ["", "/..", "/.sitegen", "/.sitegen/stage"])
    func `the output cannot be the site's own folder, or hold it, or lie in sitegen's`(place: String) throws {
        var other = site
        other.target.folder = site.folder.path + place
        #expect(try other.problems(["a.html": "a"]).map(\.code) == ["output-holds-source"])
    }

    @Test func `an output that is a file is refused`() throws {
        try site.folder.write("mine", to: "Output")
        #expect(try site.problems(["a.html": "a"]).map(\.code) == ["output-not-a-folder"])
        #expect(try site.folder.read("Output") == "mine")
    }

    @Test func `a ledger is read back as it was written`() throws {
        let file = OwnedFile(digest: SHA256(of: [1]), size: 1)
        let ledger = Ledger(
            place: .beside, kept: [try SitePath("a b/ü.html"): file],
            steps: [.put(try SitePath("c d"), file, staged: 7), .remove(try SitePath("e"), file)])
        #expect(Ledger(ledger.text) == ledger)
        for count in 0..<ledger.text.count { #expect(Ledger(Array(ledger.text.prefix(count))) == nil) }
    }
}
