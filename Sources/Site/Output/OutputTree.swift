import Glibc

/// The published tree as it is on the disk; no symbolic link in it is ever followed.
struct OutputTree: ~Copyable, Sendable {
    let folder: Folder

    /// What is met on the way to the folder in which a file stands.
    enum Way: ~Copyable {
        case folder(Folder)
        case missing
        /// Something that is no folder stands where one is to be.
        case file(SitePath)
        case link(SitePath)
    }

    /// How what is there compares with a file that is to be put, and with what sitegen wrote there.
    enum Standing: Sendable, Hashable {
        case absent
        case same
        /// Other bytes, and they are those that sitegen wrote.
        case ours
        /// Something that sitegen did not write.
        case foreign
        /// Sitegen wrote the file, and somebody changed it since.
        case edited
        case folder
        case behindFile(SitePath)
        case behindLink(SitePath)
    }

    /// Opens the folder that a path stands in; `makes` says whether missing ones are made.
    func way(to path: SitePath, makes: Bool = false) throws(FileProblem) -> Way {
        var current = try folder.folder(".", shownAs: folder.path)
        for (index, part) in path.parts.dropLast().enumerated() {
            switch try Self.way(into: part, of: current, path.leading(index + 1), makes: makes) {
            case .folder(let inner): current = inner
            case .missing: return .missing
            case .file(let file): return .file(file)
            case .link(let link): return .link(link)
            }
        }
        return .folder(current)
    }

    /// Opens the folder of this name in another one; `path` is its own path in the tree.
    static func way(
        into name: String, of outer: borrowing Folder, _ path: @autoclosure () -> SitePath, makes: Bool
    ) throws(FileProblem) -> Way {
        do throws(FileProblem) {
            return .folder(try outer.folder(name))
        } catch {
            if error.number == ENOENT {
                guard makes else { return .missing }
                try outer.makeFolder(name)
                return .folder(try outer.folder(name))
            }
            switch (error.number, try outer.stamp(of: name)?.kind) {
            case (ENOTDIR, .link), (ELOOP, .link): return .link(path())
            case (ENOTDIR, _), (ELOOP, _): return .file(path())
            default: throw error
            }
        }
    }

    func standing(of file: OutputFile, owned: OwnedFile?) throws(FileProblem) -> Standing {
        switch try way(to: file.path) {
        case .missing: return .absent
        case .file(let path): return .behindFile(path)
        case .link(let path): return .behindLink(path)
        case .folder(let folder):
            let name = file.path.name
            guard let stamp = try folder.stamp(of: name) else { return .absent }
            if stamp.kind == .folder { return .folder }
            guard stamp.kind == .file else { return .foreign }
            let others: Standing = owned == nil ? .foreign : .edited
            guard stamp.size == file.size || stamp.size == owned?.size else { return others }
            let bytes = try folder.read(name)
            if bytes == file.bytes { return .same }
            return owned.map { $0.matches(bytes) } == true ? .ours : others
        }
    }

    /// Whether a file is there as sitegen wrote it; nil where nothing is there.
    func isUntouched(_ path: SitePath, _ owned: OwnedFile) throws(FileProblem) -> Bool? {
        switch try way(to: path) {
        case .missing: return nil
        case .file: return nil
        case .link: return false
        case .folder(let folder):
            guard let stamp = try folder.stamp(of: path.name) else { return nil }
            guard stamp.kind == .file else { return stamp.kind == .folder ? nil : false }
            guard stamp.size == owned.size else { return false }
            return owned.matches(try folder.read(path.name))
        }
    }

    /// The path of every file, link or other thing below a folder of Output, but for the folders.
    func contents(of path: SitePath) throws(FileProblem) -> [String] {
        guard case .folder(let outer) = try way(to: path) else { return [] }
        return try outer.contents(of: path.name).map { path.text + "/" + $0 }
    }

    /// Removes a file, and the folders above it that are empty then.
    func remove(_ path: SitePath) throws(FileProblem) {
        guard case .folder(let folder) = try way(to: path) else { return }
        try folder.remove(path.name)
        try removeEmptyFolders(above: path)
    }

    /// Removes the folders above a path that are empty, from the innermost outwards.
    func removeEmptyFolders(above path: SitePath) throws(FileProblem) {
        for count in stride(from: path.parts.count - 1, to: 0, by: -1) {
            let folder = path.leading(count)
            guard case .folder(let outer) = try way(to: folder) else { continue }
            guard try outer.removeFolder(folder.name) else { return }
        }
    }
}

extension OwnedFile {
    func matches(_ bytes: [UInt8]) -> Bool { bytes.count == size && SHA256(of: bytes) == digest }
}

extension SitePath {
    /// The last part.
    var name: String { String(text.lastPart) }
}
