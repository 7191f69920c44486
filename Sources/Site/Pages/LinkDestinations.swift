/// Where a text leads to, as its author wrote it: all destinations in one text, because a site has very many and
/// hardly anybody asks for them.
struct LinkDestinations: Sendable, Equatable {
    /// Each with U+0000 behind it, which no destination holds.
    private let joined: String

    init(_ destinations: some Sequence<String>) {
        joined = destinations.reduce(into: "") { joined, destination in
            joined += destination
            joined += "\0"
        }
    }

    var all: [String] { joined.utf8.split(separator: 0).map { String(Substring($0)) } }
}

extension LinkDestinations: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.write(joined) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) { joined = try archive.read() }
}
