/// The folder of Output from which the last one was opened.
///
/// Files that follow one another mostly have it in common: their own folders are opened from there, and not part
/// by part from the root. It is good for as long as no folder is removed.
struct NearFolder {
    private final class Opened: Sendable {
        let folder: Folder

        init(_ folder: consuming Folder) { self.folder = folder }
    }

    private var parts: ArraySlice<String> = []
    private var opened: Opened?

    /// Opens the folder that a path stands in, as ``OutputTree/way(to:makes:)`` does.
    mutating func way(
        to path: SitePath, in tree: borrowing OutputTree, makes: Bool = false
    ) throws(FileProblem) -> OutputTree.Way {
        let parts = path.parts
        guard parts.count > 2 else { return try tree.way(to: path, makes: makes) }
        if opened == nil || self.parts != parts.dropLast(2) {
            opened = nil
            switch try tree.way(to: path.leading(parts.count - 1), makes: makes) {
            case .folder(let folder): opened = Opened(folder)
            case .missing: return .missing
            case .file(let file): return .file(file)
            case .link(let link): return .link(link)
            }
            self.parts = parts.dropLast(2)
        }
        guard let opened else { return .missing }
        return try OutputTree.way(
            into: parts[parts.count - 2], of: opened.folder, path.leading(parts.count - 1), makes: makes)
    }
}
