import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct OutputDiskTests {
    @Test func `modes do not depend on the umask`() throws {
        let site = try PublishedSite()
        let before = umask(0o077)
        defer { umask(before) }
        try site.publish(["a/b.html": "b"])
        #expect(site.permissions("a/b.html") == "644")
        #expect(site.permissions("a") == "755")
        #expect(SourceFiles(root: site.folder.path).stamp(of: "Output")?.permissions == 0o755)
    }

    @Test(.enabled(if: TinyDisk.isAvailable, "mounting a file system needs root"), arguments: 0...7)
    func `a full disk leaves the output as it was`(freePages: Int) throws {
        let old = ["a.html": "1", "b/index.html": "1", "gone/c.html": "1"]
        let new = ["a.html": "2", "b/index.html": "2", "d/e/f.html": "2", "g.html": "2"]
        let disk = try TinyDisk(kilobytes: 256)
        let site = try PublishedSite(in: disk.path)
        try site.publish(old)
        let ballast = (0..<64).prefix { (try? site.folder.write("x", to: "ballast/\($0)")) != nil }
        for number in ballast.prefix(freePages) { try site.folder.remove("ballast/\(number)") }
        let problems = try site.problems(new)
        #expect(problems.isEmpty == (freePages >= 6), "four for the files, two for what is written down")
        if problems.isEmpty {
            #expect(try site.output() == new)
        } else {
            #expect(problems.map(\.failing) == [.surroundings])
            #expect(try site.output() == old)
            #expect(try site.state().keys.filter { !$0.hasSuffix("/manifest") }.isEmpty)
            #expect(!site.folder.exists("Output/d"))
        }
        try site.folder.remove("ballast")
        try site.publish(new)
        #expect(try site.output() == new)
    }

    @Test(.enabled(if: TinyDisk.isAvailable, "mounting a file system needs root"), arguments: 17...40)
    func `so does a disk that can hold no more files`(files: Int) throws {
        let disk = try TinyDisk(kilobytes: 1_024, files: files)
        guard let site = try? PublishedSite(in: disk.path), (try? site.publish(["a.html": "1"])) != nil else {
            return
        }
        let new = ["a.html": "2", "b/c/index.html": "2", "d/e/f.html": "2", "g.html": "2", "h.html": "2"]
        guard try !site.problems(new).isEmpty else { return }
        #expect(try site.output() == ["a.html": "1"])
        #expect(try site.state().keys.filter { !$0.hasSuffix("/manifest") }.isEmpty)
    }

    @Test(.enabled(if: TinyDisk.isAvailable, "mounting a file system needs root"))
    func `an output on another file system is staged beside it, or in it where it is all of it`() throws {
        let disk = try TinyDisk(kilobytes: 256)
        for place in ["", "/site"] {
            var site = try PublishedSite()
            site.target.folder = disk.path + place
            let stage = try OutputStage.open(site.target)
            #expect(stage.stage.place == (place.isEmpty ? .inside : .beside))
            try stage.put(OutputFile(path: try SitePath("a/b.html"), bytes: [0x62]))
            #expect(try stage.commit().written == 1)
            #expect(SourceFiles(root: disk.path + place).stamp(of: "a/b.html")?.size == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path + place) == ["a"])
            try site.publish([:])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["site"])
    }

    @Test func `files are put from many threads at once`() async throws {
        let site = try PublishedSite()
        let stage = try OutputStage.open(site.target)
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    let path = try SitePath("p\(number % 7)/\(number).html")
                    try stage.put(OutputFile(path: path, bytes: Array("\(number)".utf8)))
                }
            }
            try await group.waitForAll()
        }
        #expect(try stage.commit().written == 200)
        #expect(try site.output().allSatisfy { $0.key.hasSuffix("/\($0.value).html") })
    }
}
