import Diagnostics

/// What a figure has for itself as it is kept on the disk: what its pages and files were made from beside the figure,
/// and where they stand in Output.
struct KeptFigure: Sendable {
    /// All of it as it is written.
    let record: ArraySlice<UInt8>
    private let trace: Range<Int>
    private let rest: Range<Int>

    /// - Parameter bytes: those of the archive, of which `range` is the figure's
    init(_ bytes: [UInt8], _ range: Range<Int>) throws(ArchiveDamage) {
        var archive = ArchiveReader(bytes, range)
        trace = try archive.passOver()
        rest = try archive.passOver()
        record = bytes[range]
    }

    /// - Parameter versions: those of the build that kept it
    func trace(_ versions: [Input: SHA256]) throws(ArchiveDamage) -> PageTrace {
        var archive = ArchiveReader(record, trace)
        return PageTrace(own: try archive.read(), inputs: try archive.inputs(in: versions), links: [:])
    }

    /// The same in this build; nil where one of its files does not stand any more.
    ///
    /// - Parameter plans: say the same of its pages
    func part(
        of entry: FigureCatalogue.Entry, _ plans: [PagePlan], in output: StandingOutput
    ) throws(ArchiveDamage) -> FigureStage.Part? {
        var archive = ArchiveReader(record, rest)
        var part = FigureStage.Part(figure: entry.figure, pages: [])
        for plan in plans {
            let reading = try archive.read(PageReading.self)
            let references = try archive.read([AnchorReference].self)
            guard let content = output.content(at: plan.address.file) else { return nil }
            part.pages.append(
                RenderedPage(
                    plan: plan, content, reading: reading, anchorReferences: references, isReused: true))
        }
        for address in try archive.read([SiteAddress].self) {
            guard let content = output.content(at: address.file) else { return nil }
            part.files.append(RenderedSite.File(address: address, content))
        }
        part.kept = self
        return part
    }
}

extension FigureStage.Part {
    /// The same with what is kept of it, if nothing is wrong with its pages.
    func recorded(_ trace: PageTrace) -> FigureStage.Part {
        guard pages.allSatisfy(\.diagnostics.isEmpty) else { return self }
        var archive = ArchiveWriter()
        archive.writePassable { archive in
            archive.write(trace.own)
            archive.write(Array(trace.inputs.keys))
        }
        archive.writePassable { archive in
            for page in pages {
                archive.write(page.reading)
                archive.write(page.anchorReferences)
            }
            archive.write(files.map(\.address) + pictures.map(\.address))
        }
        var part = self
        part.kept = try? KeptFigure(archive.bytes, archive.bytes.indices)
        return part
    }
}
