/// A digest of many small values, each told apart from the next.
struct Fingerprint {
    private var bytes: [UInt8] = []

    mutating func add(_ number: some FixedWidthInteger) {
        var value = UInt64(truncatingIfNeeded: number)
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: value))
            value >>= 8
        }
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ digest: SHA256) { bytes += digest.bytes }

    /// A change of the bytes, the name or the permissions of a file gives it another stamp once the clock has
    /// moved on; see ``FileStamp/isSettled(at:)``.
    mutating func add(_ stamp: FileStamp?) {
        guard let stamp else { return add(0) }
        add(1)
        switch stamp.kind {
        case .file: add(1)
        case .folder: add(2)
        case .link: add(3)
        case .other: add(4)
        }
        add(stamp.size)
        add(stamp.modified)
        add(stamp.changed)
        add(stamp.inode)
        add(stamp.device)
        add(stamp.permissions)
    }

    var digest: SHA256 { SHA256(of: bytes) }
}
