import Datasets
import Diagnostics
import Testing

@testable import Site

@Suite struct `What is archived is read as it was` {
    private func read<Value: Archivable & Equatable>(_ value: Value) throws -> Value {
        var archive = ArchiveWriter()
        archive.write(value)
        var reader = ArchiveReader(archive.bytes)
        let read: Value = try reader.read()
        #expect(reader.isAtEnd)
        return read
    }

    @Test(arguments: [0, 1, -1, 63, 64, 127, 128, -129, 1 << 40, .max, .min])
    func `whole numbers`(number: Int) throws {
        #expect(try read(number) == number)
    }

    @Test func `texts, flags, lists, nothing and dictionaries`() throws {
        #expect(try read("naïve 🏔") == "naïve 🏔")
        #expect(try read([true, false]) == [true, false])
        #expect(try read(["a": nil, "b": ["c"]]) == ["a": nil, "b": ["c"]])
    }

    @Test(arguments: ["0001-01-01", "2024-02-29", "9999-12-31"])
    func `days`(day: String) throws {
        let date = try #require(PublicationDate(day))
        #expect(try read(date) == date)
    }

    @Test func `what a file says of itself`() throws {
        let text = """
            ---
            title: The Rhine
            date: 2020-01-02
            tags: [water, bonn]
            weight: -3
            toc: false
            corrections: [{ date: 2020-02-03, text: It was 4 m. }]
            params: { deep: { list: [1, 2.5, true, null, text] } }
            ---
            # Rhine
            """
        var problems: [Diagnostic] = []
        let file = SourceText(path: "Content/notes/rhine.md", text)
        let block = FrontMatterBlock(in: file, reporting: &problems)
        let matter = FrontMatter(of: file, block: block, taxonomies: [], reporting: &problems)
        #expect(problems.isEmpty)
        let face = Article.Face(
            path: file.path, frontMatter: matter, heading: "Rhine",
            links: LinkDestinations(["/", "elbe.md"]),
            figures: [.own("heights"), .named("floods")], paths: [file.path, "Content/_part.md"])
        #expect(try read(face) == face)
    }

    @Test(arguments: Array(0..<39))
    func `what was cut short is damaged, not read`(count: Int) throws {
        var archive = ArchiveWriter()
        archive.write(["Rhine", "Elbe", "Oder, which is long enough"])
        var reader = ArchiveReader(Array(archive.bytes.prefix(count)))
        #expect(count < archive.bytes.count)
        #expect(throws: ArchiveDamage.self) { try reader.read([String].self) }
    }
}
