import Glibc

/// An open folder of the machine, closed when the value goes.
///
/// Every name given to it is one part of a path, and no call follows a symbolic link, so that nothing
/// reached from here can lie outside the folder. Pointers go to C here and in FolderEntry.swift only.
package struct Folder: ~Copyable, Sendable {
    let descriptor: Int32
    /// As messages name it.
    package let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { _ = close(descriptor) }

    /// Opens a folder by any path; links are followed, because whoever gives this path chose them.
    package static func open(_ path: String, shownAs shown: String? = nil) throws(FileProblem) -> Folder {
        let descriptor = retrying { unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileProblem(.open, shown ?? path, errno) }
        return Folder(descriptor: descriptor, path: shown ?? path)
    }

    /// Makes a folder by any path, with those above it that are missing.
    ///
    /// Returns the paths that were made, the outermost first.
    package static func make(_ path: String, shownAs shown: String? = nil) throws(FileProblem) -> [String] {
        var made: [String] = []
        let ends = path.indices.filter({ path[$0] == "/" && $0 > path.startIndex }) + [path.endIndex]
        for outer in ends.map({ String(path[..<$0]) }) {
            if unsafe mkdir(outer, 0o755) == 0 {
                _ = unsafe chmod(outer, 0o755)
                made.append(outer)
            } else if errno == ENOENT || errno == EACCES || errno == EROFS || errno == ENOSPC {
                throw FileProblem(.makeFolder, shown ?? path, errno)
            }
        }
        return made
    }

    /// Removes folders that are empty, the last of the list first.
    package static func removeEmpty(_ paths: [String]) {
        for path in paths.reversed() { _ = unsafe rmdir(path) }
    }

    /// The folder of this name in this one. A link gives `ENOTDIR` or `ELOOP`.
    package func folder(_ name: String, shownAs shown: String? = nil) throws(FileProblem) -> Folder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let number = descriptor
        let inner = retrying { unsafe openat(number, name, flags) }
        guard inner >= 0 else { throw problem(.open, name) }
        return Folder(descriptor: inner, path: shown ?? pathOf(name))
    }

    /// The folder that this one lies in.
    package func parent() throws(FileProblem) -> Folder {
        let number = descriptor
        let outer = retrying { unsafe openat(number, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard outer >= 0 else { throw problem(.open, "..") }
        return Folder(descriptor: outer, path: pathOf(".."))
    }

    /// What stands under this name, or nil where nothing does.
    package func stamp(of name: String) throws(FileProblem) -> FileStamp? {
        var status = Glibc.stat()
        if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStamp(status) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw problem(.inspect, name)
    }

    package func stamp() throws(FileProblem) -> FileStamp {
        guard let stamp = Self.stamp(of: descriptor) else { throw FileProblem(.inspect, path, errno) }
        return stamp
    }

    static func stamp(of descriptor: Int32) -> FileStamp? {
        var status = Glibc.stat()
        return unsafe fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
    }

    /// The bytes of a regular file; `EFBIG` beyond the limit, `EINVAL` for anything but a regular file.
    ///
    /// It never waits: a named pipe is refused, not read.
    package func read(_ name: String, limit: Int = .max) throws(FileProblem) -> [UInt8] {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let folder = descriptor
        let number = retrying { unsafe openat(folder, name, flags) }
        guard number >= 0 else { throw problem(.open, name) }
        defer { _ = close(number) }
        guard let stamp = Self.stamp(of: number) else { throw problem(.inspect, name) }
        guard stamp.kind == .file else { throw FileProblem(.read, pathOf(name), EINVAL) }
        guard stamp.size <= limit else { throw FileProblem(.read, pathOf(name), EFBIG) }
        return try readAll(number, name: name, expected: stamp.size, limit: limit)
    }

    /// Reads to the end, also where the file grew or shrank since its size was taken.
    private func readAll(
        _ number: Int32, name: String, expected: Int, limit: Int
    ) throws(FileProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = expected + 1
        while true {
            var failed: Int32 = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = 0
                while count < room {
                    let got = unsafe Glibc.read(number, buffer.baseAddress! + count, room - count)
                    if got > 0 {
                        count += got
                        continue
                    }
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failed = errno }
                    return
                }
            }
            guard failed == 0 else { throw FileProblem(.read, pathOf(name), failed) }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            guard bytes.count <= limit else { throw FileProblem(.read, pathOf(name), EFBIG) }
            if piece.count < room { return bytes }
            room = 1 << 16
        }
    }

    /// Writes a new file with exactly this mode; a name that is taken is an error (`EEXIST`).
    package func create(
        _ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644, flushed: Bool = false
    ) throws(FileProblem) {
        let folder = descriptor
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let number = retrying { unsafe openat(folder, name, flags, mode) }
        guard number >= 0 else { throw problem(.write, name) }
        var failed = fchmod(number, mode) == 0 ? 0 : errno
        if failed == 0 { failed = Self.writeAll(number, bytes) }
        if failed == 0, flushed, fsync(number) != 0 { failed = errno }
        if close(number) != 0, failed == 0, errno != EINTR { failed = errno }
        guard failed == 0 else { throw FileProblem(.write, pathOf(name), failed) }
    }

    static func writeAll(_ number: Int32, _ bytes: [UInt8]) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = unsafe write(number, buffer.baseAddress! + done, buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put < 0 { return errno }
                done += put
            }
            return 0
        }
    }

    /// Makes a folder with mode 0755 whatever the umask; false where one of this name is there already.
    @discardableResult
    package func makeFolder(_ name: String) throws(FileProblem) -> Bool {
        guard unsafe mkdirat(descriptor, name, 0o755) == 0 else {
            if errno == EEXIST { return false }
            throw problem(.makeFolder, name)
        }
        guard unsafe fchmodat(descriptor, name, 0o755, 0) == 0 else { throw problem(.setMode, name) }
        return true
    }

    /// Gives a file a new name, in the place of whatever file or link has it.
    package func rename(
        _ name: String, into other: borrowing Folder, as newName: String
    ) throws(FileProblem) {
        guard unsafe renameat(descriptor, name, other.descriptor, newName) == 0 else {
            throw FileProblem(.rename, other.pathOf(newName), errno)
        }
    }

    /// Removes a file or a link; nothing there is not an error.
    package func remove(_ name: String) throws(FileProblem) {
        guard unsafe unlinkat(descriptor, name, 0) != 0, errno != ENOENT else { return }
        throw problem(.remove, name)
    }

    /// Removes a folder if it is empty; tells whether it is gone.
    @discardableResult
    package func removeFolder(_ name: String) throws(FileProblem) -> Bool {
        if unsafe unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
        if errno == ENOTEMPTY || errno == EEXIST { return false }
        throw problem(.remove, name)
    }

    /// Opens a file, making it where there is none, for a lock that outlives every kind of crash.
    func openForLocking(_ name: String) throws(FileProblem) -> Int32 {
        let folder = descriptor
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let number = retrying { unsafe openat(folder, name, flags, 0o644) }
        guard number >= 0 else { throw problem(.lock, name) }
        return number
    }

    /// Whether files can be renamed from this folder into the other one: both lie in one file system and,
    /// what the number of the device does not tell, under one mount.
    package func canRename(into other: borrowing Folder) throws(FileProblem) -> Bool {
        guard try stamp().device == other.stamp().device else { return false }
        let missing = ".sitegen-none"
        return unsafe renameat(descriptor, missing, other.descriptor, missing) == 0 || errno != EXDEV
    }

    /// Fails where files could not be made in this folder.
    package func checkWritable() throws(FileProblem) {
        guard unsafe faccessat(descriptor, ".", W_OK | X_OK, 0) == 0 else {
            throw FileProblem(.write, path, errno)
        }
    }

    /// Waits until the names in this folder are on the disk.
    package func flush() throws(FileProblem) {
        guard fsync(descriptor) == 0 else { throw FileProblem(.flush, path, errno) }
    }

    /// Waits until the bytes of a file in this folder are on the disk.
    package func flush(_ name: String) throws(FileProblem) {
        let folder = descriptor
        let number = retrying { unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
        guard number >= 0 else { throw problem(.flush, name) }
        defer { _ = close(number) }
        guard fsync(number) == 0 else { throw problem(.flush, name) }
    }

    /// Waits until everything written to the file system of this folder is on the disk.
    package func flushFileSystem() throws(FileProblem) {
        guard syncfs(descriptor) == 0 else { throw FileProblem(.flush, path, errno) }
    }

    /// The path of an existing file or folder without links, `.` and `..`, or nil where there is none.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(validatingCString: resolved)
    }

    func pathOf(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }

    func problem(_ operation: FileProblem.Operation, _ name: String) -> FileProblem {
        let number = errno
        return FileProblem(operation, pathOf(name), number)
    }
}

/// Linux has this call, but the module map of the C library does not show it to Swift.
@_silgen_name("syncfs") private func syncfs(_ descriptor: Int32) -> Int32

/// Calls again while a signal interrupts the call.
func retrying(_ call: () -> Int32) -> Int32 {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
