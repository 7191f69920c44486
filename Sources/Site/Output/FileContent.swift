import Diagnostics

/// The bytes of a file of the site: made by this build, or standing in Output as an earlier one left them.
enum FileContent: Sendable, Hashable {
    case made([UInt8])
    case standing(StandingFile)

    /// Those of a standing file are read.
    var bytes: [UInt8] {
        switch self {
        case .made(let bytes): bytes
        case .standing(let file): file.bytes
        }
    }

    var isStanding: Bool {
        if case .standing = self { true } else { false }
    }

    var count: Int {
        switch self {
        case .made(let bytes): bytes.count
        case .standing(let file): file.file.size
        }
    }
}

/// A file of Output that need not be written, because it would be the same again.
struct StandingFile: Sendable, Hashable {
    let path: SitePath
    let file: OwnedFile
    let output: StandingOutput

    fileprivate var bytes: [UInt8] { output.bytes(of: self) }

    static func == (left: Self, right: Self) -> Bool { left.path == right.path && left.file == right.file }

    func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(file)
    }
}

/// Output as the last build left it, with all its files in place.
///
/// What is found otherwise later, because somebody else was there in between, makes it outdated; the build that
/// stands on it is then begun anew.
final class StandingOutput: Sendable {
    private let folder: String
    let owned: [SitePath: OwnedFile]
    private let stamps: [SitePath: FileStamp]
    /// Of the list of these files: each build writes a new one.
    let manifest: FileStamp?
    let staleness: Staleness

    /// - Parameter stamps: as the files were found
    init(
        folder: String, owned: [SitePath: OwnedFile], stamps: [SitePath: FileStamp], manifest: FileStamp?,
        staleness: Staleness
    ) {
        self.folder = folder
        self.owned = owned
        self.stamps = stamps
        self.manifest = manifest
        self.staleness = staleness
    }

    func stamp(at path: SitePath) -> FileStamp? { stamps[path] }

    /// Nil for what sitegen did not write.
    func content(at path: SitePath) -> FileContent? {
        owned[path].map { .standing(StandingFile(path: path, file: $0, output: self)) }
    }

    fileprivate func bytes(of standing: StandingFile) -> [UInt8] {
        do throws(FileProblem) {
            let tree = OutputTree(folder: try Folder.open(folder))
            if case .folder(let folder) = try tree.way(to: standing.path) {
                let bytes = try folder.read(standing.path.name)
                if standing.file.matches(bytes) { return bytes }
            }
        } catch {}
        staleness.find()
        return []
    }
}
