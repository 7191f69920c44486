import Datasets
import Diagnostics

// What pages were made from and what they lead to, on the disk.

extension PageReading: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(parts)
        archive.write(templates)
        archive.write(names)
    }

    /// Without the links, which only `explain` asks for, of pages that it has made itself.
    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self.init()
        parts = try archive.read()
        templates = try archive.read()
        names = try archive.read()
    }
}

extension PageReading.Part: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(kind)
        archive.write(name)
        archive.write(location)
        archive.write(reading.tables.sorted())
        archive.write(reading.rows.sorted().map(\.number))
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        kind = try archive.read()
        name = try archive.read()
        location = try archive.read()
        var reading = Reading()
        reading.tables = Set(try archive.read([String].self))
        reading.rows = Set(try archive.read([Int64].self).map { RowID($0) })
        self.reading = reading
    }
}

extension PageReading.Part.Kind: Archivable {}

extension Input: Archivable {
    func write(to archive: inout ArchiveWriter) {
        switch self {
        case .file(let path):
            archive.write(0)
            archive.write(path)
        case .table(let name):
            archive.write(1)
            archive.write(name)
        case .shared(let name):
            archive.write(2)
            archive.write(name)
        case .provenance: archive.write(3)
        case .pictures: archive.write(4)
        }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        switch try archive.read(Int.self) {
        case 0: self = .file(try archive.read())
        case 1: self = .table(try archive.read())
        case 2: self = .shared(try archive.read())
        case 3: self = .provenance
        case 4: self = .pictures
        default: throw ArchiveDamage()
        }
    }
}

/// A question to the map of the site with its answer. Most stand in the page's own file, and lead to just what is
/// written there; of these nothing but that is kept.
struct NotedLink: Archivable {
    let question: LinkQuestion
    let answer: LinkAnswer

    init(_ question: LinkQuestion, _ answer: LinkAnswer) {
        self.question = question
        self.answer = answer
    }

    private enum Lead: Int, Archivable {
        case outside, nowhere, asWritten, elsewhere
    }

    func write(to archive: inout ArchiveWriter) {
        archive.write(question.destination)
        let isOwn = question.source.map { "Content/" + $0 == archive.path } ?? false
        archive.write(isOwn)
        if !isOwn { archive.write(question.source) }
        switch answer {
        case .outside: archive.write(Lead.outside)
        case .nowhere: archive.write(Lead.nowhere)
        case .inside(let address, "", nil) where address.text == question.destination:
            archive.write(Lead.asWritten)
        case .inside(let address, let query, let fragment):
            archive.write(Lead.elsewhere)
            archive.write(address)
            archive.write(query)
            archive.write(fragment)
        }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let destination = try archive.read(String.self)
        let isOwn = try archive.read(Bool.self)
        let source =
            isOwn ? String(archive.path.dropFirst("Content/".count)) : try archive.read(String?.self)
        question = LinkQuestion(destination: destination, source: source)
        switch try archive.read(Lead.self) {
        case .outside: answer = .outside
        case .nowhere: answer = .nowhere
        case .asWritten:
            guard let address = SiteAddress(destination) else { throw ArchiveDamage() }
            answer = .inside(address, query: "", fragment: nil)
        case .elsewhere:
            let address = try archive.read(SiteAddress.self)
            let query = try archive.read(String.self)
            answer = .inside(address, query: query, fragment: try archive.read())
        }
    }
}

extension SiteAddress: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.write(text) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        guard let address = SiteAddress(try archive.read(String.self)) else { throw ArchiveDamage() }
        self = address
    }
}

extension AnchorReference: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(target)
        archive.write(fragment)
        archive.write(location)
        archive.write(excerpt)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        target = try archive.read()
        fragment = try archive.read()
        location = try archive.read()
        excerpt = try archive.read()
    }
}

extension Diagnostic: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(severity)
        archive.write(code)
        archive.write(location)
        archive.write(excerpt)
        archive.write(message)
        archive.write(notes)
        archive.write(help)
        archive.write(failing)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let severity = try archive.read(Severity.self)
        let code = try archive.read(String.self)
        let location = try archive.read(SourceLocation?.self)
        let excerpt = try archive.read(String?.self)
        let message = try archive.read(String.self)
        let notes = try archive.read([String].self)
        let help = try archive.read(String?.self)
        self.init(
            code, at: location, excerpt: excerpt, message, severity: severity, notes: notes, help: help,
            failing: try archive.read())
    }
}

extension Severity: Archivable {}
extension FailureClass: Archivable {}
