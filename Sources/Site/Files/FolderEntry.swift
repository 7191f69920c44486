import Glibc

/// One name in a folder.
struct FolderEntry {
    /// As the machine keeps it; it need not be UTF-8.
    var name: [UInt8]
    var kind: FileStamp.Kind
}

extension Folder {
    /// What the folder holds, but for `.` and `..`, in the order in which the machine gives it.
    func entries() throws(FileProblem) -> [FolderEntry] {
        let own = dup(descriptor)
        guard own >= 0 else { throw FileProblem(.list, path, errno) }
        guard let stream = unsafe fdopendir(own) else {
            let number = errno
            _ = close(own)
            throw FileProblem(.list, path, number)
        }
        defer { unsafe closedir(stream) }
        unsafe rewinddir(stream)
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe Self.name(of: entry)
            guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
            entries.append(FolderEntry(name: name, kind: unsafe kind(entry.pointee.d_type, name)))
        }
        guard errno == 0 else { throw FileProblem(.list, path, errno) }
        return entries
    }

    /// Reads the name in place: a copy of the record could reach past the end of the machine's buffer.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let start = unsafe UnsafeRawPointer(entry) + offset
        let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
    }

    /// Some file systems do not say the kind with the name, and it has to be asked for.
    private func kind(_ type: UInt8, _ name: [UInt8]) -> FileStamp.Kind {
        switch Int(type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK): return .link
        case Int(DT_UNKNOWN):
            var status = Glibc.stat()
            let result = unsafe (name + [0]).withUnsafeBytes { bytes in
                unsafe fstatat(
                    descriptor, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), &status,
                    AT_SYMLINK_NOFOLLOW)
            }
            return result == 0 ? FileStamp(status).kind : .other
        default: return .other
        }
    }
}

extension Folder {
    /// Whether this is the folder of that stamp, or lies in it however deep.
    func isBelow(_ outer: FileStamp) throws(FileProblem) -> Bool {
        var current = try folder(".")
        while true {
            let stamp = try current.stamp()
            if (stamp.device, stamp.inode) == (outer.device, outer.inode) { return true }
            let next = try current.parent()
            let nextStamp = try next.stamp()
            if (stamp.device, stamp.inode) == (nextStamp.device, nextStamp.inode) { return false }
            current = next
        }
    }

    /// Removes a folder with the folders in it, as far as they hold nothing else.
    func removeEmptyFolders(_ name: String) throws(FileProblem) {
        for path in try walk(name).folders.reversed() {
            try inner(path.dropLast()).removeFolder(path.last ?? name)
        }
    }

    /// The paths of everything below a folder of this one, but for the folders.
    func contents(of name: String) throws(FileProblem) -> [String] {
        try walk(name).files.map { $0.dropFirst().joined(separator: "/") }
    }

    /// What lies below a folder of this one, as the parts of paths from here; folders stand before what
    /// they hold. Links are met, not followed.
    private func walk(_ name: String) throws(FileProblem) -> (folders: [[String]], files: [[String]]) {
        var waiting = [[name]]
        var folders: [[String]] = []
        var files: [[String]] = []
        while let path = waiting.popLast() {
            folders.append(path)
            for entry in try inner(path[...]).entries() {
                let inner = path + [String(decoding: entry.name, as: UTF8.self)]
                if entry.kind == .folder { waiting.append(inner) } else { files.append(inner) }
            }
        }
        return (folders, files)
    }

    /// The names of the folders in the one that these parts of a path lead to from here.
    func folders(in parts: [String]) throws(FileProblem) -> Set<String> {
        let entries = try inner(parts[...]).entries()
        return Set(
            entries.lazy.filter { $0.kind == .folder }.map { String(decoding: $0.name, as: UTF8.self) })
    }

    private func inner(_ parts: ArraySlice<String>) throws(FileProblem) -> Folder {
        var current = try folder(".")
        for part in parts { current = try current.folder(part) }
        return current
    }
}
