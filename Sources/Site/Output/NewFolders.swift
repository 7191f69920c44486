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
        var missing: [SitePath] = []
        var near = NearFolder()
        for file in files {
            for count in 1..<max(1, file.parts.count) {
                let folder = file.leading(count)
                guard known.insert(folder).inserted else { continue }
                switch try near.way(to: folder, in: tree) {
                case .missing: missing.append(folder)
                case .folder(let outer):
                    if try outer.stamp(of: folder.name) == nil { missing.append(folder) }
                case .file: break
                case .link: break
                }
            }
        }
        paths = missing
    }

    private init(paths: [SitePath]) {
        self.paths = paths
    }

    func make(in tree: borrowing OutputTree, state: borrowing StateFolder) throws(FileProblem) {
        guard !paths.isEmpty else { return }
        let text = paths.map(\.text).joined(separator: "\n")
        try state.folder.create(Self.file, Array(text.utf8))
        var near = NearFolder()
        for path in paths {
            guard case .folder(let outer) = try near.way(to: path, in: tree) else { continue }
            try outer.makeFolder(path.name)
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
