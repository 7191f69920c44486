import Claims
import Datasets
import Diagnostics

// What pages say of the data, and what their figures say of themselves, on the disk.

extension Statement: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(kind)
        archive.write(number)
        for text in [text, written, expression, occasion] { archive.write(text) }
        archive.write(value)
        archive.write(rows)
        archive.write(source.path)
        archive.write(location)
        archive.write(verdict)
    }

    /// Its file is without its text: that is only shown where something is wrong with the statement, and of such a
    /// page nothing is kept.
    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let kind = try archive.read(ClaimEntry.Kind.self)
        let number = try archive.read(Int?.self)
        let (text, written) = (try archive.read(String.self), try archive.read(String.self))
        let (expression, occasion) = (try archive.read(String.self), try archive.read(String.self))
        let value = try archive.read(Value.self)
        let rows = try archive.read([RowID].self)
        let source = SourceText(path: try archive.read(), bytes: [])
        let location = try archive.read(SourceLocation.self)
        self.init(
            kind: kind, number: number, text: text, written: written, expression: expression, value: value,
            rows: rows, source: source, location: location, verdict: try archive.read(), occasion: occasion)
    }
}

extension ClaimEntry.Kind: Archivable {}

extension Verdict: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(outcome)
        archive.write(text)
        archive.write(data)
        archive.write(help)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let outcome = try archive.read(Outcome.self)
        let (text, data) = (try archive.read(String.self), try archive.read(String.self))
        self.init(outcome: outcome, text: text, data: data, help: try archive.read())
    }
}

extension Verdict.Outcome: Archivable {}

extension Value: Archivable {
    func write(to archive: inout ArchiveWriter) {
        switch self {
        case .null: archive.write(0)
        case .integer(let number):
            archive.write(1)
            archive.write(number)
        case .real(let number):
            archive.write(2)
            archive.write(number: number.bitPattern)
        case .text(let text):
            archive.write(3)
            archive.write(text)
        }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        switch try archive.read(Int.self) {
        case 0: self = .null
        case 1: self = .integer(try archive.read())
        case 2: self = .real(Double(bitPattern: try archive.number()))
        case 3: self = .text(try archive.read())
        default: throw ArchiveDamage()
        }
    }
}

extension RowID: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.write(number) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) { self.init(try archive.read(Int64.self)) }
}

extension Figure.Kind: Archivable {}

extension FigureFrame.SourceLine: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(text)
        archive.write(url)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let text = try archive.read(String.self)
        self.init(text: text, url: try archive.read())
    }
}
