import Claims
import Diagnostics

/// A page as it is kept on the disk: with what it was made from, and what later stages ask of it. Its bytes stand
/// in Output.
struct KeptPage: Sendable {
    /// The file of the text that it shows, `Content/articles/largest.md`.
    let article: String?
    /// All of it as it is written.
    let record: ArraySlice<UInt8>
    private let trace: Range<Int>
    private let whatWasRead: Range<Int>
    private let rest: Range<Int>

    /// - Parameter bytes: those of the archive, of which `range` is the page's
    init(_ bytes: [UInt8], _ range: Range<Int>) throws(ArchiveDamage) {
        var archive = ArchiveReader(bytes, range)
        article = try archive.read()
        trace = try archive.passOver()
        whatWasRead = try archive.passOver()
        rest = try archive.passOver()
        record = bytes[range]
    }

    /// - Parameter versions: those of the build that kept the page: it holds all of its inputs in these
    func trace(_ versions: [Input: SHA256]) throws(ArchiveDamage) -> PageTrace {
        var archive = ArchiveReader(record, trace)
        archive.path = article ?? ""
        let own = try archive.read(SHA256.self)
        let inputs = try archive.inputs(in: versions)
        let links = try archive.read([NotedLink].self)
        return PageTrace(
            own: own, inputs: inputs,
            links: Dictionary(links.map { ($0.question, $0.answer) }) { first, _ in first })
    }

    /// What the page was made from; nothing where the archive is damaged, which was seen when it was opened.
    var reading: PageReading {
        var archive = ArchiveReader(record, whatWasRead)
        archive.path = article ?? ""
        return (try? archive.read(PageReading.self)) ?? PageReading()
    }

    /// The page in this build, for a plan that says the same of it.
    func page(
        _ plan: PagePlan, _ content: FileContent, by renderer: PageRenderer, _ staleness: Staleness
    ) throws(ArchiveDamage) -> RenderedPage {
        var archive = ArchiveReader(record, rest)
        archive.path = article ?? ""
        let unverified = try archive.read([UnverifiedNumber].self)
        let references = try archive.read([AnchorReference].self)
        let diagnostics = try archive.read([Diagnostic].self)
        let statements = try archive.read([Statement].self)
        var figures: [Figure] = []
        let count = try archive.read(Int.self)
        if count > 0 {
            let absent = AbsentFigures(of: plan, by: renderer, staleness)
            for _ in 0..<count {
                figures.append(try Figure(from: &archive, renderer.settings.format, absent))
            }
        }
        return RenderedPage(
            plan: plan, content, figures: figures, statements: statements, unverified: unverified,
            reading: nil, anchorReferences: references, diagnostics: diagnostics, isReused: true,
            kept: self)
    }
}

extension ArchiveReader {
    mutating func inputs(in versions: [Input: SHA256]) throws(ArchiveDamage) -> [Input: SHA256] {
        let inputs = try read([Input].self)
        return Dictionary(inputs.compactMap { input in versions[input].map { (input, $0) } }) { first, _ in
            first
        }
    }
}

extension RenderedPage {
    /// The same page with what is kept of it.
    func recorded(_ trace: PageTrace, madeBecause reason: RenderReason) -> RenderedPage {
        let bytes = record(trace)
        guard let kept = try? KeptPage(bytes, bytes.indices) else { return self }
        return keeping(kept, madeBecause: reason)
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
        archive.writePassable { $0.write(reading) }
        archive.writePassable { archive in
            archive.write(unverified)
            archive.write(anchorReferences)
            archive.write(diagnostics)
            archive.write(statements)
            archive.write(figures.count)
            for figure in figures { figure.write(to: &archive) }
        }
        return archive.bytes
    }
}
