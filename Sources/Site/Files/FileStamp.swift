import Glibc

/// What the file system says of a file without opening it.
///
/// Equal stamps may spare a read; where two edits can fall on one stamp, the bytes decide.
package struct FileStamp: Sendable, Hashable {
    package enum Kind: Int, Sendable, Hashable {
        case file, folder, link, other
    }

    package let kind: Kind
    /// In bytes.
    package internal(set) var size: Int
    /// Nanoseconds since 1970 of the last change of the bytes.
    package internal(set) var modified: Int64
    /// Nanoseconds since 1970 of the last change of the bytes, the name or the permissions.
    package internal(set) var changed: Int64
    package let inode: UInt64
    /// The file system it lies on.
    package let device: UInt64
    /// The lower twelve bits of the mode.
    package let permissions: UInt32

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
        inode = UInt64(status.st_ino)
        device = UInt64(status.st_dev)
        permissions = status.st_mode & 0o7777
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
