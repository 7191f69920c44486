import Claims
import Datasets
import Diagnostics

// What Markdown files and their front matter say, on the disk.

extension Article.Face: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(path)
        archive.path = path
        archive.write(frontMatter)
        archive.write(heading)
        archive.write(links)
        archive.write(figures)
        archive.write(paths == [path] ? [] : paths)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let path = try archive.read(String.self)
        archive.path = path
        let frontMatter = try archive.read(FrontMatter.self)
        let heading = try archive.read(String?.self)
        let links = try archive.read(LinkDestinations.self)
        let figures = try archive.read([Article.FigureName].self)
        let paths = try archive.read([String].self)
        self.init(
            path: path, frontMatter: frontMatter, heading: heading, links: links, figures: figures,
            paths: paths.isEmpty ? [path] : paths)
    }
}

extension Article.FigureName: Archivable {
    func write(to archive: inout ArchiveWriter) {
        switch self {
        case .own(let name):
            archive.write(true)
            archive.write(name)
        case .named(let name):
            archive.write(false)
            archive.write(name)
        }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self = try archive.read(Bool.self) ? .own(try archive.read()) : .named(try archive.read())
    }
}

extension FrontMatter: Archivable {
    func write(to archive: inout ArchiveWriter) {
        for text in [title, description, summary, slug, permalink, template, image, language] {
            archive.write(text)
        }
        for date in [date, updated, publishDate, expiryDate] { archive.write(date) }
        for number in [weight, pageSize] { archive.write(number) }
        for list in [aliases, tags, authors, sources] { archive.write(list) }
        archive.write(isDraft)
        archive.write(isHiddenFromSearchEngines)
        archive.write(showsTableOfContents)
        archive.write(otherTerms)
        archive.write(corrections)
        archive.write(params)
        archive.write(locations)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self.init()
        title = try archive.read()
        description = try archive.read()
        summary = try archive.read()
        slug = try archive.read()
        permalink = try archive.read()
        template = try archive.read()
        image = try archive.read()
        language = try archive.read()
        date = try archive.read()
        updated = try archive.read()
        publishDate = try archive.read()
        expiryDate = try archive.read()
        weight = try archive.read()
        pageSize = try archive.read()
        aliases = try archive.read()
        tags = try archive.read()
        authors = try archive.read()
        sources = try archive.read()
        isDraft = try archive.read()
        isHiddenFromSearchEngines = try archive.read()
        showsTableOfContents = try archive.read()
        otherTerms = try archive.read()
        corrections = try archive.read()
        params = try archive.read()
        locations = try archive.read()
    }
}

extension FrontMatter.Correction: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(date)
        archive.write(text)
        archive.write(location)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        date = try archive.read()
        text = try archive.read()
        location = try archive.read()
    }
}

extension PublicationDate: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.write((year * 12 + month - 1) * 31 + day - 1) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let number = try archive.read(Int.self)
        let (month, day) = (number / 31 % 12 + 1, number % 31 + 1)
        guard number >= 0, let date = PublicationDate(year: number / 31 / 12, month: month, day: day) else {
            throw ArchiveDamage()
        }
        self = date
    }
}

extension StructuredValue: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(raw)
        archive.write(location)
        switch kind {
        case .null: archive.write(0)
        case .flag(let flag):
            archive.write(1)
            archive.write(flag)
        case .integer(let number):
            archive.write(2)
            archive.write(number)
        case .real(let number):
            archive.write(3)
            archive.write(number: number.bitPattern)
        case .text(let text):
            archive.write(4)
            archive.write(text)
        case .list(let items):
            archive.write(5)
            archive.write(items)
        case .mapping(let mapping):
            archive.write(6)
            archive.write(mapping.entries)
        }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let raw = try archive.read(String.self)
        let location = try archive.read(SourceLocation.self)
        let kind: Kind =
            switch try archive.read(Int.self) {
            case 0: .null
            case 1: .flag(try archive.read())
            case 2: .integer(try archive.read())
            case 3: .real(Double(bitPattern: try archive.number()))
            case 4: .text(try archive.read())
            case 5: .list(try archive.read())
            case 6: .mapping(StructuredMapping(try archive.read()))
            default: throw ArchiveDamage()
            }
        self.init(kind, raw: raw, at: location)
    }
}

extension StructuredMapping.Entry: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(key)
        archive.write(keyLocation)
        archive.write(value)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let key = try archive.read(String.self)
        let keyLocation = try archive.read(SourceLocation.self)
        self.init(key: key, keyLocation: keyLocation, value: try archive.read())
    }
}

extension SourceLocation: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(path == archive.path ? nil : path)
        for number in [line, column, length] { archive.write(number) }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let path = try archive.read(String?.self) ?? archive.path
        let (line, column) = (try archive.read(Int.self), try archive.read(Int.self))
        self.init(path: path, line: line, column: column, length: try archive.read())
    }
}

extension UnverifiedNumber: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(text)
        archive.write(location)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let text = try archive.read(String.self)
        self.init(text: text, location: try archive.read())
    }
}

// MARK: Files

extension SHA256: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.append(bytes) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self.init(known: try archive.take(32))
    }
}

extension FileStamp: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(kind)
        archive.write(size)
        archive.write(modified)
        archive.write(changed)
        archive.write(number: inode)
        archive.write(number: device)
        archive.write(number: UInt64(permissions))
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        kind = try archive.read()
        size = try archive.read()
        modified = try archive.read()
        changed = try archive.read()
        inode = try archive.number()
        device = try archive.number()
        permissions = UInt32(truncatingIfNeeded: try archive.number())
    }
}

extension FileStamp.Kind: Archivable {}

extension SourceState: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(isComplete)
        archive.write(time)
        archive.write(entries)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let isComplete = try archive.read(Bool.self)
        let time = try archive.read(Int64.self)
        self.init(entries: try archive.read(), isComplete: isComplete, time: time)
    }
}

extension SourceState.Entry: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(path)
        archive.write(stamp)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        path = try archive.read()
        stamp = try archive.read()
    }
}

extension OwnedFile: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(digest)
        archive.write(size)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        digest = try archive.read()
        size = try archive.read()
    }
}
