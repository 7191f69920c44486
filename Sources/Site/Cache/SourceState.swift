import Glibc

/// The source files of a site at one moment, as far as the file system tells without opening them.
struct SourceState: Sendable {
    struct Entry: Sendable {
        let path: String
        let stamp: FileStamp
    }

    /// Also of folders, links and other things: a build tells of those that it cannot use.
    private(set) var entries: [Entry] = []
    /// Whether everything could be looked at.
    private(set) var isComplete = true
    /// When the look began.
    let time: Int64

    /// Of a folder that nobody has looked at.
    init() {
        isComplete = false
        time = 0
    }

    /// As it was kept.
    init(entries: [Entry], isComplete: Bool, time: Int64) {
        self.entries = entries
        self.isComplete = isComplete
        self.time = time
    }

    init(of root: String) {
        time = timeOfStamps()
        do throws(FileProblem) {
            let site = try Folder.open(root, shownAs: "")
            for folder in ["Content", "Templates"] {
                guard let stamp = try site.stamp(of: folder) else { continue }
                take(folder, stamp)
                if stamp.kind == .folder { try look(into: site.folder(folder), folder, depth: 1) }
            }
        } catch {
            isComplete = false
        }
        entries.sort { $0.path.precedesInBytes($1.path) }
    }

    private mutating func look(
        into folder: borrowing Folder, _ path: String, depth: Int
    ) throws(FileProblem) {
        guard depth <= SourceFiles.deepest else {
            isComplete = false
            return
        }
        for entry in try folder.entries() {
            guard let name = String(validating: entry.name, as: UTF8.self) else {
                isComplete = false
                continue
            }
            guard !SourceFiles.isIgnored(name) else { continue }
            guard let stamp = try folder.stamp(of: name) else {
                isComplete = false
                continue
            }
            let inner = path + "/" + name
            take(inner, stamp)
            if stamp.kind == .folder { try look(into: folder.folder(name), inner, depth: depth + 1) }
        }
    }

    /// A folder's times change with files that are passed over, and say nothing that its files do not.
    private mutating func take(_ path: String, _ stamp: FileStamp) {
        entries.append(Entry(path: path, stamp: stamp.kind == .folder ? stamp.withoutTimes : stamp))
    }

    /// Those below a folder, in order; nil where there is anything that a build has to tell of.
    func files(below folder: String) -> [SourceFile]? {
        // They follow the folder, because all are in order.
        guard isComplete,
            let place = entries.firstIndex(where: { $0.path == folder && $0.stamp.kind == .folder })
        else { return nil }
        let start = folder + "/"
        var files: [SourceFile] = []
        files.reserveCapacity(entries.count)
        for entry in entries[(place + 1)...] where entry.path.utf8.starts(with: start.utf8) {
            switch entry.stamp.kind {
            case .file: files.append(SourceFile(path: entry.path))
            case .folder: break
            case .link, .other: return nil
            }
        }
        return files
    }

    /// The files whose stamps cannot tell a change that comes at once.
    var unsettled: Set<String> {
        Set(entries.filter { $0.stamp.kind != .folder && !$0.stamp.isSettled(at: time) }.map(\.path))
    }

    /// Adds all files, some by their bytes and not by their stamps; false where the bytes of one are not to be
    /// had.
    func add(
        to fingerprint: inout Fingerprint, byBytes paths: Set<String>, _ bytes: (String) -> [UInt8]?
    ) -> Bool {
        guard isComplete else { return false }
        for entry in entries {
            fingerprint.add(entry.path)
            if paths.contains(entry.path) {
                guard entry.stamp.kind == .file, let bytes = bytes(entry.path) else { return false }
                fingerprint.add(SHA256(of: bytes))
            } else {
                fingerprint.add(entry.stamp)
            }
        }
        return true
    }
}

extension FileStamp {
    fileprivate var withoutTimes: FileStamp {
        var stamp = self
        stamp.modified = 0
        stamp.changed = 0
        stamp.size = 0
        return stamp
    }
}
