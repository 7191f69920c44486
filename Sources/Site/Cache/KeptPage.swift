import Claims
import Diagnostics

/// A page as it is kept on the disk: with what it was made from, and what later stages ask of it. Its bytes stand
/// in Output.
///
/// Kept are pages without figures, facts and claims, of which nothing is wrong; the others are made anew by each
/// process, and so what is wrong with them is told again.
struct KeptPage: Sendable {
    /// The file of the text that it shows, `Content/articles/largest.md`.
    let article: String?
    /// All of it as it is written.
    let record: ArraySlice<UInt8>
    private let trace: Range<Int>
    private let rest: Range<Int>

    /// - Parameter bytes: those of the archive, of which `range` is the page's
    init(_ bytes: [UInt8], _ range: Range<Int>) throws(ArchiveDamage) {
        var archive = ArchiveReader(bytes, range)
        article = try archive.read()
        trace = try archive.passOver()
        rest = try archive.passOver()
        record = bytes[range]
    }

    /// - Parameter versions: those of the build that kept the page: it holds all of its inputs in these
    func trace(_ versions: [Input: SHA256]) throws(ArchiveDamage) -> PageTrace {
        var archive = ArchiveReader(record, trace)
        archive.path = article ?? ""
        let own = try archive.read(SHA256.self)
        let inputs = try archive.read([Input].self)
        let links = try archive.read([NotedLink].self)
        return PageTrace(
            own: own,
            inputs: Dictionary(inputs.compactMap { input in versions[input].map { (input, $0) } }) {
                first, _ in first
            }, links: Dictionary(links.map { ($0.question, $0.answer) }) { first, _ in first })
    }

    /// The page in this build, for a plan that says the same of it.
    func page(_ plan: PagePlan, _ content: FileContent) throws(ArchiveDamage) -> RenderedPage {
        var archive = ArchiveReader(record, rest)
        archive.path = article ?? ""
        let reading = try archive.read(PageReading.self)
        let unverified = try archive.read([UnverifiedNumber].self)
        return RenderedPage(
            plan: plan, content, unverified: unverified, reading: reading,
            anchorReferences: try archive.read(), isReused: true, kept: self)
    }
}

extension RenderedPage {
    /// The same page with what is kept of it, where it is not one that is made anew by each process.
    func recorded(_ trace: PageTrace) -> RenderedPage {
        guard figures.isEmpty, statements.isEmpty, diagnostics.isEmpty else { return self }
        let bytes = record(trace)
        return keeping(try? KeptPage(bytes, bytes.indices))
    }

    private func record(_ trace: PageTrace) -> [UInt8] {
        var archive = ArchiveWriter()
        archive.path = plan.article?.path ?? ""
        archive.write(plan.article?.path)
        archive.writePassable { archive in
            archive.write(trace.own)
            archive.write(Array(trace.inputs.keys))
            archive.write(trace.links.map(NotedLink.init))
        }
        archive.writePassable { archive in
            archive.write(reading)
            archive.write(unverified)
            archive.write(anchorReferences)
        }
        return archive.bytes
    }
}
