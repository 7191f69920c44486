/// A ZIP file of a few files, all dated the first day that the format knows, so that the same files make the
/// same bytes.
struct ZipArchive {
    /// By the name in the archive.
    let files: [(name: String, bytes: [UInt8])]

    /// Nil for more than the classic format holds: 65,535 files, and 4 GB.
    var bytes: [UInt8]? {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        guard files.count < 0xFFFF else { return nil }
        for file in files {
            guard let packed = Deflate.raw(file.bytes), archive.count + packed.count < 0xFFFF_FFFF else {
                return nil
            }
            let entry = Self.entry(file, packed: packed.count)
            directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + entry
            // No comment, the first disk, no attributes, and where the file begins.
            directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
            directory += Self.number(archive.count, 4) + file.name.utf8
            archive += Self.number(0x0403_4B50, 4) + entry + file.name.utf8 + packed
        }
        let end =
            Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(files.count, 2)
            + Self.number(files.count, 2) + Self.number(directory.count, 4) + Self.number(archive.count, 4)
            + Self.number(0, 2)
        return archive + directory + end
    }

    /// What an entry and its copy in the directory have in common.
    private static func entry(_ file: (name: String, bytes: [UInt8]), packed: Int) -> [UInt8] {
        // Version 2.0, names in UTF-8, deflate, midnight on 1 January 1980.
        number(20, 2) + number(0x0800, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)
            + number(Int(Deflate.checksum(file.bytes)), 4) + number(packed, 4) + number(file.bytes.count, 4)
            + number(file.name.utf8.count, 2) + number(0, 2)
    }

    /// The lowest byte first.
    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
