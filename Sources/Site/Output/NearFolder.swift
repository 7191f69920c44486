/// The folders of Output on the way to the file that was last asked for.
///
/// Files that follow one another mostly have most of it in common: only where their ways part is a folder opened.
/// It is good for as long as no folder is removed.
struct NearFolder {
    final class Opened: Sendable {
        let folder: Folder

        init(_ folder: consuming Folder) { self.folder = folder }
    }

    /// As ``OutputTree/Way``, but for a folder that stays open.
    enum Way {
        case folder(Opened)
        case missing
        case file(SitePath)
        case link(SitePath)
    }

    private var parts: [String] = []
    /// The root of Output, and one for each part.
    private var opened: [Opened] = []

    /// Opens the folder that a path stands in, as ``OutputTree/way(to:makes:)`` does.
    mutating func way(
        to path: SitePath, in tree: borrowing OutputTree, makes: Bool = false
    ) throws(FileProblem) -> Way {
        if opened.isEmpty { opened = [Opened(try tree.folder.folder(".", shownAs: tree.folder.path))] }
        let folders = path.parts.dropLast()
        let common = zip(folders, parts).prefix { $0 == $1 }.count
        parts.removeSubrange(common...)
        opened.removeSubrange((common + 1)...)
        for (index, part) in folders.enumerated().dropFirst(common) {
            let outer = opened[index]
            switch try OutputTree.way(into: part, of: outer.folder, path.leading(index + 1), makes: makes) {
            case .folder(let folder):
                parts.append(part)
                opened.append(Opened(folder))
            case .missing: return .missing
            case .file(let file): return .file(file)
            case .link(let link): return .link(link)
            }
        }
        return .folder(opened[folders.count])
    }
}
