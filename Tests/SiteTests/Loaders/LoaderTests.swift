import Diagnostics
import Foundation
import Testing

@testable import Site

/// A site whose table comes from a program, and which allows it.
private let site = [
    "Content/site.yaml": "title: Rivers\ndata: { allow_loaders: true }\n",
    "Content/index.md": "# Rivers\n",
]

@Suite struct `Data from loaders` {
    @Test(arguments: [
        ("Content/data/speeds.csv.sh", "Content/data/speeds.csv"),
        ("Content/data/speeds.csv.sql.py", "Content/data/speeds.csv"),
        ("Content/data/a/b.json.py", "Content/data/a/b.json"), ("Content/data/speeds.csv", nil),
        ("Content/data/speeds.v2.csv", nil), ("Content/data/speeds.sh", nil), ("Content/data/csv.sh", nil),
    ])
    func `a loader is named after what it writes`(path: String, output: String?) {
        #expect(DataLoader(path: path)?.output == output)
    }

    @Test func `a program's output is a table, and is kept until a file beside it changes`() async throws {
        let site = try loading(
            "Content/data/rivers.csv.sh", "echo run >> ../../runs\necho name,km\ncat rhine.txt\n",
            beside: ["Content/data/rhine.txt": "Rhine,1233\n"])
        #expect(await site.build().problems == [])
        #expect(site.page("data/rivers.csv") == "name,km\nRhine,1233\n")
        try site.edit("Content/index.md", "# Long rivers\n")
        #expect(await site.build().problems == [])
        #expect(try site.folder.read("runs") == "run\n")
        try site.edit("Content/data/rhine.txt", "Rhine,1232\n")
        #expect(await site.build().problems == [])
        #expect(try site.folder.read("runs") == "run\nrun\n")
        #expect(site.page("data/rivers.csv") == "name,km\nRhine,1232\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.root + "/.sitegen/cache/loaders").count
                == 1)
    }

    @Test func `what a loader printed anew is built, whatever asked it again`() async throws {
        let site = try loading(
            "Content/data/rivers.csv.sh", "echo name,km\necho Rhine,$(cat ../../length)\n",
            beside: [
                "length": "1233", "Content/a.md": "# A\n",
                "Content/b.md": "# B\n\n`=SELECT km FROM rivers` km\n",
            ])
        #expect(await site.build().problems(besides: ["claims-new"]) == [])
        try site.edit("length", "1232")
        await site.build {
            $0.ignoresCache = true
            $0.output = site.root + "/Staging"
        }
        await site.build()
        #expect(site.page("b/index.html")?.contains("1232") == true)
        try site.edit("length", "1231")
        try site.remove(".sitegen/cache/loaders")
        waitForSettledStamps(since: timeOfStamps())
        try site.edit("Content/a.md", "# A\n\nEdited.\n")
        await site.build()
        #expect(site.page("b/index.html")?.contains("1231") == true)
        #expect(site.page("data/rivers.csv")?.contains("1231") == true)
    }

    @Test func `what a loader printed is not believed where it is not as it was kept`() async throws {
        let site = try loading("Content/data/rivers.csv.sh", "echo name,km\necho Rhine,1233\n")
        await site.build()
        for name in try site.folder.tree(".sitegen/cache/loaders").keys {
            try site.edit(".sitegen/cache/loaders/" + name, "name,km\nRhine,1\n")
        }
        #expect(await site.build().problems == [])
        #expect(site.page("data/rivers.csv") == "name,km\nRhine,1233\n")
    }

    @Test func `a site that does not allow loaders runs none`() async throws {
        let site = try loading("Content/data/rivers.csv.sh", "touch ../../ran\necho name,km\n")
        try site.edit("Content/site.yaml", "title: Rivers\n")
        #expect(
            await site.build().problems == [
                "Content/data/rivers.csv.sh:0: warning: this program is not run, because the site does not allow loaders"
            ])
        #expect(!FileManager.default.fileExists(atPath: site.root + "/ran"))
    }

    @Test func `a program that fails is told of with its last words, and nothing is written`() async throws {
        let site = try loading(
            "Content/data/rivers.csv.sh", "echo name,km\necho 'no route to host' >&2\nexit 7\n")
        let report = await site.build()
        #expect(
            report.problems == [
                "Content/data/rivers.csv.sh:0: error: this program ended with status 7, so there is no "
                    + "'Content/data/rivers.csv'"
            ])
        #expect(report.diagnostics.first?.notes == ["it said: no route to host"])
        #expect(report.diagnostics.first?.failing == .surroundings)
        #expect(try site.output() == [:])
    }

    @Test(arguments: [
        ("rivers.csv", "there is also a file 'Content/data/rivers.csv', for which this program would stand"),
        ("rivers.csv.py", "'Content/data/rivers.csv.py' stands for the same file 'Content/data/rivers.csv'"),
    ])
    func `two sources of one table are refused`(other: String, message: String) async throws {
        let site = try loading("Content/data/rivers.csv.sh", "echo name,km\necho Rhine,1233\n")
        try site.edit("Content/data/" + other, "#!/bin/sh\necho name,km\necho Rhine,1233\n")
        if other.hasSuffix(".py") { try site.allowRunning("Content/data/" + other) }
        #expect(await site.build().problems.contains("Content/data/rivers.csv.sh:0: error: " + message))
    }

    @Test func `a program that never ends is stopped`() throws {
        let folder = try TemporaryFolder()
        for name in ["out", "errors"] { try folder.write("", to: name) }
        try folder.write("#!/bin/sh\nexec sleep 600\n", to: "slow")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/slow")
        let run = LoaderRun(program: folder.path + "/slow", folder: folder.path, limit: 0)
        #expect(
            run.run(output: folder.path + "/out", errors: folder.path + "/errors") == .tooLate(seconds: 0))
    }

    private func loading(
        _ path: String, _ script: String, beside files: [String: String] = [:]
    ) throws -> SiteFixture {
        let fixture = try SiteFixture(
            site.merging(files) { $1 }.merging([path: "#!/bin/sh\n" + script]) { $1 })
        try fixture.allowRunning(path)
        return fixture
    }
}

extension SiteFixture {
    fileprivate func allowRunning(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: root + "/" + path)
    }
}
