import Diagnostics
import Testing

@testable import Site

@Suite struct SourceFilesTests {
    let folder: TemporaryFolder
    var files: SourceFiles { SourceFiles(root: folder.path) }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `files are listed in the order of their bytes, without what editors leave behind`() throws {
        for name in [
            "b.md", "a/z.md", "a-b.md", "B.md", "é.md", ".hidden", ".git/config", "b.md~", "#b.md#",
            ".b.md.swp",
            "4913", ".well-known/security.txt",
        ] {
            try folder.write("x", to: "Content/" + name)
        }
        var problems: [Diagnostic] = []
        let paths = files.list("Content", reporting: &problems).map(\.path)
        let expected = [".well-known/security.txt", "B.md", "a-b.md", "a/z.md", "b.md", "é.md"]
        #expect(paths == expected.map { "Content/" + $0 })
        #expect(problems.isEmpty)
    }

    @Test func `a folder that does not exist holds no files`() {
        var problems: [Diagnostic] = []
        #expect(files.list("Content", reporting: &problems).isEmpty)
        #expect(problems.isEmpty)
    }

    @Test func `links are passed over with a warning, also on the way to a file`() throws {
        try folder.write("secret", to: "elsewhere/secret.md")
        try folder.write("x", to: "Content/a.md")
        try folder.link("Content/loop", to: ".")
        try folder.link("Content/out", to: folder.path(of: "elsewhere"))
        var problems: [Diagnostic] = []
        #expect(files.list("Content", reporting: &problems).map(\.path) == ["Content/a.md"])
        #expect(problems.map(\.code) == ["symbolic-link", "symbolic-link"])
        #expect(!problems.hasErrors)
        #expect(files.bytes(of: "Content/out/secret.md", limit: .markdown, reporting: &problems) == nil)
    }

    @Test func `a pipe and a name that is not UTF-8 are refused, and the others are still listed`() throws {
        try folder.write("x", to: "Content/a.md")
        try folder.makePipe("Content/pipe.md")
        try folder.makeEmptyFile(Array("Content/caf".utf8) + [0xE9])
        var problems: [Diagnostic] = []
        #expect(files.list("Content", reporting: &problems).map(\.path) == ["Content/a.md"])
        #expect(problems.map(\.code).sorted() == ["file-name-not-utf8", "not-a-file"])
        #expect(problems.contains { $0.location?.path == "Content/caf\\xE9" })
        problems = []
        #expect(files.bytes(of: "Content/pipe.md", limit: .markdown, reporting: &problems) == nil)
        #expect(problems.map(\.code) == ["not-a-file"])
    }

    @Test func `a file that is missing or too large is reported by name`() throws {
        try folder.write("12345", to: "a.md")
        var problems: [Diagnostic] = []
        let five = SizeLimit(kind: "a note", bytes: 5)
        let four = SizeLimit(kind: "a note", bytes: 4)
        #expect(files.bytes(of: "a.md", limit: five, reporting: &problems) == Array("12345".utf8))
        #expect(problems.isEmpty)
        #expect(files.bytes(of: "a.md", limit: four, reporting: &problems) == nil)
        #expect(files.bytes(of: "b.md", limit: four, reporting: &problems) == nil)
        #expect(problems.map(\.code) == ["file-too-large", "file-system"])
        #expect(problems[1].failing == .surroundings)
        #expect(problems[1].message == "cannot open it: it does not exist")
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0x62, 0xE9, 0x20], "this file is not UTF-8: byte 4 of it is 0xE9", 2, 2),
            ([0xED, 0xA0, 0x80], "this file is not UTF-8: byte 1 of it is 0xED", 1, 1),
            ([0x61, 0x00], "a text file cannot hold a NUL character", 1, 2),
            ([0xFF, 0xFE, 0x61, 0x00], "this file is UTF-16 or UTF-32, not UTF-8", 0, 0),
        ] as [([UInt8], String, Int, Int)])
    func `what is not text is refused at its place`(
        bytes: [UInt8], message: String, line: Int, column: Int
    ) {
        let problem = SourceText(path: "a.md", bytes: bytes).encodingProblem
        #expect(problem?.message == message)
        #expect(problem?.location == SourceLocation(path: "a.md", line: line, column: column))
    }
}
