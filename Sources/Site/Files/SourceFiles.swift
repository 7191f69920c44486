package import Diagnostics
import Glibc

/// A file of the source tree: its path relative to the site's folder, `Content/articles/largest.md`.
package struct SourceFile: Sendable, Hashable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The last part of the path.
    package var name: String { String(path.lastPart) }
}

/// How large a file of one kind may be.
package struct SizeLimit: Sendable, Hashable {
    package let kind: String
    package let bytes: Int

    package static let markdown = SizeLimit(kind: "a Markdown file", bytes: 4 << 20)
    package static let settings = SizeLimit(kind: "a settings file", bytes: 4 << 20)
    package static let template = SizeLimit(kind: "a template", bytes: 4 << 20)
    package static let data = SizeLimit(kind: "a data file", bytes: 64 << 20)
    package static let table = SizeLimit(kind: "a table", bytes: 1 << 30)
    package static let asset = SizeLimit(kind: "an asset", bytes: 64 << 20)
}

/// The files of a site, below the folder that is its source; they are read and never written.
///
/// No symbolic link below that folder is followed. What is wrong with one file is reported, and the
/// others are still listed and read.
package struct SourceFiles: Sendable {
    /// The site's folder as the caller gave it.
    package let root: String
    /// What need not be read again.
    var known: KnownFiles?
    /// How deep folders may stand in one another.
    package static let deepest = 128

    package init(root: String) {
        self.root = root
    }

    /// The files below a folder of the site, ordered by the bytes of their paths; none where the folder
    /// does not exist. Hidden files and those that editors leave behind are passed over; see `isIgnored`.
    package func list(_ folder: String, reporting diagnostics: inout [Diagnostic]) -> [SourceFile] {
        if let known = known?.state.files(below: folder) { return known }
        var paths: [String] = []
        var waiting = [folder]
        while let path = waiting.popLast() {
            do throws(FileProblem) {
                guard let open = try openFolder(path) else { continue }
                for entry in try open.entries() {
                    take(entry, in: path, files: &paths, folders: &waiting, reporting: &diagnostics)
                }
            } catch {
                diagnostics.append(error.diagnostic)
            }
        }
        return paths.sorted { $0.precedesInBytes($1) }.map(SourceFile.init(path:))
    }

    /// The bytes of a file, or nil with the reason reported.
    package func bytes(
        of path: String, limit: SizeLimit, reporting diagnostics: inout [Diagnostic]
    ) -> [UInt8]? {
        if let bytes = known?.assets[path] { return bytes }
        do throws(FileProblem) {
            let (folder, name) = split(path)
            guard let open = try openFolder(folder) else { throw FileProblem(.open, path, ENOENT) }
            return try open.read(name, limit: limit.bytes)
        } catch {
            diagnostics.append(diagnostic(for: error, of: path, limit: limit))
            return nil
        }
    }

    /// The text of a file, or nil with the reason reported where it cannot be read or is not UTF-8.
    ///
    /// A byte-order mark stays in the text, so that offsets are those of the file.
    package func text(
        of path: String, limit: SizeLimit, reporting diagnostics: inout [Diagnostic]
    ) -> SourceText? {
        if let text = known?.texts[path] { return text }
        guard let bytes = bytes(of: path, limit: limit, reporting: &diagnostics) else { return nil }
        let text = SourceText(path: path, bytes: bytes)
        guard let problem = text.encodingProblem else { return text }
        diagnostics.append(problem)
        return nil
    }

    /// What stands at a path of the site, or nil where nothing does or it cannot be looked at.
    package func stamp(of path: String) -> FileStamp? {
        let (folder, name) = split(path)
        guard let open = try? openFolder(folder) else { return nil }
        return try? open.stamp(of: name)
    }

    /// Whether there is a folder at the root that can be opened.
    package var isFolder: Bool {
        guard let folder = try? Folder.open(root, shownAs: "") else { return false }
        return (try? folder.stamp()) != nil
    }

    /// Whether a name is passed over: hidden (but for `.well-known`), or left behind by an editor.
    package static func isIgnored(_ name: String) -> Bool {
        if name.hasPrefix(".") { return name != ".well-known" }
        if name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#")) { return true }
        return name.hasSuffix(".swp") || name.hasSuffix(".swx") || name == "4913"
    }

    private func take(
        _ entry: FolderEntry, in folder: String, files: inout [String], folders: inout [String],
        reporting diagnostics: inout [Diagnostic]
    ) {
        guard let name = String(validating: entry.name, as: UTF8.self) else {
            diagnostics.append(Self.unreadableName(entry.name, in: folder))
            return
        }
        guard !Self.isIgnored(name) else { return }
        let path = folder.isEmpty ? name : folder + "/" + name
        switch entry.kind {
        case .file: files.append(path)
        case .folder where path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.deepest:
            folders.append(path)
        case .folder: diagnostics.append(Self.tooDeep(path))
        case .link: diagnostics.append(Self.symbolicLink(path))
        case .other: diagnostics.append(Self.notRegular(path))
        }
    }

    /// Opens a folder of the site part by part, so that no link on the way is followed.
    func openFolder(_ path: String) throws(FileProblem) -> Folder? {
        var folder = try Folder.open(root, shownAs: "")
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            do throws(FileProblem) {
                folder = try folder.folder(String(Substring(part)))
            } catch {
                if error.number == ENOENT { return nil }
                throw error
            }
        }
        return folder
    }

    func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }

    private func diagnostic(for problem: FileProblem, of path: String, limit: SizeLimit) -> Diagnostic {
        switch (problem.operation, problem.number) {
        case (.read, EFBIG): Self.tooLarge(path, limit)
        case (.read, EINVAL): Self.notRegular(path)
        default: problem.diagnostic
        }
    }
}
