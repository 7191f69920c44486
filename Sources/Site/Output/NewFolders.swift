import Glibc

/// The folders of Output that a change makes before its commit point.
///
/// They are written down before they are made, so that those of a build that is killed in between do not
/// stay behind for ever.
struct NewFolders {
    private static let file = "folders"

    /// The outer ones first.
    private let paths: [SitePath]

    /// Those on the way to these files that do not exist.
    init(for files: [SitePath], in tree: borrowing OutputTree) throws(FileProblem) {
        var known: Set<SitePath> = []
        var absent: Set<SitePath> = []
        var missing: [SitePath] = []
        var near = NearFolder()
        for file in files {
            // In a folder that is missing nothing stands.
            var isInsideMissing = false
            for folder in file.folders {
                if known.insert(folder).inserted {
                    let isMissing = isInsideMissing ? true : try Self.isMissing(folder, &near, tree)
                    if isMissing {
                        absent.insert(folder)
                        missing.append(folder)
                    }
                }
                isInsideMissing = absent.contains(folder)
            }
        }
        paths = missing
    }

    private init(paths: [SitePath]) {
        self.paths = paths
    }

    private static func isMissing(
        _ folder: SitePath, _ near: inout NearFolder, _ tree: borrowing OutputTree
    ) throws(FileProblem) -> Bool {
        switch try near.way(to: folder, in: tree) {
        case .missing: true
        case .folder(let outer): try outer.folder.stamp(of: folder.name) == nil
        case .file, .link: false
        }
    }

    func make(in tree: borrowing OutputTree, state: borrowing StateFolder) throws(FileProblem) {
        guard !paths.isEmpty else { return }
        let text = paths.map(\.text).joined(separator: "\n")
        try state.folder.create(Self.file, Array(text.utf8))
        var near = NearFolder()
        for path in paths {
            guard case .folder(let outer) = try near.way(to: path, in: tree) else { continue }
            try outer.folder.makeFolder(path.name)
        }
    }

    /// Removes them as far as they are empty.
    func undo(in tree: borrowing OutputTree, state: borrowing StateFolder) {
        for path in paths.reversed() {
            guard let way = try? tree.way(to: path), case .folder(let outer) = way else { continue }
            _ = try? outer.removeFolder(path.name)
        }
        Self.forget(in: state)
    }

    static func forget(in state: borrowing StateFolder) { try? state.folder.remove(file) }

    /// Removes what a killed build has left.
    static func undoForgotten(in tree: borrowing OutputTree, state: borrowing StateFolder) {
        guard let text = try? state.folder.read(file, limit: 1 << 28) else { return }
        let lines = String(decoding: text, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n"))
        NewFolders(paths: lines.compactMap { try? SitePath(String(Substring($0))) }).undo(
            in: tree, state: state)
    }
}
